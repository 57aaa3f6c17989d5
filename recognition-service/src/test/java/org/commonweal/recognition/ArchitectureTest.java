package org.commonweal.recognition;

import java.util.stream.Stream;
import org.commonweal.platform.test.ArchitectureRules;
import org.commonweal.platform.test.CatalogRules;
import org.commonweal.platform.test.GoldenSchema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_code_keeps_the_one_shape() {
        return ArchitectureRules.of("org.commonweal.recognition");
    }

    @TestFactory
    Stream<DynamicTest> every_tenant_table_stands_behind_the_second_wall() {
        return CatalogRules.of("recognition")
                // Runs as the redactor, inside the alliance of the transaction.
                .allowing("erase_person")
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> the_migrations_add_up_to_the_golden_schema() {
        return GoldenSchema.of("recognition");
    }
}
