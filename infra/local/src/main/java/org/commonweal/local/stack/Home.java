package org.commonweal.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where an installation keeps its data, its logs and its pid files. */
public record Home(Path directory) {

    /** COMMONWEAL_HOME, or .commonweal in the checkout. */
    public static Home of(Path checkout, Map<String, String> environment) {
        var chosen = environment.get("COMMONWEAL_HOME");
        var directory = chosen == null ? checkout.resolve(".commonweal") : Path.of(chosen);
        return new Home(directory.toAbsolutePath().normalize());
    }

    public Path run() {
        return directory.resolve("run");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path postgres() {
        return directory.resolve("postgres");
    }

    public Path kafka() {
        return directory.resolve("kafka");
    }

    public Path keycloak() {
        return directory.resolve("keycloak");
    }

    /** Which migrations this database has seen, and when the demo was begun. */
    public Path marks() {
        return directory.resolve("marks");
    }

    /** Where a backup is made whole before it takes the place of the data. */
    public Path restoring() {
        return directory.resolve("restoring");
    }

    /** Removes all data; logs stay, so that one can still see why. */
    public void removeData() {
        List.of(postgres(), kafka(), keycloak(), marks()).forEach(Home::remove);
    }

    public static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
