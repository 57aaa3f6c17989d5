package org.commonweal.local.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the supervisor says of itself and its parts; a file, so that anyone can read it. */
public record Status(Phase phase, long pid, Instant since, List<PartStatus> parts) {

    public static final String FILE = "status.json";

    public Status {
        parts = List.copyOf(parts);
    }

    /** Where the platform as a whole stands. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        STOPPED,
        /** The supervisor was killed, parts of it still run. */
        ABANDONED
    }

    /** Where one part stands. */
    public enum State {
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        /** Kept down by a command that needs it so. */
        HELD,
        STOPPED
    }

    /**
     * One part.
     *
     * @param startMillis from its launch until it served, of the latest start
     * @param restarts since the platform was started, each after an end that nobody asked for
     */
    public record PartStatus(
            String name,
            State state,
            @Nullable Long pid,
            List<Integer> ports,
            @Nullable Instant since,
            @Nullable Long startMillis,
            int restarts,
            @Nullable Integer lastExit) {
        public PartStatus {
            ports = List.copyOf(ports);
        }

        private PartStatus ended() {
            return new PartStatus(
                    name, State.STOPPED, null, ports, since, startMillis, restarts, lastExit);
        }
    }

    /** What the killed supervisor wrote last, put right for the parts that still run. */
    public Status abandoned(List<String> running) {
        var now = parts.stream().map(p -> running.contains(p.name()) ? p : p.ended()).toList();
        return new Status(Phase.ABANDONED, pid, since, now);
    }

    void write(Path directory) {
        var file = directory.resolve(FILE);
        var next = directory.resolve(FILE + ".next");
        try {
            Files.createDirectories(directory);
            Files.writeString(next, json());
            // Whoever reads at this moment sees the old file or the new one, never half of it.
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** What was written last, if anything was. */
    public static Optional<Status> read(Path directory) {
        try {
            var text = Files.readString(directory.resolve(FILE));
            return Optional.of(JsonMapper.shared().readValue(text, Status.class));
        } catch (IOException | JacksonException absent) {
            return Optional.empty();
        }
    }
}
