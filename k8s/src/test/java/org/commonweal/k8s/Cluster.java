package org.commonweal.k8s;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All objects of one installation. */
record Cluster(List<Map<String, Object>> objects) {

    static final List<String> SERVICES =
            List.of(
                    "contribution-service",
                    "membership-service",
                    "purpose-service",
                    "recognition-service");

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    Cluster {
        objects = List.copyOf(objects);
    }

    static Cluster of(String text) {
        return new Cluster(Yaml.documents(text));
    }

    Stream<Map<String, Object>> all(String kind) {
        return objects.stream().filter(object -> kind.equals(object.get("kind")));
    }

    Stream<Map<String, Object>> workloads() {
        return objects.stream().filter(object -> WORKLOADS.contains(Yaml.text(object, "kind")));
    }

    boolean has(String kind, String name) {
        return all(kind).anyMatch(object -> name(object).equals(name));
    }

    static String name(Map<String, Object> object) {
        return Yaml.text(object, "metadata.name");
    }

    /** Such as {@code Deployment/gateway}. */
    static String id(Map<String, Object> object) {
        return object.get("kind") + "/" + name(object);
    }

    static List<Map<String, Object>> containers(Map<String, Object> workload) {
        return Stream.of("initContainers", "containers")
                .flatMap(field -> Yaml.maps(workload, "spec.template.spec." + field).stream())
                .toList();
    }

    /** The label by which policies and budgets know a pod. */
    static String part(Map<String, Object> workload) {
        return text(Yaml.find(workload, "spec.template.metadata.labels"), "commonweal.org/part");
    }

    /** A label's key has dots of its own. */
    static String text(@org.jspecify.annotations.Nullable Object labels, String key) {
        return labels instanceof Map<?, ?> map && map.get(key) != null
                ? String.valueOf(map.get(key))
                : "";
    }
}
