package org.commonweal.purpose.forking;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> an_alliance_has_what_it_came_from() {
        return ConsumedEvents.by(LineageFacts.class)
                .reads("membership.alliance-founded.v1", LineageFacts.FoundedV1.class)
                .checks();
    }
}
