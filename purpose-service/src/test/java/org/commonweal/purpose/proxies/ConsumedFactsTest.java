package org.commonweal.purpose.proxies;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> who_has_left_is_named() {
        return ConsumedEvents.by(EndProxies.class)
                .reads("membership.member-left.v1", EndProxies.MemberLeftV1.class)
                .reads("membership.organization-left.v1", EndProxies.OrganizationLeftV1.class)
                .checks();
    }
}
