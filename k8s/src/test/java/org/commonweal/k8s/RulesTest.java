package org.commonweal.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is applied keeps every rule, and every rule finds its offender. */
class RulesTest {

    /** Each is one change to what production gets. */
    private static final List<Offender> OFFENDERS =
            List.of(
                    new Offender(
                            "memory has a limit, and as much is asked for",
                            "limits:\n            memory: 768Mi",
                            "limits:\n            memory: 2Gi"),
                    new Offender("nobody is root", "runAsNonRoot: true", "runAsNonRoot: false"),
                    new Offender("nobody is root", "type: RuntimeDefault", "type: Unconfined"),
                    new Offender(
                            "the root is read-only and no privilege is left",
                            "readOnlyRootFilesystem: true",
                            "readOnlyRootFilesystem: false"),
                    new Offender(
                            "the root is read-only and no privilege is left", "- ALL", "- CHOWN"),
                    new Offender("an image says its version", "gateway:0.1.0", "gateway:latest"),
                    new Offender("an image says its version", "gateway:0.1.0", "gateway"),
                    new Offender(
                            "a secret is referred to",
                            "name: COMMONWEAL_SEAL_SECRET\n          valueFrom:",
                            "name: COMMONWEAL_SEAL_SECRET\n          value: s\n          x:"),
                    new Offender(
                            "an account of its own, and no token of it",
                            "automountServiceAccountToken: false",
                            "automountServiceAccountToken: true"),
                    new Offender(
                            "an account of its own, and no token of it",
                            "serviceAccountName: gateway",
                            "serviceAccountName: relay"),
                    new Offender("a variable refers to an earlier one", "$(LOGIN_HOST)", "$(HOST)"),
                    new Offender(
                            "a budget, a wall and an account for each part",
                            "selector:\n    matchLabels:\n      commonweal.org/part: gateway\n---",
                            "selector:\n    matchLabels:\n      commonweal.org/part: other\n---"),
                    new Offender(
                            "probes ask the three groups of health",
                            "health/liveness",
                            "health/readiness"),
                    new Offender(
                            "one scaler at most, and no more consumers than partitions",
                            "maxReplicaCount: 6",
                            "maxReplicaCount: 13"),
                    new Offender(
                            "one scaler at most, and no more consumers than partitions",
                            "scaleTargetRef:\n    name: purpose-service",
                            "scaleTargetRef:\n    name: gateway"),
                    new Offender("an update loses no request", "seconds: 10", "seconds: 1"),
                    new Offender(
                            "an update loses no request",
                            "terminationGracePeriodSeconds: 60\n      topology",
                            "terminationGracePeriodSeconds: 40\n      topology"),
                    new Offender("one relay, never two", "type: Recreate", "type: RollingUpdate"),
                    new Offender(
                            "several are spread over nodes",
                            "topologyKey: kubernetes.io/hostname\n        whenUnsatisfiable",
                            "topologyKey: other\n        whenUnsatisfiable"),
                    new Offender(
                            "all connections fit into the database",
                            "max_connections: \"400\"",
                            "max_connections: \"100\""),
                    new Offender(
                            "the relay's slot outlives the primary and cannot fill the disk",
                            "max_slot_wal_keep_size: 20GB",
                            "max_slot_wal_keep_size: \"-1\""),
                    new Offender(
                            "nobody reaches anybody unless it is said",
                            "podSelector: {}\n  policyTypes:\n  - Ingress\n",
                            "podSelector: {}\n  policyTypes:\n"),
                    new Offender(
                            "no wall has an open gate",
                            "- from:\n    - podSelector:",
                            "- from: []\n    gone:\n    - podSelector:"),
                    new Offender(
                            "no wall has an open gate",
                            "- namespaceSelector:\n        matchLabels:",
                            "- namespaceSelector: {}\n      gone:\n        matchLabels:"),
                    new Offender("no wall has an open gate", "- port: 587", "- port: 5432"),
                    new Offender("no wall has an open gate", "- 10.0.0.0/8", "- 11.0.0.0/8"),
                    new Offender(
                            "no service reaches another",
                            "commonweal.org/part: keycloak",
                            "commonweal.org/part: purpose-service"),
                    new Offender("each way out has its way in", "- port: 6379", "- port: 6380"),
                    new Offender(
                            "the namespace is restricted",
                            "enforce: restricted",
                            "enforce: privileged"),
                    new Offender(
                            "a secret that is referred to is expected",
                            "name: commonweal-seal",
                            "name: commonweal-seel"),
                    new Offender(
                            "a configuration that is referred to exists",
                            "name: keycloak-theme",
                            "name: keycloak-themes"),
                    new Offender(
                            "an address leads to a service",
                            "http://purpose-service:8102",
                            "http://purpose-service:8101"),
                    new Offender(
                            "an address leads to a service",
                            "- name: keycloak-service\n      port: 8080",
                            "- name: keycloak\n      port: 8080"),
                    new Offender(
                            "a variable is a property of its application",
                            "COMMONWEAL_DATABASE_POOLMAX",
                            "COMMONWEAL_DATABASE_POOLMAXIMUM"),
                    new Offender(
                            "a variable is a property of its application",
                            "RELAY_REPLICATIONFACTOR",
                            "COMMONWEAL_REPLICATIONFACTOR"));

    private record Offender(String rule, String right, String wrong) {}

    private static Map<String, Function<Cluster, List<String>>> rules() {
        var rules = new LinkedHashMap<String, Function<Cluster, List<String>>>();
        rules.putAll(PodRules.all());
        rules.putAll(RunningRules.all());
        rules.putAll(NetworkRules.all());
        rules.putAll(ReferenceRules.all());
        rules.putAll(EnvironmentRules.all());
        return rules;
    }

    @TestFactory
    Stream<DynamicTest> what_is_applied_keeps_every_rule() {
        return Manifests.INSTALLATIONS.stream()
                .flatMap(overlay ->
                        rules().entrySet().stream()
                                .map(rule ->
                                        DynamicTest.dynamicTest(
                                                overlay + ": " + rule.getKey(),
                                                () -> keeps(overlay, rule.getValue()))));
    }

    private static void keeps(String overlay, Function<Cluster, List<String>> rule) {
        assertThat(rule.apply(Cluster.of(Manifests.rendered(overlay)))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_rule_finds_its_offender() {
        return OFFENDERS.stream()
                .map(offender ->
                        DynamicTest.dynamicTest(
                                offender.rule() + ": " + offender.wrong(), () -> finds(offender)));
    }

    private static void finds(Offender offender) {
        var sound = Manifests.rendered("prod");
        assertThat(sound).contains(offender.right());
        // The last one: earlier ones of the same text may stand in what no rule looks at.
        var at = sound.lastIndexOf(offender.right());
        var unsound =
                sound.substring(0, at)
                        + offender.wrong()
                        + sound.substring(at + offender.right().length());
        var rule = Objects.requireNonNull(rules().get(offender.rule()), offender.rule());
        assertThat(rule.apply(Cluster.of(unsound))).isNotEmpty();
    }

    @Test
    void no_rule_is_without_an_offender() {
        var names = new TreeSet<>(rules().keySet());
        OFFENDERS.forEach(offender -> names.remove(offender.rule()));
        assertThat(names).isEmpty();
    }

    @Test
    void no_secret_stands_in_a_file() {
        var told = Pattern.compile("(?m)^\\s*- (password|[a-z-]*secret)=.+$");
        assertThat(Manifests.files().values())
                .noneMatch(text -> told.matcher(text).find())
                .noneMatch(text -> text.contains("kind: Secret\nmetadata"));
        assertThat(Manifests.example().lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.endsWith("="));
        assertThat(told.matcher("      - password=x").find()).isTrue();
    }
}
