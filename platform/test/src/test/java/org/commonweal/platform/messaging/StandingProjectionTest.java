package org.commonweal.platform.messaging;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StandingProjectionTest {

    @TestFactory
    Stream<DynamicTest> a_standing_is_read_as_membership_writes_it() {
        return ConsumedEvents.by(StandingProjection.class)
                .reads("membership.standing-changed.v1", StandingProjection.StandingChangedV1.class)
                .checks();
    }
}
