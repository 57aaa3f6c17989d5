package org.commonweal.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.commonweal.embedded.ServerProcess;

/** The files as they stand, and what Kustomize makes of them. */
final class Manifests {

    static final List<String> OVERLAYS = List.of("dev", "prod");

    /** The component that an operator may add. */
    private static final String TRACED = "prod, traced";

    /** The overlays, and what else can be made of them. */
    static final List<String> INSTALLATIONS = List.of("dev", "prod", TRACED);

    private static final List<String> STEPS = List.of("servers", "migrations", "applications");

    private static final Path SECRETS = Path.of("k8s/overlays/dev/servers/secrets");
    private static final String EXAMPLE = "secrets.example.properties";

    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    private Manifests() {}

    static Path checkout() {
        return Path.of("").toAbsolutePath().resolveSibling("");
    }

    /** Every YAML file that Kustomize reads, by its name in the checkout. */
    static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        for (var folder : List.of("k8s/base", "k8s/components", "k8s/overlays", "infra")) {
            try (var found = Files.walk(checkout().resolve(folder))) {
                found.filter(file -> isRead(folder, file))
                        .forEach(file -> files.put(name(file), text(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static boolean isRead(String folder, Path file) {
        var name = String.valueOf(file.getFileName());
        return folder.equals("infra")
                ? name.equals("kustomization.yaml") && !file.toString().contains("/target/")
                : name.matches(".*\\.ya?ml");
    }

    static String name(Path file) {
        return checkout().relativize(file).toString();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String example() {
        return text(checkout().resolve(SECRETS).resolve(EXAMPLE));
    }

    /**
     * All that is applied to a cluster, step after step; skips the test where kubectl is missing.
     */
    static String rendered(String overlay) {
        var kubectl =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "kubectl"))
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(kubectl.isPresent(), "no kubectl on the path: the overlays cannot be rendered");
        return RENDERED.computeIfAbsent(
                overlay, wanted -> render(kubectl.orElseThrow().toString(), wanted));
    }

    private static String render(String kubectl, String overlay) {
        try {
            var copy = copy();
            var folder = copy.resolve("k8s/overlays").resolve(overlay.replace(", traced", ""));
            if (overlay.equals(TRACED)) {
                addTracing(folder.resolve("applications/kustomization.yaml"));
            }
            var rendered =
                    STEPS.stream()
                            .map(folder::resolve)
                            .map(step ->
                                    ServerProcess.run(
                                            List.of(kubectl, "kustomize", step.toString())))
                            .collect(Collectors.joining("\n---\n"));
            assertThat(Yaml.documents(rendered)).as(overlay).hasSizeGreaterThan(50);
            return rendered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addTracing(Path applications) throws IOException {
        var version = "  - ../version\n";
        var traced =
                text(applications).replace(version, version + "  - ../../../components/tracing\n");
        Files.writeString(applications, traced);
        assertThat(traced).contains("components/tracing");
    }

    /** With values for the secrets, which the checkout has not. */
    private static Path copy() throws IOException {
        var copy = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "rendered");
        for (var folder :
                List.of(
                        "k8s/base",
                        "k8s/components",
                        "k8s/overlays",
                        "infra/embedded/src/main/resources/db",
                        "infra/keycloak/src/main/resources/distribution")) {
            try (var files = Files.walk(checkout().resolve(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var target = copy.resolve(name(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        Files.writeString(
                copy.resolve(SECRETS).resolve("secrets.private.properties"),
                example().replaceAll("(?m)=$", "=given"));
        return copy;
    }
}
