package org.commonweal.recognition.crediting;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> contributions_and_acknowledgements_are_read_as_they_are_told() {
        return ConsumedEvents.by(ContributionsConsumer.class)
                .reads("contribution.submitted.v1", SubmittedV1.class)
                .reads("contribution.acknowledged.v1", AcknowledgedV1.class)
                .reads("contribution.imported.v1", ImportedV1.class)
                .reads("contribution.acknowledgement-imported.v1", AcknowledgementImportedV1.class)
                .checks();
    }
}
