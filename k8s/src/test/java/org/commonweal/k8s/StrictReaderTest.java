package org.commonweal.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document of every file, and every object that a cluster would get, has only known fields.
 */
class StrictReaderTest {

    /** A typo for each way of reading: at the top, deep inside, in a list, in what a CR carries. */
    private static final List<Typo> TYPOS =
            List.of(
                    new Typo("k8s/base/gateway/deployment.yaml", "image:", "imge:"),
                    new Typo("k8s/components/application/deployment.yaml", "drop:", "dropp:"),
                    new Typo("k8s/base/gateway/network.yaml", "podSelector:", "podSelektor:"),
                    new Typo("k8s/base/membership-service/scaling.yaml", "type:", "typ:"),
                    new Typo("k8s/base/routes/routes.yaml", "backendRefs:", "backendRef:"),
                    new Typo("k8s/base/routes/gateway.yaml", "certificateRefs:", "certRefs:"),
                    new Typo("k8s/base/kafka/kafka.yaml", "kraftMetadata:", "kraftMetaData:"),
                    new Typo("k8s/base/kafka/kafka.yaml", "networkPolicyPeers:", "peers:"),
                    new Typo("k8s/base/kafka/users.yaml", "patternType:", "pattern:"),
                    new Typo("k8s/base/valkey/statefulset.yaml", "serviceName:", "svcName:"),
                    new Typo("k8s/components/migration/job.yaml", "backoffLimit:", "backOff:"),
                    new Typo("k8s/base/postgres/cluster.yaml", "pg_hba:", "pgHba:"),
                    new Typo("k8s/base/postgres/cluster.yaml", "passwordSecret:", "secret:"),
                    new Typo("k8s/base/keycloak/keycloak.yaml", "httpEnabled:", "enabledHttp:"),
                    new Typo("k8s/base/keycloak/keycloak.yaml", "volumeMounts:", "mounts:"),
                    new Typo("k8s/base/keycloak/realm.yaml", "placeholders:", "placeholder:"),
                    new Typo("k8s/base/purpose-service/scaling.yaml", "lagThreshold:", "lag:"),
                    new Typo("k8s/base/scaling/authentication.yaml", "parameter:", "param:"),
                    new Typo("k8s/overlays/prod/version/kustomization.yaml", "newTag:", "tag:"));

    private record Typo(String file, String right, String wrong) {}

    @TestFactory
    Stream<DynamicTest> every_file_has_only_known_fields() {
        return Manifests.files().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> read(file.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> every_object_that_is_applied_has_only_known_fields() {
        return Manifests.INSTALLATIONS.stream()
                .map(overlay ->
                        DynamicTest.dynamicTest(overlay, () -> read(Manifests.rendered(overlay))));
    }

    @TestFactory
    Stream<DynamicTest> a_typo_fails() {
        return TYPOS.stream()
                .map(typo ->
                        DynamicTest.dynamicTest(
                                typo.file() + " " + typo.wrong(), () -> fails(typo)));
    }

    private static void fails(Typo typo) {
        var text = Manifests.files().getOrDefault(typo.file(), "");
        assertThat(text).contains(typo.right());
        assertThatThrownBy(() -> read(text.replaceFirst("\\b" + typo.right(), typo.wrong())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(typo.wrong().substring(0, typo.wrong().length() - 1));
    }

    @Test
    void a_kind_that_nobody_knows_fails() {
        assertThatThrownBy(() -> read("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n"))
                .hasMessageContaining("v1/Pod");
    }

    @Test
    void a_version_that_is_not_served_any_more_fails() {
        assertThatThrownBy(() -> read("apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\n"))
                .hasMessageContaining("v1beta2");
    }

    @Test
    void a_key_that_stands_twice_fails() {
        assertThatThrownBy(() -> read("kind: Service\nkind: Secret\n"))
                .hasMessageContaining("duplicate key");
    }

    private static void read(String text) {
        var documents = Yaml.documents(text);
        assertThat(documents).isNotEmpty();
        documents.forEach(StrictReader::read);
    }
}
