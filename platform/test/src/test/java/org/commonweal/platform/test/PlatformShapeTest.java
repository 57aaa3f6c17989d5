package org.commonweal.platform.test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The platform holds mechanism: of the services' rules, those that do not speak of features. */
class PlatformShapeTest {

    private static final List<String> RULES =
            List.of(
                    "no service knows another's classes",
                    "names say what",
                    "no field injection",
                    "packages are null-marked");

    @TestFactory
    Stream<DynamicTest> the_platform_knows_no_service() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(
                                "org.commonweal.platform.brokering",
                                "org.commonweal.platform.keys",
                                "org.commonweal.platform.messaging",
                                "org.commonweal.platform.operating",
                                "org.commonweal.platform.web");
        var rules = ArchitectureRules.rules("org.commonweal.platform", Named.NOTHING);
        return RULES.stream()
                .map(name ->
                        ArchitectureRules.check(
                                name, Objects.requireNonNull(rules.get(name)), classes));
    }
}
