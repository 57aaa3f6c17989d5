package org.commonweal.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an object names exists: in the installation, by an operator's hand, or in the README. */
final class ReferenceRules {

    /** Fields whose value names a Secret, itself or as its {@code name}. */
    private static final Set<String> SECRETS =
            Set.of(
                    "certificateRefs",
                    "passwordSecret",
                    "secret",
                    "secretKeyRef",
                    "secretName",
                    "secretTargetRef",
                    "usernameSecret");

    private static final Set<String> CONFIG_MAPS =
            Set.of("configMap", "configMapKeyRef", "configMapRefs", "configMapTargetRef");

    /** In this namespace; what lies in another one is no part of the installation. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:http://|jdbc:postgresql://)?([a-z][a-z0-9-]+)"
                            + "(?:\\.commonweal\\.svc)?:(\\d{4})(/.*)?");

    private ReferenceRules() {}

    static Map<String, Function<Cluster, List<String>>> all() {
        return Map.of(
                "a secret that is referred to is expected",
                ReferenceRules::secrets,
                "a configuration that is referred to exists",
                ReferenceRules::configurations,
                "an address leads to a service",
                ReferenceRules::addresses);
    }

    private record Reference(String by, String name) {}

    private static List<String> secrets(Cluster cluster) {
        var readme = Manifests.text(Manifests.checkout().resolve("k8s/README.md"));
        var roles =
                cluster.all("Cluster")
                        .flatMap(one -> Yaml.maps(one, "spec.managed.roles").stream())
                        .map(role -> "postgres-" + Yaml.text(role, "name").replace('_', '-'))
                        .toList();
        return references(cluster, SECRETS).stream()
                .filter(one -> !readme.contains("`" + one.name() + "`"))
                .filter(one -> !roles.contains(one.name()))
                .filter(one -> !cluster.has("KafkaUser", one.name()))
                .map(Reference::toString)
                .toList();
    }

    private static List<String> configurations(Cluster cluster) {
        return references(cluster, CONFIG_MAPS).stream()
                .filter(one -> !cluster.has("ConfigMap", one.name()))
                .map(Reference::toString)
                .toList();
    }

    private static List<Reference> references(Cluster cluster, Set<String> fields) {
        var found = new ArrayList<Reference>();
        var referring = cluster.objects().stream().filter(one -> !"Secret".equals(one.get("kind")));
        for (var object : referring.toList()) {
            var names = new TreeSet<String>();
            collect(object, fields, names);
            names.forEach(name -> found.add(new Reference(Cluster.id(object), name)));
        }
        return found;
    }

    /** Not into the realm: it has secrets in a sense of its own. */
    private static void collect(Object value, Set<String> fields, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (fields.contains(key.toString())) {
                    names.addAll(named(inner));
                }
                if (!key.equals("realm")) {
                    collect(inner, fields, names);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, fields, names));
        }
    }

    private static List<String> named(Object value) {
        return switch (value) {
            case String name -> List.of(name);
            case List<?> list -> list.stream().flatMap(one -> named(one).stream()).toList();
            case Map<?, ?> map when map.get("name") instanceof String name -> List.of(name);
            default -> List.of();
        };
    }

    private static List<String> addresses(Cluster cluster) {
        var known = services(cluster).toList();
        return Stream.concat(environment(cluster), routes(cluster))
                .filter(one -> !known.contains(one.name()))
                .map(Reference::toString)
                .toList();
    }

    private static Stream<String> services(Cluster cluster) {
        var ours =
                cluster.all("Service")
                        .flatMap(one ->
                                Yaml.maps(one, "spec.ports").stream()
                                        .map(port -> Cluster.name(one) + ":" + port.get("port")));
        var theirs =
                Stream.of(
                        cluster.all("Cluster").map(one -> Cluster.name(one) + "-rw:5432"),
                        cluster.all("Keycloak").map(one -> Cluster.name(one) + "-service:8080"),
                        cluster.all("Kafka")
                                .map(one -> Cluster.name(one) + "-kafka-bootstrap:9093"));
        return Stream.concat(ours, theirs.flatMap(one -> one));
    }

    private static Stream<Reference> environment(Cluster cluster) {
        return cluster.workloads()
                .flatMap(workload ->
                        Cluster.containers(workload).stream()
                                .flatMap(container -> Yaml.maps(container, "env").stream())
                                .map(variable -> ADDRESS.matcher(Yaml.text(variable, "value")))
                                .filter(address -> address.matches())
                                .map(address ->
                                        new Reference(
                                                Cluster.id(workload),
                                                address.group(1) + ":" + address.group(2))));
    }

    private static Stream<Reference> routes(Cluster cluster) {
        return cluster.all("HTTPRoute")
                .flatMap(route ->
                        Yaml.maps(route, "spec.rules").stream()
                                .flatMap(rule -> Yaml.maps(rule, "backendRefs").stream())
                                .map(backend ->
                                        new Reference(
                                                Cluster.id(route),
                                                backend.get("name") + ":" + backend.get("port"))));
    }
}
