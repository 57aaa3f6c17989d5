package org.commonweal.k8s;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A variable that no application reads is a setting that somebody believes in. */
final class EnvironmentRules {

    /** Spring's own, which no file of ours names. */
    private static final Set<String> SPRING =
            Set.of(
                    "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                    "MANAGEMENT_TRACING_SAMPLING_PROBABILITY",
                    "SPRING_DATA_REDIS_HOST",
                    "SPRING_DATA_REDIS_PASSWORD",
                    "SPRING_DATA_REDIS_PORT",
                    "SPRING_MAIL_PASSWORD",
                    "SPRING_MAIL_USERNAME",
                    "SPRING_PROFILES_ACTIVE");

    /** Maps that Spring hands on to a library. */
    private static final List<String> HANDED_ON =
            List.of("SPRING_KAFKA_PROPERTIES_", "SPRING_MAIL_PROPERTIES_");

    private static final Map<String, PropertyNames> KNOWN = new ConcurrentHashMap<>();

    private EnvironmentRules() {}

    static Map<String, Function<Cluster, List<String>>> all() {
        return Map.of("a variable is a property of its application", EnvironmentRules::unknown);
    }

    private static List<String> unknown(Cluster cluster) {
        return cluster.all("Deployment")
                .flatMap(deployment ->
                        Cluster.containers(deployment).stream()
                                .flatMap(container -> Yaml.maps(container, "env").stream())
                                .map(variable -> Yaml.text(variable, "name"))
                                .filter(name -> name.contains("_"))
                                .filter(name -> !isKnown(Cluster.name(deployment), name))
                                .map(name -> Cluster.id(deployment) + " " + name))
                .toList();
    }

    /** {@code APP_HOST} and {@code LOGIN_HOST} are only there for others to refer to. */
    private static boolean isKnown(String application, String variable) {
        return Set.of("APP_HOST", "LOGIN_HOST").contains(variable)
                || SPRING.contains(variable)
                || HANDED_ON.stream().anyMatch(variable::startsWith)
                || KNOWN.computeIfAbsent(application, EnvironmentRules::properties).know(variable);
    }

    private static PropertyNames properties(String application) {
        return switch (application) {
            case "gateway" -> PropertyNames.of(List.of("gateway"));
            case "relay" -> PropertyNames.of(List.of("infra/relay"));
            default ->
                    PropertyNames.of(
                            Stream.of(application, "platform/messaging", "platform/web").toList());
        };
    }
}
