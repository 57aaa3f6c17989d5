package org.commonweal.platform.test.tidy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** What every service must have, so that no rule waits for somebody to remember it. */
record Services(Tree tree) {

    private static final List<String> CHECKS =
            List.of(
                    "ArchitectureRules.of(",
                    "CatalogRules.of(",
                    "ContractFiles.of(",
                    "GoldenSchema.of(",
                    "HttpContract.check(");

    /** A rule that no test of a service calls does not hold there. */
    List<String> notHeld() {
        var missing = new ArrayList<String>();
        for (var service : services()) {
            var tests =
                    text(name -> name.startsWith(service + "/src/test/") && name.endsWith(".java"));
            CHECKS.stream()
                    .filter(check -> !tests.contains(check))
                    .forEach(check -> missing.add(service + " never calls " + check));
        }
        return missing;
    }

    /** A service's page names each event that it says. */
    List<String> unsaid() {
        var missing = new ArrayList<String>();
        for (var service : services()) {
            var page = text(name -> name.equals(service + "/README.md"));
            var events = "contracts/events/" + service.replace("-service", "/");
            names(name -> name.startsWith(events) && name.endsWith(".v1.schema.json")).stream()
                    .map(name -> name.substring(events.length()).replace(".v1.schema.json", ""))
                    .filter(event -> !page.contains(event))
                    .forEach(event -> missing.add(service + "/README.md does not name " + event));
        }
        return missing;
    }

    /**
     * A service's page says in one row what it owns, offers, publishes: not in one more for each
     * change.
     */
    List<String> saidTwice() {
        var twice = new ArrayList<String>();
        for (var service : services()) {
            var seen = new HashSet<String>();
            text(name -> name.equals(service + "/README.md"))
                    .lines()
                    .filter(line -> line.matches("\\| [a-z]+ \\| .*"))
                    .map(line -> line.split("\\|", -1)[1].strip())
                    .filter(row -> !seen.add(row))
                    .forEach(row -> twice.add(service + "/README.md has two rows: " + row));
        }
        return twice;
    }

    /** One HTTP contract for each service, and no other. */
    List<String> strayHttpContracts() {
        var wrong = new ArrayList<>(names(name -> name.startsWith("contracts/http/")));
        for (var service : services()) {
            var file = "contracts/http/" + service + ".openapi.json";
            if (!wrong.remove(file)) {
                wrong.add(file + " is missing");
            }
        }
        return wrong;
    }

    private List<String> services() {
        return names(name -> name.matches("[a-z]+-service/pom\\.xml")).stream()
                .map(name -> name.replace("/pom.xml", ""))
                .toList();
    }

    private List<String> names(Predicate<String> matching) {
        return tree.files().stream().map(tree::name).filter(matching).toList();
    }

    private String text(Predicate<String> matching) {
        var text = new StringBuilder();
        for (var name : names(matching)) {
            text.append(String.join("\n", Tree.lines(tree.root().resolve(name)))).append('\n');
        }
        return text.toString();
    }
}
