package org.commonweal.platform.messaging;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AgreementProjectionTest {

    @TestFactory
    Stream<DynamicTest> what_is_required_and_accepted_is_read_as_membership_writes_it() {
        return ConsumedEvents.by(AgreementProjection.class)
                .reads(AgreementProjection.WRITTEN, AgreementProjection.AgreementWrittenV1.class)
                .reads(AgreementProjection.ACCEPTED, AgreementProjection.AgreementAcceptedV1.class)
                .checks();
    }
}
