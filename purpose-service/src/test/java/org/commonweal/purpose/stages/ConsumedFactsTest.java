package org.commonweal.purpose.stages;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> that_an_alliance_began_is_enough() {
        return ConsumedEvents.by(AllianceStages.class)
                .readsNothingOf("membership.alliance-founded.v1")
                .checks();
    }
}
