package org.commonweal.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;

/** Says what this is. */
final class Version {

    private final Path checkout;

    Version(Path checkout) {
        this.checkout = checkout;
    }

    int run() {
        var own = Version.class.getPackage().getImplementationVersion();
        System.out.println("Commonweal " + Objects.requireNonNullElse(own, "unpacked") + commit());
        System.out.println("Java " + Runtime.version());
        return 0;
    }

    /** Empty where the sources came without their history. */
    private String commit() {
        try {
            var git = List.of("git", "-C", "" + checkout, "describe", "--always", "--dirty");
            return " (" + ServerProcess.run(git).strip() + ")";
        } catch (ServerFailedException noHistory) {
            return "";
        }
    }
}
