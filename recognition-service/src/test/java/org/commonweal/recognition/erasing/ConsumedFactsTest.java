package org.commonweal.recognition.erasing;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> an_erasure_names_the_person_and_says_what_becomes_of_the_work() {
        return ConsumedEvents.by(ErasePerson.class)
                .reads("membership.person-erased.v1", ErasePerson.PersonErasedV1.class)
                .checks();
    }
}
