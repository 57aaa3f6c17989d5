package org.commonweal.platform.test.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The rules of the repository; each gives what breaks it, empty when nothing does. */
record Tidy(Tree tree) {

    private static final int BLOB_MAX = 256 * 1024;
    private static final Set<String> LARGE = Set.of("package-lock.json");

    private static final Pattern TYPES =
            Pattern.compile(
                    ".*\\.(java|xml|yaml|yml|json|sql|md|html|css|ts|tsx|js|mjs|svg|png|ico|woff2|conf"
                            + "|properties|imports|webmanifest|ndjson|csv|gz|ftl)");
    private static final Set<String> NAMES =
            Set.of(
                    ".editorconfig",
                    ".gitattributes",
                    ".gitignore",
                    ".npmrc",
                    ".ci/run",
                    "LICENSE",
                    "Containerfile",
                    "commonweal",
                    "contracts/RELEASED",
                    "infra/image/import",
                    ".mvn/jvm.config");

    private static final Map<String, Integer> LINES_MAX =
            Map.of(
                    "README.md", 120,
                    "ARCHITECTURE.md", 200,
                    "CONTRIBUTING.md", 60,
                    "STYLE.md", 120,
                    ".editorconfig", 15,
                    "commonweal", 60);

    private static final Pattern LATER =
            Pattern.compile("\\bFIX" + "ME\\b|\\bTO" + "DO\\b(?!\\(#\\d+\\))");
    private static final Pattern OWN_MACHINE =
            Pattern.compile("(?<![\\w.}-])/(work|root|home/\\w+|Users/\\w+)/");
    private static final Pattern REGISTRY =
            Pattern.compile(
                    "https?://[\\w.-]*(registry|repo1?|maven|npmjs|nexus|artifactory)[\\w.-]*\\.\\w+[:/]\\S*");
    private static final Pattern LINK = Pattern.compile("(?<!`)\\[[^\\]]*]\\(([^)\\s#]+)[^)]*\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)\\b");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sl" + "eep|waitForTime" + "out");

    /** Zero skips nothing: it keeps PostgreSQL's planner from moving a look-up. */
    private static final Pattern OFFSET = Pattern.compile("\\bOFF" + "SET\\b(?! 0\\b)");

    private static final Pattern AUTHOR = Pattern.compile("@auth" + "or\\b");
    private static final Pattern MIGRATION =
            Pattern.compile("(V\\d{4}__|afterMigrate__)[a-z0-9_]+\\.sql");

    Map<String, Supplier<List<String>>> rules() {
        var rules = new LinkedHashMap<String, Supplier<List<String>>>();
        rules.put("nothing is put off without an issue", () -> found(LATER, not(".md")));
        rules.put("no stray file types", this::strayTypes);
        rules.put("no large files", this::large);
        rules.put("links in documents lead somewhere", this::deadLinks);
        rules.put("documents name tests that exist", this::unknownTests);
        rules.put("a package says what it is", this::emptyPackageInfos);
        rules.put("documents stay short", this::longDocuments);
        rules.put("no path of somebody's machine", () -> found(OWN_MACHINE, _ -> true));
        rules.put("no package registry's host", this::registries);
        rules.put("no test sleeps", () -> found(SLEEP, Tidy::isOwnTest));
        rules.put("pages by key, not by number", () -> found(OFFSET, Tidy::isProduction));
        rules.put("no author tags", () -> found(AUTHOR, named(".java")));
        rules.put("migrations are numbered once", this::migrations);
        rules.put("decisions are numbered without a gap", this::decisions);
        rules.put("classes and methods stay short", new Sizes(tree)::tooLong);
        var services = new Services(tree);
        rules.put("services are held to the rules", services::notHeld);
        rules.put("a service's page names its events", services::unsaid);
        rules.put("a service's page says each thing once", services::saidTwice);
        rules.put("one HTTP contract for each service", services::strayHttpContracts);
        return rules;
    }

    private List<String> found(Pattern pattern, Predicate<String> where) {
        var found = new ArrayList<String>();
        for (var file : tree.files()) {
            var name = tree.name(file);
            if (where.test(name) && !isBinary(name)) {
                var lines = Tree.lines(file);
                for (var i = 0; i < lines.size(); i++) {
                    if (pattern.matcher(lines.get(i)).find()) {
                        found.add(name + ":" + (i + 1));
                    }
                }
            }
        }
        return found;
    }

    private List<String> strayTypes() {
        return names(name ->
                !TYPES.matcher(name).matches()
                        && !name.contains("/META-INF/services/")
                        && !name.matches(".*/src/main/resources/mails/[^/]+\\.txt")
                        && !NAMES.contains(name)
                        && !NAMES.contains(name.substring(name.lastIndexOf('/') + 1)));
    }

    private List<String> large() {
        return tree.files().stream()
                .filter(file -> size(file) > BLOB_MAX)
                .map(tree::name)
                .filter(name -> LARGE.stream().noneMatch(name::endsWith))
                .toList();
    }

    private List<String> deadLinks() {
        var dead = new ArrayList<String>();
        for (var file : tree.files()) {
            if (tree.name(file).endsWith(".md")) {
                var links = LINK.matcher(String.join("\n", Tree.lines(file)));
                while (links.find()) {
                    var target = links.group(1);
                    if (!target.matches("(https?|mailto):.*")
                            && !Files.exists(file.resolveSibling(target))) {
                        dead.add(tree.name(file) + " → " + target);
                    }
                }
            }
        }
        return dead;
    }

    /** A document that names a test promises that it guards something. */
    private List<String> unknownTests() {
        var files = names(_ -> true);
        var unknown = new ArrayList<String>();
        for (var name : names(name -> name.endsWith(".md") && !name.contains("/"))) {
            var tests = TEST.matcher(String.join("\n", Tree.lines(tree.root().resolve(name))));
            while (tests.find()) {
                var file = "/" + tests.group(1) + ".java";
                if (files.stream().noneMatch(existing -> existing.endsWith(file))) {
                    unknown.add(name + " → " + tests.group(1));
                }
            }
        }
        return unknown;
    }

    /** In the main code: tests' packages are those of what they test. */
    private List<String> emptyPackageInfos() {
        return tree.files().stream()
                .filter(file -> tree.name(file).endsWith("package-info.java"))
                .filter(file -> {
                    var text = String.join("\n", Tree.lines(file));
                    return !text.contains("@NullMarked")
                            || (!isTest(tree.name(file)) && !text.contains("/**"));
                })
                .map(tree::name)
                .toList();
    }

    private List<String> longDocuments() {
        return LINES_MAX.entrySet().stream()
                .filter(most -> Files.exists(tree.root().resolve(most.getKey())))
                .filter(most ->
                        Tree.lines(tree.root().resolve(most.getKey())).size() > most.getValue())
                .map(most -> most.getKey() + " has more than " + most.getValue() + " lines")
                .toList();
    }

    /** A pom's schema location is a name, not a place to load from. */
    private List<String> registries() {
        return found(REGISTRY, not("pom.xml"));
    }

    private List<String> migrations() {
        var wrong = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var file : tree.files()) {
            var name = tree.name(file);
            var last = name.substring(name.lastIndexOf('/') + 1);
            if (name.contains("/db/migration/")
                    && (!MIGRATION.matcher(last).matches()
                            || !seen.add(name.replaceFirst("__.*", "")))) {
                wrong.add(name);
            }
        }
        return wrong;
    }

    private List<String> decisions() {
        var numbers = names(name -> name.matches("docs/adr/\\d{4}-[a-z0-9-]+\\.md"));
        var wrong = new ArrayList<>(names(name -> name.startsWith("docs/adr/")));
        wrong.removeAll(numbers);
        for (var i = 0; i < numbers.size(); i++) {
            if (!numbers.get(i).startsWith("docs/adr/%04d-".formatted(i + 1))) {
                wrong.add(numbers.get(i));
            }
        }
        return wrong;
    }

    private List<String> names(Predicate<String> matching) {
        return tree.files().stream().map(tree::name).filter(matching).toList();
    }

    private static boolean isTest(String name) {
        return name.contains("/src/test/") || name.contains("/tests/") || name.contains("/e2e/");
    }

    private static boolean isOwnTest(String name) {
        return isTest(name) && !name.contains("/offending/");
    }

    private static boolean isProduction(String name) {
        return name.contains("/src/main/") && name.matches(".*\\.(java|sql)");
    }

    private static boolean isBinary(String name) {
        return name.matches(".*\\.(png|ico|woff2|gz)");
    }

    private static Predicate<String> named(String ending) {
        return name -> name.endsWith(ending);
    }

    private static Predicate<String> not(String ending) {
        return name -> !name.endsWith(ending);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
