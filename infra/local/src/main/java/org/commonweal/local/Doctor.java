package org.commonweal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.keycloak.KeycloakDistribution;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.Preconditions;
import org.commonweal.local.supervisor.StartFailedException;
import org.commonweal.local.supervisor.Unit;

/** Looks for what would keep the platform from starting, and says what to do about each. */
final class Doctor {

    private static final long DISK_BYTES_WISHED = 5L << 30;
    private static final double MEMORY_GIB_MIN = 4;

    private final Home home;
    private final Stack stack;
    private final List<String> complaints = new ArrayList<>();

    Doctor(Home home, Stack stack) {
        this.home = home;
        this.stack = stack;
    }

    int run() {
        // The script has found JDK 25, Maven and Node before this runs.
        check(
                "JDK " + Runtime.version().feature(),
                Runtime.version().feature() == 25,
                "use JDK 25");
        tool("mvn");
        tool("node");
        tool("setsid");
        tool("tar");
        disk();
        memory();
        ports();
        userNamespaces();
        for (var application : stack.deployables()) {
            var built = isPrepared(application::isPrepared);
            check(application.name() + " is built", built, "run ./commonweal up, which builds it");
        }
        check(
                "Keycloak is built",
                KeycloakDistribution.isReady(),
                "run ./commonweal up, which builds it");
        complaints.forEach(System.out::println);
        return complaints.isEmpty() ? 0 : 3;
    }

    private static boolean isPrepared(java.util.function.BooleanSupplier prepared) {
        try {
            return prepared.getAsBoolean();
        } catch (StartFailedException notBuilt) {
            return false;
        }
    }

    private void check(String what, boolean holds, String remedy) {
        System.out.println((holds ? "  ok    " : "  not   ") + what);
        if (!holds) {
            complaints.add("To do: " + remedy + ".");
        }
    }

    private void tool(String name) {
        check(name, succeeds(List.of("sh", "-c", "command -v " + name)), "install " + name);
    }

    private void disk() {
        try {
            Preconditions.requireDisk(home.directory(), DISK_BYTES_WISHED);
            check("disk", true, "");
        } catch (StartFailedException e) {
            check("disk", false, String.valueOf(e.getMessage()));
        }
    }

    private void memory() {
        try (var lines = Files.lines(java.nio.file.Path.of("/proc/meminfo"))) {
            var gib =
                    lines.filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0);
            check(
                    "memory",
                    gib / 1024.0 / 1024 >= MEMORY_GIB_MIN || isRunning(),
                    "free 4 GiB of memory");
        } catch (IOException notLinux) {
            System.out.println("  ?     memory");
        }
    }

    private void ports() {
        if (isRunning()) {
            check("ports, in use by Commonweal itself", true, "");
            return;
        }
        for (var unit : stack.units()) {
            if (unit instanceof Unit.Part part) {
                for (var port : part.ports()) {
                    if (!Preconditions.isFree(port)) {
                        check("port " + port, false, "free port " + port + " for " + part.name());
                    }
                }
            }
        }
    }

    private boolean isRunning() {
        return Up.supervisor(home).isPresent();
    }

    /** As root, PostgreSQL runs in a user namespace, because it refuses root. */
    private void userNamespaces() {
        if (Optional.of("root").equals(ProcessHandle.current().info().user())) {
            check(
                    "user namespaces",
                    succeeds(List.of("unshare", "--user", "true")),
                    "allow user namespaces, or run as another user than root");
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            ServerProcess.run(command);
            return true;
        } catch (ServerFailedException e) {
            return false;
        }
    }
}
