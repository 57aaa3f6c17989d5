package org.commonweal.membership.asking;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> what_is_asked_is_mailed_from_what_is_kept_here() {
        return ConsumedEvents.by(MailAsk.class)
                .readsNothingOf("membership.move-changed.v1")
                .readsNothingOf("membership.deputy-changed.v1")
                .readsNothingOf("membership.agreement-written.v1")
                .readsNothingOf("membership.office-changed.v1")
                .checks();
    }
}
