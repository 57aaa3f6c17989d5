package org.commonweal.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * Reads an object by the model of its kind, or by our closed schema where there is no model. A
 * field that nobody knows, and a kind that nobody knows, is an error: a cluster would drop the one
 * in silence.
 */
final class StrictReader {

    private static final Map<String, Class<? extends HasMetadata>> MODELS =
            Map.ofEntries(
                    entry("v1/ConfigMap", ConfigMap.class),
                    entry("v1/Namespace", Namespace.class),
                    entry("v1/Secret", Secret.class),
                    entry("v1/Service", Service.class),
                    entry("v1/ServiceAccount", ServiceAccount.class),
                    entry("apps/v1/Deployment", Deployment.class),
                    entry("apps/v1/StatefulSet", StatefulSet.class),
                    entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
                    entry("batch/v1/Job", Job.class),
                    entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
                    entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
                    entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
                    entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
                    entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
                    entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
                    entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    /** Kinds without a model: what we use of them, and nothing else (docs/adr/0019). */
    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "postgresql.cnpg.io/v1/Cluster", "cnpg-cluster",
                    "k8s.keycloak.org/v2alpha1/Keycloak", "keycloak",
                    "k8s.keycloak.org/v2alpha1/KeycloakRealmImport", "keycloak-realm-import",
                    "keda.sh/v1alpha1/ScaledObject", "keda-scaled-object",
                    "keda.sh/v1alpha1/TriggerAuthentication", "keda-trigger-authentication",
                    "kustomize.config.k8s.io/v1beta1/Kustomization", "kustomization",
                    "kustomize.config.k8s.io/v1alpha1/Component", "kustomization");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final ObjectMapper LENIENT = new ObjectMapper();

    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .setAnnotationIntrospector(new NothingIsIgnored());

    private StrictReader() {}

    /** The models collect, or ignore, what they do not know; here neither is allowed. */
    private static final class NothingIsIgnored extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(
                MapperConfig<?> config, Annotated annotated) {
            return JsonIgnoreProperties.Value.empty();
        }
    }

    static HasMetadata read(Map<String, Object> object) {
        var kind = object.get("apiVersion") + "/" + object.get("kind");
        var model = MODELS.get(kind);
        if (model != null) {
            return convert(object, model);
        }
        var schema = SCHEMAS.get(kind);
        if (schema == null) {
            throw new IllegalArgumentException("nobody here knows the kind " + kind);
        }
        var wrong = REGISTRY.getSchema(text(schema)).validate(json(object), InputFormat.JSON);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(kind + ": " + wrong);
        }
        readPodTemplate(object);
        return LENIENT.convertValue(object, GenericKubernetesResource.class);
    }

    /** What Keycloak's operator merges into its pods is a piece of Kubernetes' own. */
    private static void readPodTemplate(Map<String, Object> object) {
        if (Yaml.map(object.getOrDefault("spec", Map.of())).get("unsupported")
                        instanceof Map<?, ?> o
                && o.get("podTemplate") instanceof Map<?, ?> template) {
            convert(template, PodTemplateSpec.class);
        }
    }

    private static <T> T convert(Object object, Class<T> model) {
        try {
            return STRICT.convertValue(object, model);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(model.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static String json(Object object) {
        try {
            return LENIENT.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String schema) {
        var resource = "/schemas/" + schema + ".schema.json";
        try (var stream = StrictReader.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
