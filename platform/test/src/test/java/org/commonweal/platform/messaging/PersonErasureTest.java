package org.commonweal.platform.messaging;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PersonErasureTest {

    @TestFactory
    Stream<DynamicTest> who_is_erased_and_whether_the_work_goes_is_read_as_membership_writes_it() {
        return ConsumedEvents.by(PersonErasure.class)
                .reads(PersonErasure.ERASED, PersonErasure.PersonErasedV1.class)
                .checks();
    }
}
