package org.commonweal.purpose.leaving;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> which_firm_has_left_is_named() {
        return ConsumedEvents.by(SettleBallots.class)
                .reads("membership.organization-left.v1", SettleBallots.OrganizationLeftV1.class)
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> whose_standing_has_ended_is_named() {
        return ConsumedEvents.by(SettlePersonsVotes.class)
                .reads("membership.standing-changed.v1", SettlePersonsVotes.StandingEndedV1.class)
                .checks();
    }
}
