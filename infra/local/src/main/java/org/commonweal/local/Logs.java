package org.commonweal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonweal.local.stack.Home;
import org.commonweal.local.supervisor.LogFile;

/** Shows the end of what the parts wrote. */
final class Logs {

    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 15;
    private static final long POLL_MILLIS = 300;

    private final Home home;

    Logs(Home home) {
        this.home = home;
    }

    int run(List<String> options) {
        var parts = options.stream().filter(option -> !option.startsWith("-")).toList();
        if (parts.isEmpty()) {
            for (var log : LogFile.all(home.logs())) {
                System.out.println("== " + log.getFileName());
                LogFile.tail(log, LINES_OF_EACH).forEach(System.out::println);
            }
            return 0;
        }
        var log = home.logs().resolve(parts.getFirst() + ".log");
        if (!Files.exists(log)) {
            var known = LogFile.all(home.logs()).stream().map(Logs::partOf).toList();
            System.err.println(
                    "commonweal: no log of %s; there are %s".formatted(parts.getFirst(), known));
            return 2;
        }
        LogFile.tail(log, LINES_OF_ONE).forEach(System.out::println);
        if (options.contains("-f")) {
            follow(log);
        }
        return 0;
    }

    private static String partOf(Path log) {
        return log.getFileName().toString().replace(".log", "");
    }

    /** Until Ctrl-C. */
    private static void follow(Path log) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(channel.size());
            var buffer = java.nio.ByteBuffer.allocate(8192);
            while (true) {
                // A log that was set aside begins anew.
                channel.position(Math.min(channel.position(), channel.size()));
                while (channel.read(buffer.clear()) > 0) {
                    System.out.write(buffer.array(), 0, buffer.position());
                }
                System.out.flush();
                Thread.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
