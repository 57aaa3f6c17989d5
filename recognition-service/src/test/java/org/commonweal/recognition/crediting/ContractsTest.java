package org.commonweal.recognition.crediting;

import java.util.stream.Stream;
import org.commonweal.platform.test.ContractFiles;
import org.commonweal.recognition.thanking.PublishedThanks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    @TestFactory
    Stream<DynamicTest> events_are_as_the_contracts_say() {
        return ContractFiles.of("recognition")
                .publishes("credited.v1", CreditedV1.class)
                .publishes("credit-imported.v1", CreditedV1.class)
                .publishes("thanked.v1", PublishedThanks.TYPE)
                .checks();
    }
}
