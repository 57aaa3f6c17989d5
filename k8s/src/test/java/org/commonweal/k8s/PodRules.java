package org.commonweal.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** What holds for every pod that we make ourselves. */
final class PodRules {

    private static final String POD = "spec.template.spec.";

    private PodRules() {}

    static Map<String, Function<Cluster, List<String>>> all() {
        return Map.of(
                "memory has a limit, and as much is asked for",
                cluster -> containers(cluster, PodRules::bounded),
                "nobody is root",
                cluster -> pods(cluster, PodRules::unprivileged),
                "the root is read-only and no privilege is left",
                cluster -> containers(cluster, PodRules::confined),
                "an image says its version",
                cluster -> containers(cluster, PodRules::versioned),
                "a secret is referred to",
                cluster -> containers(cluster, PodRules::tellsNoSecret),
                "an account of its own, and no token of it",
                PodRules::tokens,
                "a variable refers to an earlier one",
                cluster -> containers(cluster, PodRules::refersBack));
    }

    private static List<String> pods(Cluster cluster, Predicate<Map<String, Object>> sound) {
        return cluster.workloads().filter(sound.negate()).map(Cluster::id).toList();
    }

    private static List<String> containers(Cluster cluster, Predicate<Map<String, Object>> sound) {
        return cluster.workloads()
                .filter(workload ->
                        Cluster.containers(workload).isEmpty()
                                || !Cluster.containers(workload).stream().allMatch(sound))
                .map(Cluster::id)
                .toList();
    }

    private static boolean bounded(Map<String, Object> container) {
        var limit = Yaml.text(container, "resources.limits.memory");
        return !limit.isEmpty()
                && limit.equals(Yaml.text(container, "resources.requests.memory"))
                && !Yaml.text(container, "resources.requests.cpu").isEmpty();
    }

    private static boolean unprivileged(Map<String, Object> workload) {
        return is(workload, POD + "securityContext.runAsNonRoot", "true")
                && is(workload, POD + "securityContext.seccompProfile.type", "RuntimeDefault")
                && is(workload, POD + "enableServiceLinks", "false");
    }

    private static boolean confined(Map<String, Object> container) {
        return is(container, "securityContext.readOnlyRootFilesystem", "true")
                && is(container, "securityContext.allowPrivilegeEscalation", "false")
                && Yaml.texts(container, "securityContext.capabilities.drop")
                        .equals(List.of("ALL"));
    }

    private static boolean versioned(Map<String, Object> container) {
        return Yaml.text(container, "image").matches("[\\w./-]+:\\d[\\w.-]*");
    }

    private static boolean tellsNoSecret(Map<String, Object> container) {
        BiPredicate<String, String> tells =
                (name, value) -> name.matches(".*(SECRET|PASSWORD|JAAS).*") && !value.isEmpty();
        return Yaml.maps(container, "env").stream()
                .noneMatch(one -> tells.test(Yaml.text(one, "name"), Yaml.text(one, "value")));
    }

    private static List<String> tokens(Cluster cluster) {
        return pods(
                cluster,
                workload -> {
                    var account = Yaml.text(workload, POD + "serviceAccountName");
                    var shared = Cluster.part(workload).equals("migration");
                    return is(workload, POD + "automountServiceAccountToken", "false")
                            && account.equals(shared ? "migration" : Cluster.name(workload))
                            && cluster.all("ServiceAccount")
                                    .anyMatch(one ->
                                            Cluster.name(one).equals(account)
                                                    && is(
                                                            one,
                                                            "automountServiceAccountToken",
                                                            "false"));
                });
    }

    /** Kubernetes leaves {@code $(NAME)} as it is when NAME comes later, or never. */
    private static boolean refersBack(Map<String, Object> container) {
        var known = new ArrayList<String>();
        for (var variable : Yaml.maps(container, "env")) {
            var rest = Yaml.text(variable, "value");
            for (var name : known) {
                rest = rest.replace("$(" + name + ")", "");
            }
            if (rest.contains("$(")) {
                return false;
            }
            known.add(Yaml.text(variable, "name"));
        }
        return true;
    }

    private static boolean is(Map<String, Object> object, String path, String value) {
        return Yaml.text(object, path).equals(value);
    }
}
