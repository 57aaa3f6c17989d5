package org.commonweal.recognition.crediting;

import java.util.stream.Stream;
import org.commonweal.platform.test.ContractFiles;
import org.commonweal.recognition.pools.PublishedMoney;
import org.commonweal.recognition.spending.PublishedSpending;
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
                .publishes("pool-changed.v1", PublishedMoney.POOL)
                .publishes("deposit-changed.v1", PublishedMoney.DEPOSIT)
                .publishes("spent.v1", PublishedSpending.SPENT)
                .publishes("decision-executed.v1", PublishedSpending.EXECUTED)
                .checks();
    }
}
