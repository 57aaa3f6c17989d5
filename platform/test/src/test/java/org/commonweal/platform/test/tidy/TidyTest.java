package org.commonweal.platform.test.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonweal.platform.test.Repository;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class TidyTest {

    private static final List<Offence> OFFENDERS =
            List.of(
                    new Offence("nothing is put off without an issue", "a/A.java", "// FIX" + "ME"),
                    new Offence(
                            "nothing is put off without an issue", "a/B.java", "// TO" + "DO: it"),
                    new Offence("no stray file types", "a/notes.docx", "x"),
                    new Offence("no large files", "a/big.json", "x".repeat(256 * 1024 + 1)),
                    new Offence("links in documents lead somewhere", "a/A.md", "[b](gone.md)"),
                    new Offence(
                            "documents name tests that exist",
                            "A.md",
                            "guarded by `Gone" + "Test`"),
                    new Offence(
                            "a package says what it is",
                            "a/src/main/java/a/package-info.java",
                            "@NullMarked package a;"),
                    new Offence(
                            "a package says what it is",
                            "a/src/test/java/a/package-info.java",
                            "/** A. */ package a;"),
                    new Offence("documents stay short", "README.md", "x\n".repeat(121)),
                    new Offence("documents stay short", "ARCHITECTURE.md", "x\n".repeat(201)),
                    new Offence("no path of somebody's machine", "a/A.md", "see /ro" + "ot/x"),
                    new Offence(
                            "no package registry's host",
                            "a/package-lock.json",
                            "\"https://registry" + ".example.org/react\""),
                    new Offence("no test sleeps", "a/src/test/java/A.java", "Thread.sl" + "eep(1)"),
                    new Offence("no test sleeps", "web/e2e/a.ts", "page.waitForTime" + "out(9)"),
                    new Offence(
                            "pages by key, not by number",
                            "a/src/main/java/A.java",
                            "LIMIT 5 OFF" + "SET 10"),
                    new Offence(
                            "classes and methods stay short",
                            "a/src/main/java/A.java",
                            "class A {" + "\n".repeat(200) + "}"),
                    new Offence(
                            "classes and methods stay short",
                            "a/src/main/java/B.java",
                            "class B { record C() { void most() {" + "\n".repeat(30) + "} } }"),
                    new Offence("no author tags", "a/A.java", "@auth" + "or me"),
                    new Offence("migrations are numbered once", "a/db/migration/V1__x.sql", "x"),
                    new Offence("decisions are numbered without a gap", "docs/adr/0002-b.md", "x"),
                    new Offence(
                            "one HTTP contract for each service",
                            "contracts/http/gift.openapi.json",
                            "{}"));

    /** Offences that take two files. */
    private static final Map<String, Map<String, String>> SERVICE_OFFENDERS =
            Map.of(
                    "services are held to the rules",
                    Map.of(
                            "gift-service/pom.xml",
                            "x",
                            "gift-service/src/test/java/A.java",
                            "ArchitectureRules.of( CatalogRules.of( ContractFiles.of("
                                    + " GoldenSchema.of("),
                    "a service's page names its events",
                    Map.of(
                            "gift-service/pom.xml", "x",
                            "gift-service/README.md", "says taken",
                            "contracts/events/gift/given.v1.schema.json", "x",
                            "contracts/events/gift/taken.v1.schema.json", "x"),
                    "a service's page says each thing once",
                    Map.of(
                            "gift-service/pom.xml",
                            "x",
                            "gift-service/README.md",
                            "| owns | gifts |\n| owns | thanks |"),
                    "one HTTP contract for each service",
                    Map.of("gift-service/pom.xml", "x"));

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> the_repository_is_tidy() {
        return new Tidy(new Tree(Repository.root()))
                .rules().entrySet().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () ->
                                                assertThat(rule.getValue().get())
                                                        .as(rule.getKey())
                                                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_names_its_offender() {
        return OFFENDERS.stream()
                .map(offence ->
                        DynamicTest.dynamicTest(
                                offence.rule() + ": " + offence.file(), () -> names(offence)));
    }

    private void names(Offence offence) throws IOException {
        var root = Files.createTempDirectory(folder, "tree");
        write(root, Map.of(offence.file(), offence.text()));
        var rule = Objects.requireNonNull(new Tidy(new Tree(root)).rules().get(offence.rule()));
        assertThat(rule.get()).singleElement().asString().startsWith(offence.file());
    }

    @TestFactory
    Stream<DynamicTest> what_a_service_lacks_is_named() {
        return SERVICE_OFFENDERS.entrySet().stream()
                .map(offence ->
                        DynamicTest.dynamicTest(
                                offence.getKey(),
                                () -> lacks(offence.getKey(), offence.getValue())));
    }

    private void lacks(String name, Map<String, String> files) throws IOException {
        var root = Files.createTempDirectory(folder, "tree");
        write(root, files);
        var rule = Objects.requireNonNull(new Tidy(new Tree(root)).rules().get(name));
        assertThat(rule.get()).singleElement().asString().contains("gift");
    }

    @Test
    void every_rule_has_an_offender() {
        var rules = new TreeSet<>(new Tidy(new Tree(folder)).rules().keySet());
        OFFENDERS.forEach(offence -> rules.remove(offence.rule()));
        SERVICE_OFFENDERS.keySet().forEach(rules::remove);
        assertThat(rules).isEmpty();
    }

    @Test
    void whoever_is_excused_for_length_must_be_long() throws IOException {
        write(
                folder,
                Map.of(
                        Sizes.EXCEPTIONS,
                        "A = it reads as one\nB = it was long once",
                        "a/src/main/java/A.java",
                        "class A {" + "\n".repeat(200) + "}",
                        "a/src/main/java/B.java",
                        "class B {}"));
        assertThat(new Sizes(new Tree(folder)).tooLong())
                .singleElement()
                .asString()
                .contains("B is long no more");
    }

    @Test
    void two_migrations_with_one_number_are_found() throws IOException {
        write(
                folder,
                Map.of("a/db/migration/V0001__x.sql", "x", "a/db/migration/V0001__y.sql", "x"));
        var rule = new Tidy(new Tree(folder)).rules().get("migrations are numbered once");
        assertThat(Objects.requireNonNull(rule).get()).hasSize(1);
    }

    @Test
    void what_is_ignored_by_git_is_ignored_here() throws IOException {
        write(
                folder,
                Map.of(
                        ".gitignore", "target/\n*.log\n",
                        "a/target/x.docx", "x",
                        "a/x.log", "x",
                        "a/A.java", "x"));
        var tree = new Tree(folder);
        assertThat(tree.files().stream().map(tree::name))
                .containsExactlyInAnyOrder(".gitignore", "a/A.java");
    }

    private static void write(Path root, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = root.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
    }

    private record Offence(String rule, String file, String text) {}
}
