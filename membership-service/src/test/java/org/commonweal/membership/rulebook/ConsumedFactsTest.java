package org.commonweal.membership.rulebook;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_rulebook_says_who_decides_and_how_many_seats_a_firm_has() {
        return ConsumedEvents.by(Rulebooks.class)
                .reads("purpose.rulebook-changed.v1", RulebookChangedV1.class)
                .checks();
    }
}
