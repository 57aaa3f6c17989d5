package org.commonweal.membership.maildomains;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> a_code_is_mailed_from_what_is_kept_here() {
        return ConsumedEvents.by(MailProofCode.class)
                .readsNothingOf("membership.mail-domain-mail-asked.v1")
                .checks();
    }
}
