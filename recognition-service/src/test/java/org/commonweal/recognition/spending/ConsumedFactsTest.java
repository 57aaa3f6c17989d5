package org.commonweal.recognition.spending;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_decision_says_what_is_paid_to_whom() {
        return ConsumedEvents.by(HearDecision.class)
                .reads("purpose.decision-adopted.v1", DecisionAdoptedV1.class)
                .checks();
    }
}
