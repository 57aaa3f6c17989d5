package org.commonweal.platform.test.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.platform.test.Repository;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What an operator looks at shows something, and every alarm has its page. */
class ObservabilityTest {

    private static final String ALERT =
            """
            groups:
              - name: one
                rules:
                  - alert: Slow
                    expr: %s
                    for: 1m
                    labels: {severity: %s}
                    annotations: {summary: so, runbook: docs/operating.md#slow}
            """;

    @Test
    void dashboards_and_alerts_are_what_the_parts_can_answer() throws IOException {
        var ours = ours();
        assertThat(ours.dashboards()).isNotEmpty();
        assertThat(ours.queries()).hasSizeGreaterThan(40);
        assertThat(ours.dashboardsOfAnotherShape()).isEmpty();
        assertThat(ours.alertsOfAnotherShape()).isEmpty();
        assertThat(ours.alertsWithoutRunbook()).isEmpty();
        assertThat(ours.unknownMetrics()).isEmpty();
        assertThat(ours.labelsWithIds()).isEmpty();
    }

    @Test
    void a_query_is_read_as_prometheus_reads_it() {
        var query =
                new Query(
                        "sum by (application, type) (rate(a_total{status=~\"5..\", uri!=\"b_c\"}[5m]))"
                                + " / max(d_seconds) > 1e9 or absent(up) and e:f > 0.5");
        assertThat(query.metrics()).containsExactly("a_total", "d_seconds", "e:f", "up");
        assertThat(query.labels()).containsExactly("application", "status", "type", "uri");
    }

    @Test
    void what_answers_nothing_is_found() {
        assertThat(with("Is it well?", "rate(known_total[1m])").unknownMetrics()).isEmpty();
        assertThat(with("Is it well?", "rate(unknown_total[1m])").unknownMetrics()).hasSize(1);
        assertThat(alert("sum(unknown) > 1", "warning").unknownMetrics()).hasSize(1);
    }

    @Test
    void a_label_with_ids_is_found() {
        assertThat(with("Who?", "sum by (person) (known_total)").labelsWithIds()).hasSize(1);
        assertThat(with("Who?", "known_total{path='x'}").labelsWithIds()).hasSize(1);
        assertThat(with("Who?", "sum by (application) (known_total)").labelsWithIds()).isEmpty();
    }

    @Test
    void another_shape_is_found() {
        assertThat(with("A number", "known_total").dashboardsOfAnotherShape()).hasSize(1);
        var empty = new Observability(Map.of("a.json", "{}"), "groups: []", Set.of(), "");
        assertThat(empty.dashboardsOfAnotherShape()).hasSize(5);
        assertThat(alert("known_total", "warning").alertsOfAnotherShape()).isEmpty();
        assertThat(alert("known_total", "nice").alertsOfAnotherShape()).hasSize(1);
        var bare = "groups: [{rules: [{alert: Bare, expr: known_total}]}]";
        assertThat(new Observability(Map.of(), bare, Set.of(), "").alertsOfAnotherShape())
                .hasSize(3);
    }

    @Test
    void an_alert_without_its_page_is_found() {
        var alert = ALERT.formatted("known_total", "warning");
        assertThat(new Observability(Map.of(), alert, Set.of(), "### Slow").alertsWithoutRunbook())
                .isEmpty();
        assertThat(new Observability(Map.of(), alert, Set.of(), "Slow").alertsWithoutRunbook())
                .containsExactly("Slow");
        var elsewhere = alert.replace("#slow", "#other");
        assertThat(
                        new Observability(Map.of(), elsewhere, Set.of(), "### Slow")
                                .alertsWithoutRunbook())
                .containsExactly("Slow");
    }

    private static Observability with(String title, String query) {
        var dashboard =
                """
                {"uid":"u","title":"t","description":"d","schemaVersion":41,"panels":[
                  {"title":"%s","gridPos":{},"targets":[{"expr":"%s"}]}]}\
                """
                        .formatted(title, query);
        return new Observability(
                Map.of("a.json", dashboard), "groups: []", Set.of("known_total"), "");
    }

    private static Observability alert(String query, String severity) {
        var alert = ALERT.formatted(query, severity);
        return new Observability(Map.of(), alert, Set.of("known_total"), "### Slow");
    }

    private static Observability ours() throws IOException {
        var folder = Repository.root().resolve("infra/observability");
        var dashboards = new HashMap<String, String>();
        for (var file : files(folder.resolve("dashboards"))) {
            dashboards.put(file.getFileName().toString(), Files.readString(file));
        }
        var exposed = new HashSet<String>();
        for (var file : files(folder.resolve("metrics"))) {
            exposed.addAll(new Yaml().<List<String>>load(Files.readString(file)));
        }
        var manual = new StringBuilder();
        for (var file : files(Repository.root().resolve("docs"))) {
            if (file.getFileName().toString().startsWith("operating.")) {
                manual.append(Files.readString(file)).append('\n');
            }
        }
        return new Observability(
                dashboards,
                Files.readString(folder.resolve("alerts.yaml")),
                exposed,
                manual.toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
