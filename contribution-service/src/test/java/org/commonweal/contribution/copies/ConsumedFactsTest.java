package org.commonweal.contribution.copies;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> an_alliance_has_its_own_limit_and_its_founder() {
        return ConsumedEvents.by(AllianceFacts.class)
                .reads("membership.alliance-founded.v1", AllianceFacts.AllianceFoundedV1.class)
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> a_goal_has_an_owner() {
        return ConsumedEvents.by(GoalFacts.class)
                .reads("purpose.goal-set.v1", GoalFacts.GoalSetV1.class)
                .reads("purpose.closed.v1", GoalFacts.PurposeClosedV1.class)
                .checks();
    }
}
