package org.commonweal.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.commonweal.embedded.MachineLock;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;

/**
 * The server's programs, unpacked and built once per user; the tests of every checkout and the
 * embedded default share them. What the build fixes is part of the directory's name.
 */
public final class KeycloakDistribution {

    private static final List<String> OWN_FILES =
            List.of(
                    "conf/keycloak.conf",
                    "themes/commonweal/login/theme.properties",
                    "themes/commonweal/login/footer.ftl",
                    "themes/commonweal/login/messages/messages_de.properties",
                    "themes/commonweal/login/messages/messages_en.properties",
                    "themes/commonweal/login/resources/img/icon.svg",
                    "themes/commonweal/login/resources/js/labels.js",
                    "themes/commonweal/login/resources/css/commonweal.css");

    private final Path home;

    private KeycloakDistribution(Path home) {
        this.home = home;
    }

    /** Unpacks and builds when that has not been done, which takes half a minute. */
    public static KeycloakDistribution ready() {
        var home = directory();
        try {
            Files.createDirectories(home.getParent());
            // Two builds may start at once; the second waits and finds the work done.
            return MachineLock.holding(
                    home.resolveSibling("keycloak.lock"),
                    () -> {
                        if (!isReady()) {
                            build(home);
                        }
                        return new KeycloakDistribution(home);
                    });
        } catch (IOException e) {
            throw new ServerFailedException("Keycloak cannot be unpacked into " + home, e);
        }
    }

    /** Whether the distribution has been built already. */
    public static boolean isReady() {
        return Files.exists(directory().resolve("built"));
    }

    Path home() {
        return home;
    }

    private static void build(Path home) throws IOException {
        ServerProcess.run(List.of("rm", "-rf", home.toString()));
        Files.createDirectories(home);
        ServerProcess.run(
                List.of(
                        "tar",
                        "-xzf",
                        properties().getProperty("archive"),
                        "-C",
                        home.toString(),
                        "--strip-components=1"));
        for (var file : OWN_FILES) {
            var target = home.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, content(file));
        }
        ServerProcess.run(
                List.of(
                        "env",
                        "JAVA_HOME=" + System.getProperty("java.home"),
                        home.resolve("bin/kc.sh").toString(),
                        "build"));
        // Last: an interrupted build is begun again.
        Files.writeString(home.resolve("built"), "", UTF_8);
    }

    private static Path directory() {
        var userHome = Path.of(System.getProperty("user.home"));
        var cache =
                Files.isWritable(userHome)
                        ? userHome.resolve(".cache")
                        : Path.of(System.getProperty("java.io.tmpdir"));
        var name = "keycloak-" + properties().getProperty("version") + "-" + fingerprint();
        return cache.resolve("commonweal").resolve(name);
    }

    private static String fingerprint() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(System.getProperty("java.vm.version").getBytes(UTF_8));
            for (var file : OWN_FILES) {
                sha256.update(content(file));
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] content(String file) {
        return read("/distribution/" + file);
    }

    private static Properties properties() {
        var properties = new Properties();
        try {
            properties.load(
                    new java.io.StringReader(new String(read("/keycloak.properties"), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static byte[] read(String resource) {
        try (InputStream stream = KeycloakDistribution.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
