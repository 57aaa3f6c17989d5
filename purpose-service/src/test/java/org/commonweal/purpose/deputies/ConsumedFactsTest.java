package org.commonweal.purpose.deputies;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_deputy_is_known_with_the_dates() {
        return ConsumedEvents.by(DeputyFacts.class)
                .reads("membership.deputy-changed.v1", DeputyChangedV1.class)
                .checks();
    }
}
