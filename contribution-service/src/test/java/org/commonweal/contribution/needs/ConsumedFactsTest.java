package org.commonweal.contribution.needs;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> needs_of_others_are_read_as_they_say_them() {
        return ConsumedEvents.by(ForeignNeeds.class)
                .reads("membership.need-opened.v1", ForeignNeeds.NeedOpenedV1.class)
                .reads("membership.need-closed.v1", ForeignNeeds.NeedClosedV1.class)
                .reads("purpose.need-opened.v1", ForeignNeeds.NeedOpenedV1.class)
                .reads("purpose.need-closed.v1", ForeignNeeds.NeedClosedV1.class)
                .checks();
    }
}
