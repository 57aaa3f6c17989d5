package org.commonweal.purpose.asking;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> whose_standing_it_is_is_named() {
        return ConsumedEvents.by(AskDelegates.class)
                .reads("membership.standing-changed.v1", AskDelegates.StandingChangedV1.class)
                .reads("membership.organization-left.v1", AskDelegates.OrganizationLeftV1.class)
                .checks();
    }
}
