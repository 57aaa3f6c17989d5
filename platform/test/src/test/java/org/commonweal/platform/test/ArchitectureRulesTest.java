package org.commonweal.platform.test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureRulesTest {

    private static final String FIXTURES = "org.commonweal.platform.test.";

    /** Fixture package → the rule that it breaks and the classes that the rule must name. */
    private static final Map<String, Offence> OFFENDERS =
            Map.ofEntries(
                    offence("impure", "domain is pure", "DecisionThatReadsJson"),
                    offence("cycles", "features are free of cycles", "Gift", "Thanks"),
                    offence("visible", "adapters are package-private", "VisibleGifts"),
                    offence("webby", "only controllers see the web", "GiveOverHttp"),
                    offence("sql", "only plural nouns see SQL", "GiftController"),
                    offence("kafka", "only consumers see Kafka", "GiftSender"),
                    offence("calling", "no service calls another", "PurposeLookup"),
                    offence("foreign", "no service knows another's classes", "BorrowedGift"),
                    offence(
                            "waiting",
                            "no blocking",
                            "GiftThatBlocks",
                            "GiftThatSubscribes",
                            "GiftThatSleeps"),
                    offence(
                            "ambient",
                            "time and chance are passed in",
                            "GiftThatReadsTheClock",
                            "GiftWithRandomId"),
                    offence(
                            "named",
                            "names say what",
                            "GiftImpl",
                            "GiftManager",
                            "GiftUtils",
                            "GiftHelper",
                            "GiftMapper"),
                    offence("injected", "no field injection", "GiftWithHiddenNeeds"),
                    offence("unmarked", "packages are null-marked", "GiftThatMayBeNull"));

    @TestFactory
    Stream<DynamicTest> each_rule_bites_its_offender_and_names_it() {
        return OFFENDERS.entrySet().stream()
                .map(offender ->
                        DynamicTest.dynamicTest(
                                offender.getValue().rule(),
                                () -> bites(offender.getKey(), offender.getValue())));
    }

    private static void bites(String fixture, Offence offence) {
        var root = FIXTURES + "offending." + fixture;
        var rule = rule(offence.rule(), root, Named.NOTHING);
        assertThatThrownBy(() -> rule.check(imported(root)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("because")
                .satisfies(error -> assertThat(error.getMessage()).contains(offence.classes()));
    }

    @Test
    void every_rule_has_an_offender() {
        var rules = new TreeSet<>(ArchitectureRules.rules("any", Named.NOTHING).keySet());
        OFFENDERS.values().forEach(offence -> rules.remove(offence.rule()));
        assertThat(rules).isEmpty();
    }

    @Test
    void a_mock_in_a_test_is_named() {
        assertThatThrownBy(
                        () -> TestRules.noMocks().check(imported(FIXTURES + "offending.mocking")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GiftMockTest");
    }

    @Test
    void a_handler_whose_events_no_test_reads_is_named() {
        var tests = new ClassFileImporter().importClasses(ConsumedEventsTest.class);
        var rule = TestRules.heardIsRead(tests);
        assertThatThrownBy(() -> rule.check(imported(FIXTURES + "offending.unread")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("UnreadGifts");
        assertThatCode(() ->
                        rule.check(
                                new ClassFileImporter()
                                        .importClasses(ConsumedEventsTest.Gifts.class)))
                .doesNotThrowAnyException();
    }

    @TestFactory
    Stream<DynamicTest> a_service_as_it_should_be_passes_every_rule() {
        var root = FIXTURES + "conforming";
        return ArchitectureRules.rules(root, Named.NOTHING).entrySet().stream()
                .map(rule ->
                        ArchitectureRules.check(rule.getKey(), rule.getValue(), imported(root)));
    }

    @Test
    void a_rule_that_finds_nothing_to_judge_says_so() {
        var root = FIXTURES + "offending.named";
        var rule = ArchitectureRules.domainIsPure(root);
        assertThatThrownBy(() -> rule.check(imported(root)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
        assertThatThrownBy(() -> ArchitectureRules.of("org.commonweal.nowhere").toList())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.commonweal.nowhere");
    }

    @Test
    void what_a_service_names_is_allowed() {
        var root = FIXTURES + "offending.";
        var named =
                Named.NOTHING
                        .publicly("VisibleGifts")
                        .readingClockIn("GiftThatReadsTheClock", "GiftWithRandomId")
                        .waitingIn("GiftThatBlocks", "GiftThatSubscribes");
        passes("adapters are package-private", root + "visible", named, "package-info");
        assertThatThrownBy(() -> check("no blocking", root + "waiting", named))
                .hasMessageContaining("GiftThatSleeps")
                .hasMessageNotContaining("GiftThatBlocks.wait");
        assertThat(ArchitectureRules.rules("any", named.withoutDomain()).keySet())
                .doesNotContain("domain is pure");
    }

    private static void passes(String rule, String root, Named named, String nothingElseIn) {
        assertThatThrownBy(() -> check(rule, root, named))
                .as("only %s is left to judge in %s", nothingElseIn, root)
                .hasMessageContaining("failed to check any classes");
        assertThatCode(() -> check(rule, FIXTURES + "conforming", named))
                .doesNotThrowAnyException();
    }

    private static void check(String rule, String root, Named named) {
        rule(rule, root, named).check(imported(root));
    }

    private static ArchRule rule(String name, String root, Named named) {
        return requireNonNull(ArchitectureRules.rules(root, named).get(name), name);
    }

    private static JavaClasses imported(String root) {
        return new ClassFileImporter().importPackages(root);
    }

    private static Map.Entry<String, Offence> offence(
            String fixture, String rule, String... classes) {
        return Map.entry(fixture, new Offence(rule, Set.copyOf(List.of(classes))));
    }

    private record Offence(String rule, Set<String> classes) {}
}
