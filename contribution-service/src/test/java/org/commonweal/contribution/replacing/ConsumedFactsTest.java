package org.commonweal.contribution.replacing;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> who_left_is_named() {
        return ConsumedEvents.by(AskAnother.class)
                .reads("membership.member-left.v1", AskAnother.MemberLeftV1.class)
                .reads("membership.member-moved.v1", AskAnother.MemberMovedV1.class)
                .reads("membership.member-seconded.v1", AskAnother.MemberSecondedV1.class)
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> which_firm_left_is_named() {
        return ConsumedEvents.by(AskOthers.class)
                .reads("membership.organization-left.v1", AskOthers.OrganizationLeftV1.class)
                .checks();
    }
}
