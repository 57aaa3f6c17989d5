package org.commonweal.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who reaches whom. */
final class NetworkRules {

    private static final String PART = "commonweal.org/part";

    /** HTTPS, Kubernetes' API, and mail. */
    private static final Set<String> OUTSIDE = Set.of("443", "587", "6443");

    private static final List<String> NEIGHBOURS =
            List.of("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

    private NetworkRules() {}

    static Map<String, Function<Cluster, List<String>>> all() {
        return Map.of(
                "nobody reaches anybody unless it is said",
                NetworkRules::notDenied,
                "no wall has an open gate",
                NetworkRules::openGates,
                "no service reaches another",
                NetworkRules::betweenServices,
                "each way out has its way in",
                NetworkRules::oneSided,
                "the namespace is restricted",
                NetworkRules::unrestricted);
    }

    private static List<String> notDenied(Cluster cluster) {
        var denied =
                cluster.all("NetworkPolicy")
                        .anyMatch(policy ->
                                Map.of().equals(Yaml.find(policy, "spec.podSelector"))
                                        && Yaml.texts(policy, "spec.policyTypes").size() == 2
                                        && Yaml.find(policy, "spec.ingress") == null
                                        && Yaml.find(policy, "spec.egress") == null);
        var halves =
                cluster.all("NetworkPolicy")
                        .filter(policy -> !Cluster.name(policy).equals("names"))
                        .filter(policy -> Yaml.texts(policy, "spec.policyTypes").size() != 2)
                        .map(Cluster::id);
        return Stream.concat(denied ? Stream.of() : Stream.of("no default"), halves).toList();
    }

    /** A rule for anybody, or for any port, lets more through than the picture has. */
    private static List<String> openGates(Cluster cluster) {
        return cluster.all("NetworkPolicy")
                .filter(policy ->
                        rules(policy, "ingress").anyMatch(rule -> isOpen(rule, "from"))
                                || rules(policy, "egress").anyMatch(rule -> isOpen(rule, "to")))
                .map(Cluster::id)
                .toList();
    }

    private static boolean isOpen(Map<String, Object> rule, String peers) {
        var ports = Yaml.maps(rule, "ports").stream().map(port -> Yaml.text(port, "port")).toList();
        if (ports.isEmpty() || ports.contains("")) {
            return true;
        }
        var named = Yaml.maps(rule, peers);
        // What lies outside of the cluster has no selector.
        return named.isEmpty()
                ? peers.equals("from") || !OUTSIDE.containsAll(ports)
                : named.stream().anyMatch(NetworkRules::isAnybody);
    }

    private static boolean isAnybody(Map<String, Object> peer) {
        var selectors =
                Stream.of("podSelector", "namespaceSelector")
                        .filter(peer::containsKey)
                        .map(selector -> Yaml.find(peer, selector))
                        .toList();
        return selectors.isEmpty()
                ? !Yaml.texts(peer, "ipBlock.except").containsAll(NEIGHBOURS)
                : selectors.contains(Map.of());
    }

    private static Stream<Map<String, Object>> rules(Map<String, Object> policy, String way) {
        return Yaml.maps(policy, "spec." + way).stream();
    }

    private static List<String> betweenServices(Cluster cluster) {
        return ways(cluster)
                .filter(way ->
                        Cluster.SERVICES.contains(way.from())
                                && Cluster.SERVICES.contains(way.to()))
                .map(Way::toString)
                .toList();
    }

    /** One part, another part and a port; {@code out} says whose policy allows it. */
    private record Way(String from, String to, String port, boolean out) {}

    private static Stream<Way> ways(Cluster cluster) {
        return cluster.all("NetworkPolicy")
                .flatMap(policy -> {
                    var part =
                            Cluster.text(Yaml.find(policy, "spec.podSelector.matchLabels"), PART);
                    return Stream.concat(
                            ways(policy, "egress", "to")
                                    .map(one -> new Way(part, one.part(), one.port(), true)),
                            ways(policy, "ingress", "from")
                                    .map(one -> new Way(one.part(), part, one.port(), false)));
                });
    }

    private record Peer(String part, String port) {}

    private static Stream<Peer> ways(Map<String, Object> policy, String way, String peers) {
        return rules(policy, way)
                .flatMap(rule ->
                        Yaml.maps(rule, peers).stream()
                                .flatMap(NetworkRules::parts)
                                .flatMap(part ->
                                        Yaml.maps(rule, "ports").stream()
                                                .map(port ->
                                                        new Peer(part, Yaml.text(port, "port")))));
    }

    /** The parts that a peer names; none when it names a namespace or an address. */
    private static Stream<String> parts(Map<String, Object> peer) {
        var one = Cluster.text(Yaml.find(peer, "podSelector.matchLabels"), PART);
        var several =
                Yaml.maps(peer, "podSelector.matchExpressions").stream()
                        .flatMap(expression -> Yaml.texts(expression, "values").stream());
        return one.isEmpty() ? several : Stream.of(one);
    }

    /** Kafka's gate is its listener's: Strimzi writes the policy from that. */
    private static List<String> oneSided(Cluster cluster) {
        var ways = new ArrayList<>(ways(cluster).toList());
        cluster.all("Kafka")
                .flatMap(kafka -> Yaml.maps(kafka, "spec.kafka.listeners").stream())
                .forEach(listener ->
                        Yaml.maps(listener, "networkPolicyPeers").stream()
                                .flatMap(NetworkRules::parts)
                                .forEach(part ->
                                        ways.add(
                                                new Way(
                                                        part,
                                                        "kafka",
                                                        Yaml.text(listener, "port"),
                                                        false))));
        var all = Set.copyOf(ways);
        return all.stream()
                .filter(way -> !way.from().startsWith("kafka"))
                .filter(way -> !all.contains(new Way(way.from(), way.to(), way.port(), !way.out())))
                .map(Way::toString)
                .toList();
    }

    private static List<String> unrestricted(Cluster cluster) {
        var restricted =
                cluster.all("Namespace")
                        .anyMatch(one ->
                                Cluster.text(
                                                Yaml.find(one, "metadata.labels"),
                                                "pod-security.kubernetes.io/enforce")
                                        .equals("restricted"));
        return restricted ? List.of() : List.of("Namespace/commonweal");
    }
}
