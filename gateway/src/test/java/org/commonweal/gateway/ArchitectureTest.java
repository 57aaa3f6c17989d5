package org.commonweal.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.commonweal.gateway.offending.lingering.Lingers;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The gateway's shape: features without cycles, one that knows Kafka, one Valkey, none that waits.
 */
class ArchitectureTest {

    private static final String ROOT = "org.commonweal.gateway";
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);
    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importPackages(ROOT + ".offending");

    private static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature stands alone");

    private static final ArchRule ONLY_THE_STREAM_KNOWS_KAFKA =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".stream..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..")
                    .because("everything else here is HTTP");

    private static final ArchRule ONLY_THE_CLUSTER_KNOWS_VALKEY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".cluster..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.lettuce..",
                            "io.github.bucket4j.redis..",
                            "org.springframework.data.redis..",
                            "org.springframework.session..")
                    .because("on one machine there is none");

    private static final ArchRule NOTHING_WAITS =
            noClasses()
                    .should()
                    .callMethod(Mono.class, "block")
                    .orShould()
                    .callMethod(Flux.class, "blockLast")
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .because("an event loop serves everyone, and time is passed in");

    private static final ArchRule NAMES_SAY_WHAT =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .because("such a name hides what the class is for");

    private static final ArchRule NO_SERVICE_IS_KNOWN =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages(
                            "org.commonweal.membership..",
                            "org.commonweal.purpose..",
                            "org.commonweal.contribution..",
                            "org.commonweal.recognition..")
                    .because("parts share files in contracts/, never classes");

    @Test
    void the_code_keeps_its_shape() {
        NO_CYCLES.check(MAIN);
        ONLY_THE_STREAM_KNOWS_KAFKA.check(MAIN);
        ONLY_THE_CLUSTER_KNOWS_VALKEY.check(MAIN);
        NOTHING_WAITS.check(MAIN);
        NAMES_SAY_WHAT.check(MAIN);
        NO_SERVICE_IS_KNOWN.check(MAIN);
    }

    @Test
    void and_the_rules_bite() {
        assertThatThrownBy(() -> NO_CYCLES.check(OFFENDERS)).hasMessageContaining("Cycle");
        assertThatThrownBy(() -> ONLY_THE_STREAM_KNOWS_KAFKA.check(OFFENDERS))
                .hasMessageContaining(Lingers.class.getSimpleName());
        assertThatThrownBy(() -> ONLY_THE_CLUSTER_KNOWS_VALKEY.check(OFFENDERS))
                .hasMessageContaining("Hoards");
        assertThatThrownBy(() -> NOTHING_WAITS.check(OFFENDERS)).hasMessageContaining("sleep");
        assertThatThrownBy(() -> NAMES_SAY_WHAT.check(OFFENDERS))
                .hasMessageContaining("LingeringManager");
    }
}
