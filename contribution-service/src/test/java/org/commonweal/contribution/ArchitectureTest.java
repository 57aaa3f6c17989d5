package org.commonweal.contribution;

import java.util.stream.Stream;
import org.commonweal.contribution.wire.AcknowledgedV1;
import org.commonweal.contribution.wire.AcknowledgementImportedV1;
import org.commonweal.contribution.wire.CarriedOverV1;
import org.commonweal.contribution.wire.DeclinedV1;
import org.commonweal.contribution.wire.EscalatedV1;
import org.commonweal.contribution.wire.HandedOverV1;
import org.commonweal.contribution.wire.ImportedV1;
import org.commonweal.contribution.wire.NeedClosedV1;
import org.commonweal.contribution.wire.NeedOpenedV1;
import org.commonweal.contribution.wire.RemindedV1;
import org.commonweal.contribution.wire.SubmittedV1;
import org.commonweal.platform.test.ArchitectureRules;
import org.commonweal.platform.test.CatalogRules;
import org.commonweal.platform.test.ContractFiles;
import org.commonweal.platform.test.GoldenSchema;
import org.commonweal.platform.test.Named;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_service_has_the_shape_of_every_service() {
        return ArchitectureRules.of(
                "org.commonweal.contribution",
                Named.NOTHING
                        // what submitting and answering share: the answer, and who is asked
                        .publicly("ContributionV1", "WholeContributions", "NeedFacts")
                        .publicly("Candidates", "ContributionRows", "Visible")
                        // the wire
                        .publicly("SubmittedV1", "AcknowledgedV1", "DeclinedV1", "RemindedV1")
                        .publicly("EscalatedV1", "NeedOpenedV1", "NeedClosedV1", "ImportedV1")
                        .publicly("HandedOverV1", "CarriedOverV1")
                        .publicly("AcknowledgementImportedV1"));
    }

    @TestFactory
    Stream<DynamicTest> alliances_are_walled_off_from_each_other() {
        return CatalogRules.of("contribution")
                // The one audited way past the wall: trigrams cannot use their index under a
                // policy. It answers to a standing in the alliance of the transaction alone.
                .allowing("search_titles")
                // Runs as the redactor, inside the alliance of the transaction.
                .allowing("erase_person", "erase_titles_told")
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> every_fact_equals_its_contract() {
        return ContractFiles.of("contribution")
                .publishes("submitted.v1", SubmittedV1.class)
                .publishes("acknowledged.v1", AcknowledgedV1.class)
                .publishes("declined.v1", DeclinedV1.class)
                .publishes("reminded.v1", RemindedV1.class)
                .publishes("escalated.v1", EscalatedV1.class)
                .publishes("need-opened.v1", NeedOpenedV1.class)
                .publishes("need-closed.v1", NeedClosedV1.class)
                .publishes("handed-over.v1", HandedOverV1.class)
                .publishes("carried-over.v1", CarriedOverV1.class)
                .publishes("imported.v1", ImportedV1.class)
                .publishes("acknowledgement-imported.v1", AcknowledgementImportedV1.class)
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> the_migrations_add_up_to_the_golden_schema() {
        return GoldenSchema.of("contribution");
    }
}
