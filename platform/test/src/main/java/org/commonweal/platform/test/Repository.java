package org.commonweal.platform.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files lie, from whichever module a test runs. */
public final class Repository {

    private Repository() {}

    /** The folder that holds {@code contracts/} and the root pom. */
    public static Path root() {
        var start = Path.of("").toAbsolutePath();
        for (var at = start; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("contracts/RELEASED"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository: " + start);
    }
}
