package org.commonweal.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends a server soon after its owner has ended, however it ended, and removes a directory with it.
 * A process of its own, because an owner that is killed cannot tidy up.
 */
public final class Watchdog {

    private static final String SCRIPT =
            """
            while kill -0 "$1" 2>/dev/null && kill -0 "$2" 2>/dev/null; do sleep 1; done
            kill -0 "$1" 2>/dev/null && exit 0
            kill -s "$3" "$2" 2>/dev/null
            while kill -0 "$2" 2>/dev/null; do sleep 0.2; done
            [ -z "$4" ] || rm -rf "$4"
            """;

    private Watchdog() {}

    /** Watches until the owner or the server ends; only an owner's end removes the directory. */
    public static void watch(long owner, long server, String signal, Path remove) {
        start(List.of(Long.toString(owner), Long.toString(server), signal, remove.toString()));
    }

    /** The same, with nothing to remove. */
    public static void watch(long owner, long server, String signal) {
        start(List.of(Long.toString(owner), Long.toString(server), signal, ""));
    }

    private static void start(List<String> arguments) {
        var command = new java.util.ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, "watchdog"));
        command.addAll(arguments);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException e) {
            throw new ServerFailedException("no watchdog could be started", e);
        }
    }
}
