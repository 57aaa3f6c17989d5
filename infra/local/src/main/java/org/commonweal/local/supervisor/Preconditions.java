package org.commonweal.local.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What must hold before anything starts; each refusal is one sentence that says what to do. */
public final class Preconditions {

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    private Preconditions() {}

    public static void requireFreePorts(List<? extends Unit> units) {
        for (var unit : units) {
            if (unit instanceof Unit.Part part) {
                part.ports().forEach(port -> requireFree(part.name(), port));
            }
        }
    }

    private static void requireFree(String part, int port) {
        if (!isFree(port)) {
            throw new StartFailedException(
                    ("Port %d, which %s needs, is taken by another program;"
                                    + " stop that one (ss -ltnp shows it) and try again.")
                            .formatted(port, part));
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A port of a server that just ended is free, although its old connections linger.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public static void requireDisk(Path directory, long bytesMin) {
        try {
            Files.createDirectories(directory);
            if (!Files.isWritable(directory)) {
                throw new StartFailedException(
                        directory
                                + " cannot be written; give yourself the right,"
                                + " or set COMMONWEAL_HOME to another directory.");
            }
            var free = Files.getFileStore(directory).getUsableSpace();
            if (free < bytesMin) {
                throw new StartFailedException(
                        String.format(
                                Locale.ROOT,
                                "Only %.1f GiB are free where %s lies, and %.1f GiB are needed;"
                                        + " make room, or set COMMONWEAL_HOME to another disk.",
                                free / GIBIBYTE,
                                directory,
                                bytesMin / GIBIBYTE));
            }
        } catch (IOException e) {
            throw new StartFailedException(directory + " cannot be used: " + e.getMessage(), e);
        }
    }
}
