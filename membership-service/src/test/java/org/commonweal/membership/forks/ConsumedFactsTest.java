package org.commonweal.membership.forks;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_fork_has_who_prepared_it() {
        return ConsumedEvents.by(HearFork.class)
                .reads("purpose.fork-prepared.v1", HearFork.ForkPreparedV1.class)
                .checks();
    }
}
