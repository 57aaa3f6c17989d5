package org.commonweal.bench.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonweal.embedded.ServerProcess;

/** A program that runs to its end, with the CPU time that it took. */
final class Child {

    private static final String TIMED = "TIMEFORMAT='cpu %U %S'; time \"$@\"";
    private static final Pattern CPU = Pattern.compile("(?m)^cpu ([0-9.]+) ([0-9.]+)$");
    private static final double MICROS = 1e6;

    private Child() {}

    /** What it printed, and its CPU time in microseconds. */
    record Ended(String output, long cpuMicros) {}

    static <T> T run(
            List<String> command, Map<String, String> environment, Function<Ended, T> read) {
        var timed = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
        timed.addAll(command);
        var output = ServerProcess.run(timed, environment);
        var cpu = CPU.matcher(output);
        if (!cpu.find()) {
            throw new IllegalStateException("no CPU time in:\n" + output);
        }
        var seconds = Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2));
        return read.apply(new Ended(output, Math.round(seconds * MICROS)));
    }
}
