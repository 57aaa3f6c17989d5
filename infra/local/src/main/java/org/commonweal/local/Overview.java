package org.commonweal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.PortPlan;
import org.commonweal.local.supervisor.Leftovers;
import org.commonweal.local.supervisor.Status;
import org.commonweal.local.supervisor.Status.PartStatus;
import org.commonweal.local.supervisor.Status.Phase;

/** Says what runs: for people in a table, for programs in JSON. Exit code 0 when all is ready. */
final class Overview {

    private final Home home;

    private final PortPlan ports;

    Overview(Home home, PortPlan ports) {
        this.home = home;
        this.ports = ports;
    }

    int run(boolean json) {
        var status = current();
        System.out.println(json ? status.json() : table(status));
        var ready =
                status.phase() == Phase.READY
                        && status.parts().stream().allMatch(Overview::isReady);
        return ready ? 0 : 3;
    }

    /** What the file says holds as it is only while its supervisor lives. */
    private Status current() {
        var stopped = new Status(Phase.STOPPED, 0, Instant.EPOCH, List.of());
        var written = Status.read(home.run()).orElse(stopped);
        if (Up.supervisor(home).isPresent()) {
            return written;
        }
        var left = Leftovers.running(home.run());
        return left.isEmpty() ? stopped : written.abandoned(left);
    }

    private static boolean isReady(PartStatus part) {
        return part.state() == Status.State.READY;
    }

    private String table(Status status) {
        var table = new StringBuilder();
        for (var part : status.parts()) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "  %-14s %-11s pid %-8s ports %-12s %5s MiB%s%n",
                            part.name(),
                            part.state().name().toLowerCase(Locale.ROOT),
                            part.pid() == null ? "-" : part.pid(),
                            String.join(",", part.ports().stream().map(String::valueOf).toList()),
                            memory(part).map(String::valueOf).orElse("-"),
                            restarts(part)));
        }
        return table
                + switch (status.phase()) {
                    case STARTING -> "Commonweal is starting: " + ports.url();
                    case READY -> "Commonweal is ready: " + ports.url();
                    case STOPPING -> "Commonweal is stopping.";
                    case ABANDONED ->
                            "The supervisor was killed, and nobody restarts what ends now:"
                                    + " ./commonweal up starts anew, ./commonweal down ends it.";
                    case STOPPED -> "Commonweal does not run.";
                };
    }

    private static String restarts(PartStatus part) {
        return part.restarts() == 0
                ? ""
                : "  restarted %d times, last exit %s".formatted(part.restarts(), part.lastExit());
    }

    /** Resident memory where the system tells it. */
    private static Optional<Long> memory(PartStatus part) {
        try {
            return Files.readAllLines(Path.of("/proc/" + part.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
