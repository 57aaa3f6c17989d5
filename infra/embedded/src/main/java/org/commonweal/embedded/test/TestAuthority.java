package org.commonweal.embedded.test;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.ServerProcess;

/**
 * A certificate for a server on loopback, which signs itself and so is its own authority.
 *
 * @param certificate who trusts this file trusts the server
 */
public record TestAuthority(Path certificate, Path key) {

    private static final char[] PASSWORD = "password".toCharArray();

    public static TestAuthority in(Path directory) {
        var store = directory.resolve("store.p12");
        generate(store);
        try (var stream = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, PASSWORD);
            var certificate = keys.getCertificate("server").getEncoded();
            var key = keys.getKey("server", PASSWORD).getEncoded();
            return new TestAuthority(
                    write(directory.resolve("server.crt"), "CERTIFICATE", certificate),
                    write(directory.resolve("server.key"), "PRIVATE KEY", key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be read", e);
        }
    }

    private static void generate(Path store) {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        ServerProcess.run(
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-ext",
                        "bc:c",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-storetype",
                        "PKCS12"));
    }

    private static Path write(Path file, String kind, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind),
                US_ASCII);
        // PostgreSQL takes no key that others can read.
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** What PostgreSQL must be started with to encrypt. */
    public Map<String, String> postgresSettings() {
        return Map.of(
                "ssl", "on",
                "ssl_cert_file", certificate.toString(),
                "ssl_key_file", key.toString());
    }
}
