package org.commonweal.contribution.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each type that is told finds its fields in the producer's own example. */
class TellingTest {

    @TestFactory
    Stream<DynamicTest> every_field_that_is_told_stands_in_the_contract() {
        var consumed = ConsumedEvents.by(AllFacts.class);
        Telling.BY_TYPE.keySet().forEach(type -> consumed.reads(type, TellingTest::check));
        return consumed.checks();
    }

    private static void check(Event event) {
        var telling = Objects.requireNonNull(Telling.BY_TYPE.get(event.type()));
        var payload = event.payload();
        var row = telling.row(event);
        assertThat(row.link()).isEqualTo(payload.get(telling.id()).asString());
        assertThat(row.actor()).isNotNull();
        assertThat(row.organization()).isNotNull();
        assertThat(row.detail().propertyNames())
                .containsExactlyInAnyOrderElementsOf(telling.detail());
        var answered = JsonMapper.shared().treeToValue(row.detail(), ActivityV1.DetailV1.class);
        assertThat(JsonMapper.shared().<ObjectNode>valueToTree(answered).properties())
                .as("what is told has a field in the answer")
                .containsAll(row.detail().properties());
        if (event.type().contains("imported")) {
            assertThat(row.at()).isNotEqualTo(event.at());
            assertThat(row.actor()).isNotEqualTo(String.valueOf(event.actor()));
        } else {
            assertThat(row.at()).isEqualTo(event.at());
        }
    }
}
