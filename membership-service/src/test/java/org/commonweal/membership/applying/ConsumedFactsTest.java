package org.commonweal.membership.applying;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_refusal_is_mailed_from_what_is_kept_here() {
        return ConsumedEvents.by(MailRefusal.class)
                .readsNothingOf("membership.application-decided.v1")
                .checks();
    }
}
