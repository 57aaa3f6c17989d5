package org.commonweal.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.commonweal.platform.test.ClassShapes.nullMarkedPackage;
import static org.commonweal.platform.test.ClassShapes.topLevelNamed;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The shape that every service has. A rule that finds nothing to judge fails and says so, so that a
 * renamed package cannot switch it off; what a service truly lacks it names in {@link Named}.
 */
public final class ArchitectureRules {

    private static final String SQL_NAMES =
            ".*(s|People|Ledger|Activity|Registry|Library|Health|History|Search|Projection)";

    private ArchitectureRules() {}

    /** One test per rule, over the service whose main classes lie below {@code root}. */
    public static Stream<DynamicTest> of(String root) {
        return of(root, Named.NOTHING);
    }

    /** As {@link #of(String)}, with the exceptions that the service names. */
    public static Stream<DynamicTest> of(String root, Named named) {
        var main = main(root);
        var tests = tests(root);
        var checks =
                rules(root, named).entrySet().stream()
                        .map(rule -> check(rule.getKey(), rule.getValue(), main));
        return Stream.concat(
                checks,
                Stream.of(
                        check("no mock library", TestRules.noMocks(), tests),
                        check(
                                "what is heard is read as agreed",
                                TestRules.heardIsRead(tests),
                                main)));
    }

    static Map<String, ArchRule> rules(String root, Named named) {
        var rules = new LinkedHashMap<String, ArchRule>();
        if (named.domain()) {
            rules.put("domain is pure", domainIsPure(root));
        }
        rules.put("features are free of cycles", noCycles(root));
        rules.put("adapters are package-private", packagePrivate(root, named));
        rules.put("only controllers see the web", onlyControllersSeeTheWeb());
        rules.put("only plural nouns see SQL", onlyPluralNounsSeeSql());
        rules.put("only consumers see Kafka", onlyConsumersSeeKafka());
        rules.put("no service calls another", noSynchronousCalls());
        rules.put("no service knows another's classes", noForeignClasses(root));
        rules.put("no blocking", CallRules.noBlocking(named));
        rules.put("time and chance are passed in", CallRules.noAmbientTimeOrChance(named));
        rules.put("names say what", namesSayWhat());
        rules.put("no field injection", noFieldInjection());
        rules.put("packages are null-marked", nullMarked());
        return rules;
    }

    static ArchRule domainIsPure(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", root + ".domain..")
                .because("decisions are plain Java that a reader and a test can call");
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature must be readable, and removable, on its own");
    }

    static ArchRule packagePrivate(String root, Named named) {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".domain..")
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("Application")
                .and()
                .doNotHaveSimpleName("package-info")
                .and(ClassShapes.notListed(named.publicTypes()))
                .should()
                .notBePublic()
                .because("an adapter is its folder's own; list in Named what others may use");
    }

    static ArchRule onlyControllersSeeTheWeb() {
        return noClasses()
                .that(ClassShapes.not(topLevelNamed(".*(Controller|Configuration|Problems)")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..")
                .because("HTTP ends in *Controller, and refusals become answers in *Problems");
    }

    static ArchRule onlyPluralNounsSeeSql() {
        return noClasses()
                .that(ClassShapes.not(topLevelNamed("(" + SQL_NAMES + "|.*Configuration)")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.r2dbc..", "io.r2dbc..", "java.sql..")
                .because("SQL stands in one class per collection (or projection), a plural noun");
    }

    static ArchRule onlyConsumersSeeKafka() {
        return noClasses()
                .that(ClassShapes.not(topLevelNamed(".*(Consumer|Configuration)")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("events arrive in *Consumer and leave through the journal");
    }

    static ArchRule noSynchronousCalls() {
        return noClasses()
                .that(ClassShapes.not(topLevelNamed(".*(Worker|Configuration)")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web.reactive.function.client..",
                        "org.springframework.web.client..",
                        "org.springframework.web.service..",
                        "reactor.netty.http.client..",
                        "java.net.http..")
                .because("a service decides by its own copy of the facts; it calls no other");
    }

    static ArchRule noForeignClasses(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat(ClassShapes.ofAnotherPart(root))
                .because("services share files in contracts/, never classes");
    }

    static ArchRule namesSayWhat() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Mapper)")
                .because("such a name hides what the class is for");
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .allowEmptyShould(true)
                .because("what a class needs stands in its constructor");
    }

    static ArchRule nullMarked() {
        return classes()
                .should(nullMarkedPackage())
                .because("null does not exist unless a type says @Nullable");
    }

    static DynamicTest check(String name, ArchRule rule, JavaClasses classes) {
        return DynamicTest.dynamicTest(name, () -> rule.check(classes));
    }

    static JavaClasses main(String root) {
        return found(root, new ImportOption.DoNotIncludeTests());
    }

    static JavaClasses tests(String root) {
        return found(root, new ImportOption.OnlyIncludeTests());
    }

    private static JavaClasses found(String root, ImportOption where) {
        var classes = new ClassFileImporter().withImportOption(where).importPackages(root);
        if (classes.stream().noneMatch(JavaClass::isTopLevelClass)) {
            throw new AssertionError("no class below " + root + ": the rules would judge nothing");
        }
        return classes;
    }
}
