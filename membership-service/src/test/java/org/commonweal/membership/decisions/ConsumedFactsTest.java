package org.commonweal.membership.decisions;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_decision_says_what_is_to_be_done() {
        return ConsumedEvents.by(HearDecision.class)
                .reads("purpose.decision-adopted.v1", DecisionAdoptedV1.class)
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> who_is_removed_is_told_by_which_decision() {
        return ConsumedEvents.by(MailRemoval.class)
                .reads("membership.member-left.v1", MailRemoval.LeftV1.class)
                .checks();
    }
}
