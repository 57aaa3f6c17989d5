package org.commonweal.local.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.commonweal.embedded.ServerProcess;

/**
 * Keeps one part of a running platform down, as long as the process lives that asked for it; then
 * the supervisor starts the part again.
 */
public final class Hold implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final PidFile holder;

    private Hold(PidFile holder) {
        this.holder = holder;
    }

    /** Ends the part in order; returns when it has ended and will not be started again. */
    public static Hold of(Path runDirectory, String part) {
        var holder =
                PidFile.write(
                        file(runDirectory, part),
                        ProcessHandle.current(),
                        List.of(ProcessHandle.current().info().command().orElse("java")),
                        "TERM");
        var hold = new Hold(holder);
        PidFile.read(runDirectory.resolve(part + ".pid")).ifPresent(Hold::end);
        return hold;
    }

    private static void end(PidFile part) {
        part.process()
                .ifPresent(process -> {
                    ServerProcess.signal(process.pid(), part.stopSignal());
                    process.onExit().orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
                });
    }

    static boolean isHeld(Path runDirectory, String part) {
        return PidFile.read(file(runDirectory, part)).flatMap(PidFile::process).isPresent();
    }

    private static Path file(Path runDirectory, String part) {
        return runDirectory.resolve(part + ".hold");
    }

    @Override
    public void close() {
        holder.delete();
    }
}
