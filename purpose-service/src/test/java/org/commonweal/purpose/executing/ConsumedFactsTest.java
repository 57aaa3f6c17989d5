package org.commonweal.purpose.executing;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> what_became_of_a_decision_is_read_as_it_is_told() {
        return ConsumedEvents.by(HearExecution.class)
                .reads("membership.decision-executed.v1", DecisionExecutedV1.class)
                .reads("recognition.decision-executed.v1", DecisionExecutedV1.class)
                .checks();
    }
}
