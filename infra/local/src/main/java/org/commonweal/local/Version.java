package org.commonweal.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;

/** Says what this is. */
final class Version {

    private final Path checkout;

    Version(Path checkout) {
        this.checkout = checkout;
    }

    int run() {
        var commit = commit().map(found -> " (" + found + ")").orElse("");
        System.out.println("Commonweal " + number() + commit);
        System.out.println("Java " + Runtime.version());
        return 0;
    }

    /** The project's version, as the build wrote it into the jar. */
    static String number() {
        var own = Version.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(own, "unpacked");
    }

    /** Empty where the sources came without their history. */
    Optional<String> commit() {
        try {
            var git = List.of("git", "-C", "" + checkout, "describe", "--always", "--dirty");
            return Optional.of(ServerProcess.run(git).strip());
        } catch (ServerFailedException noHistory) {
            return Optional.empty();
        }
    }
}
