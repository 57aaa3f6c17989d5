package org.commonweal.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on. */
final class Machine {

    private Machine() {}

    static String describe() {
        return "%d cores (%s), %.0f GiB, Linux %s, JDK %s"
                .formatted(
                        cores(),
                        after("/proc/cpuinfo", "model name"),
                        kib(after("/proc/meminfo", "MemTotal")) / (1 << 20),
                        System.getProperty("os.version").replaceFirst("-.*", ""),
                        System.getProperty("java.vm.version"));
    }

    /** How many want to run, on average of the last minute. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Of the machine; a process that is bound to one core is told of that one alone. */
    private static long cores() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("processor")).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static double kib(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9]", ""));
    }

    private static String after(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
