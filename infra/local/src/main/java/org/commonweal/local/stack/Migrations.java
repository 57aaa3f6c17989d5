package org.commonweal.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.commonweal.embedded.ServerProcess;

/**
 * Brings one service's schema up to date, as a step of its own with the DDL role. The step is left
 * out when this database has seen exactly these files.
 *
 * @param database its JDBC address
 */
record Migrations(Deployable service, Home home, String database) {

    private static final String MAIN = "org.commonweal.platform.messaging.Migrate";

    void applyWhatIsNew() {
        var mark = home.marks().resolve("migrated-" + service.name());
        var now = fingerprint();
        if (Deployable.read(mark).filter(now::equals).isPresent()) {
            return;
        }
        apply();
        try {
            Files.createDirectories(home.marks());
            Files.writeString(mark, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what Flyway said. */
    String apply() {
        return ServerProcess.run(
                service.command(MAIN, service.name()), Map.of("COMMONWEAL_DATABASE_URL", database));
    }

    /** Of every migration file on the service's class path. */
    private String fingerprint() {
        var sums = new TreeMap<String, Long>();
        try (var jars = Files.walk(service.jarDirectory())) {
            for (var jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (var zip = new ZipFile(jar.toFile())) {
                    zip.stream()
                            .filter(entry -> entry.getName().startsWith("db/"))
                            .forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var crc = new CRC32();
        crc.update(sums.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(crc.getValue());
    }
}
