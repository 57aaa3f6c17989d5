package org.commonweal.contribution.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each type that is told finds its fields in the producer's own example. */
class TellingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TestFactory
    Stream<DynamicTest> every_field_that_is_told_stands_in_the_contract() {
        return Telling.BY_TYPE.keySet().stream()
                .sorted()
                .map(type -> DynamicTest.dynamicTest(type, () -> check(type)));
    }

    private static void check(String type) throws IOException {
        var telling = Objects.requireNonNull(Telling.BY_TYPE.get(type));
        var payload = JsonMapper.shared().readTree(example(type));
        var event =
                new Event(
                        new UUID(7, 1),
                        type,
                        new UUID(7, 2),
                        new UUID(7, 3),
                        1,
                        new UUID(7, 4),
                        new UUID(7, 5),
                        Audience.EVERYONE,
                        NOW,
                        payload);
        var row = telling.row(event);
        assertThat(row.link()).isEqualTo(payload.get(telling.link()).asString());
        assertThat(row.actor()).isNotNull();
        assertThat(row.organization()).isNotNull();
        assertThat(row.detail().propertyNames())
                .containsExactlyInAnyOrderElementsOf(telling.detail());
        var answered = JsonMapper.shared().treeToValue(row.detail(), ActivityV1.DetailV1.class);
        assertThat(JsonMapper.shared().<ObjectNode>valueToTree(answered).properties())
                .as("what is told has a field in the answer")
                .containsAll(row.detail().properties());
        if (type.contains("imported")) {
            assertThat(row.at()).isBefore(NOW);
            assertThat(row.actor()).isNotEqualTo(new UUID(7, 4).toString());
        } else {
            assertThat(row.at()).isEqualTo(NOW);
        }
    }

    private static String example(String type) throws IOException {
        var file = type.replaceFirst("\\.", "/") + ".example.json";
        return Files.readString(Path.of("../contracts/events").resolve(file));
    }
}
