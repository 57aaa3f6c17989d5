package org.commonweal.membership.firmleaving;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_farewell_is_mailed_from_what_is_kept_here() {
        return ConsumedEvents.by(MailFarewell.class)
                .readsNothingOf("membership.organization-left.v1")
                .checks();
    }
}
