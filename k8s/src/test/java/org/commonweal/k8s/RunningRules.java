package org.commonweal.k8s;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How the applications are started, scaled, replaced and moved. */
final class RunningRules {

    private static final int PARTITIONS = 12;
    private static final int REQUEST_TIME_MAX = 30;
    private static final int CONNECTIONS_KEPT_BACK = 20;

    /** The clock's connection, and one to spare. */
    private static final int BESIDE_THE_POOL = 2;

    private static final String POD = "spec.template.spec.";

    private RunningRules() {}

    static Map<String, Function<Cluster, List<String>>> all() {
        return Map.of(
                "a budget, a wall and an account for each part",
                RunningRules::withoutCompany,
                "probes ask the three groups of health",
                cluster -> deployments(cluster, RunningRules::probed),
                "one scaler at most, and no more consumers than partitions",
                RunningRules::scalers,
                "an update loses no request",
                cluster -> deployments(cluster, one -> isRelay(one) || leavesInPeace(one)),
                "one relay, never two",
                cluster -> deployments(cluster, one -> !isRelay(one) || isAlone(one)),
                "several are spread over nodes",
                cluster -> deployments(cluster, one -> isRelay(one) || isSpread(one)),
                "all connections fit into the database",
                RunningRules::connections,
                "the relay's slot outlives the primary and cannot fill the disk",
                RunningRules::slot);
    }

    private static List<String> deployments(Cluster cluster, Predicate<Map<String, Object>> sound) {
        return cluster.all("Deployment").filter(sound.negate()).map(Cluster::id).toList();
    }

    private static boolean isRelay(Map<String, Object> deployment) {
        return Cluster.name(deployment).equals("relay");
    }

    private static List<String> withoutCompany(Cluster cluster) {
        return Stream.concat(cluster.all("Deployment"), cluster.all("StatefulSet"))
                .filter(workload ->
                        Stream.of("PodDisruptionBudget", "NetworkPolicy")
                                .anyMatch(kind -> !selects(cluster, kind, workload)))
                .map(Cluster::id)
                .toList();
    }

    private static boolean selects(Cluster cluster, String kind, Map<String, Object> workload) {
        var path =
                kind.equals("NetworkPolicy")
                        ? "spec.podSelector.matchLabels"
                        : "spec.selector.matchLabels";
        return cluster.all(kind)
                .anyMatch(one ->
                        Cluster.text(Yaml.find(one, path), "commonweal.org/part")
                                .equals(Cluster.part(workload)));
    }

    private static boolean probed(Map<String, Object> deployment) {
        return Cluster.containers(deployment).stream()
                .allMatch(container ->
                        Stream.of("startup", "liveness", "readiness")
                                .allMatch(group -> asks(container, group)));
    }

    private static boolean asks(Map<String, Object> container, String group) {
        var probe = group + "Probe.httpGet.";
        return Yaml.text(container, probe + "path").equals("/actuator/health/" + group)
                && Yaml.text(container, probe + "port").equals("management")
                && Yaml.maps(container, "ports").stream()
                        .anyMatch(port -> Yaml.text(port, "name").equals("management"));
    }

    private static List<String> scalers(Cluster cluster) {
        return deployments(
                cluster,
                deployment -> {
                    var theirs = scalersOf(cluster, deployment).toList();
                    return isRelay(deployment)
                            ? theirs.isEmpty()
                            : theirs.size() == 1
                                    && Yaml.find(deployment, "spec.replicas") == null
                                    && most(theirs.getFirst()) <= PARTITIONS;
                });
    }

    private static Stream<Map<String, Object>> scalersOf(
            Cluster cluster, Map<String, Object> deployment) {
        return Stream.concat(cluster.all("HorizontalPodAutoscaler"), cluster.all("ScaledObject"))
                .filter(scaler ->
                        Yaml.text(scaler, "spec.scaleTargetRef.name")
                                .equals(Cluster.name(deployment)));
    }

    private static int most(Map<String, Object> scaler) {
        var field =
                Yaml.text(scaler, "kind").equals("ScaledObject")
                        ? "maxReplicaCount"
                        : "maxReplicas";
        return number(scaler, "spec." + field);
    }

    private static int number(Map<?, ?> object, String path) {
        var text = Yaml.text(object, path);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static boolean leavesInPeace(Map<String, Object> deployment) {
        var pause =
                Cluster.containers(deployment).stream()
                        .mapToInt(one -> number(one, "lifecycle.preStop.sleep.seconds"))
                        .min()
                        .orElse(0);
        return Yaml.text(deployment, "spec.strategy.rollingUpdate.maxUnavailable").equals("0")
                && pause >= 5
                && number(deployment, POD + "terminationGracePeriodSeconds")
                        > pause + REQUEST_TIME_MAX;
    }

    private static boolean isAlone(Map<String, Object> relay) {
        return Yaml.text(relay, "spec.replicas").equals("1")
                && Yaml.text(relay, "spec.strategy.type").equals("Recreate");
    }

    private static boolean isSpread(Map<String, Object> deployment) {
        return Yaml.maps(deployment, POD + "topologySpreadConstraints").stream()
                .anyMatch(one -> Yaml.text(one, "topologyKey").equals("kubernetes.io/hostname"));
    }

    /** Every service with all its pods and one more while it rolls, and Keycloak. */
    private static List<String> connections(Cluster cluster) {
        var services =
                cluster.all("Deployment")
                        .mapToInt(one -> (mostPods(cluster, one) + 1) * poolOf(one))
                        .sum();
        var keycloak =
                cluster.all("Keycloak")
                        .mapToInt(one ->
                                number(one, "spec.instances") * number(one, "spec.db.poolMaxSize"))
                        .sum();
        return cluster.all("Cluster")
                .filter(one ->
                        services + keycloak + CONNECTIONS_KEPT_BACK
                                > number(one, "spec.postgresql.parameters.max_connections"))
                .map(one -> Cluster.id(one) + " would get " + (services + keycloak))
                .toList();
    }

    private static int mostPods(Cluster cluster, Map<String, Object> deployment) {
        return scalersOf(cluster, deployment).mapToInt(RunningRules::most).max().orElse(1);
    }

    /** The pool, and what a pod has beside it. */
    private static int poolOf(Map<String, Object> deployment) {
        return Cluster.containers(deployment).stream()
                .flatMap(container -> Yaml.maps(container, "env").stream())
                .filter(one -> Yaml.text(one, "name").equals("COMMONWEAL_DATABASE_POOLMAX"))
                .mapToInt(one -> number(one, "value") + BESIDE_THE_POOL)
                .sum();
    }

    private static List<String> slot(Cluster cluster) {
        var parameters = "spec.postgresql.parameters.";
        return cluster.all("Cluster")
                .filter(one ->
                        !(Yaml.text(one, parameters + "wal_level").equals("logical")
                                && Yaml.text(one, parameters + "sync_replication_slots")
                                        .equals("on")
                                && Yaml.text(one, parameters + "hot_standby_feedback").equals("on")
                                && Yaml.text(one, parameters + "max_slot_wal_keep_size")
                                        .matches("\\d+GB")
                                && Yaml.text(
                                                one,
                                                "spec.replicationSlots.highAvailability"
                                                        + ".synchronizeLogicalDecoding")
                                        .equals("true")))
                .map(Cluster::id)
                .toList();
    }
}
