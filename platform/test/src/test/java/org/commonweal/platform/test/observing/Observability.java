package org.commonweal.platform.test.observing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules for dashboards and alerts: each answers with what is wrong, and with nothing when all
 * is well.
 *
 * @param dashboards Grafana's JSON by file name
 * @param alerts Prometheus's rules
 * @param exposed the metrics that real parts were seen to expose
 * @param manual the operator's manual
 */
record Observability(
        Map<String, String> dashboards, String alerts, Set<String> exposed, String manual) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> SEVERITIES = Set.of("critical", "warning");

    /** What Prometheus itself knows of each part. */
    private static final Set<String> PROMETHEUS = Set.of("up");

    /** Labels that would name a person, a thing or an address. */
    private static final Set<String> IDS =
            Set.of(
                    "alliance",
                    "person",
                    "organization",
                    "user",
                    "subject",
                    "session",
                    "path",
                    "id");

    Observability {
        dashboards = Map.copyOf(dashboards);
        exposed = Set.copyOf(exposed);
    }

    List<String> dashboardsOfAnotherShape() {
        return dashboards.entrySet().stream()
                .flatMap(file -> shape(file.getKey(), JSON.readTree(file.getValue())).stream())
                .toList();
    }

    private static List<String> shape(String file, JsonNode dashboard) {
        var wrong = new ArrayList<String>();
        for (var field : List.of("uid", "title", "description", "schemaVersion")) {
            if (dashboard.path(field).isMissingNode()) {
                wrong.add(file + ": no " + field);
            }
        }
        if (dashboard.path("panels").isEmpty()) {
            wrong.add(file + ": no panels");
        }
        for (var panel : dashboard.path("panels")) {
            var title = panel.path("title").asString("");
            if (!title.endsWith("?")) {
                wrong.add(file + ": a panel asks no question: " + title);
            }
            if (panel.path("targets").isEmpty() || panel.path("gridPos").isMissingNode()) {
                wrong.add(file + ": a panel without query or place: " + title);
            }
        }
        return wrong;
    }

    List<String> alertsOfAnotherShape() {
        var wrong = new ArrayList<String>();
        for (var alert : alertRules()) {
            var name = String.valueOf(alert.get("alert"));
            if (!SEVERITIES.contains(String.valueOf(part(alert, "labels").get("severity")))) {
                wrong.add(name + ": no severity of " + SEVERITIES);
            }
            if (alert.get("for") == null) {
                wrong.add(name + ": does not say for how long");
            }
            if (part(alert, "annotations").get("summary") == null) {
                wrong.add(name + ": no summary");
            }
        }
        return wrong;
    }

    List<String> alertsWithoutRunbook() {
        return alertRules().stream()
                .filter(alert -> {
                    var name = String.valueOf(alert.get("alert"));
                    var anchor = "docs/operating.md#" + name.toLowerCase(Locale.ROOT);
                    return !anchor.equals(part(alert, "annotations").get("runbook"))
                            || manual.lines().noneMatch(line -> line.matches("#{2,4} " + name));
                })
                .map(alert -> String.valueOf(alert.get("alert")))
                .toList();
    }

    /** Queries by where they stand, for metrics that no part was seen to expose. */
    List<String> unknownMetrics() {
        return queries()
                .flatMap(query ->
                        query.metrics().stream()
                                .filter(name ->
                                        !exposed.contains(name) && !PROMETHEUS.contains(name))
                                .map(name -> name + " in " + query.text()))
                .toList();
    }

    List<String> labelsWithIds() {
        return queries()
                .filter(query -> query.labels().stream().anyMatch(IDS::contains))
                .map(Query::text)
                .toList();
    }

    Stream<Query> queries() {
        var ofPanels =
                dashboards.values().stream()
                        .map(JSON::readTree)
                        .flatMap(dashboard -> dashboard.path("panels").valueStream())
                        .flatMap(panel -> panel.path("targets").valueStream())
                        .map(target -> target.path("expr").asString(""));
        var ofAlerts = alertRules().stream().map(alert -> String.valueOf(alert.get("expr")));
        return Stream.concat(ofPanels, ofAlerts).map(Query::new);
    }

    private List<Map<String, Object>> alertRules() {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(alerts);
        return file.getOrDefault("groups", List.of()).stream()
                .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                .toList();
    }

    @SuppressWarnings("unchecked") // what YAML holds there, or the rule fails
    private static Map<String, Object> part(Map<String, Object> alert, String name) {
        return (Map<String, Object>) alert.getOrDefault(name, Map.of());
    }
}
