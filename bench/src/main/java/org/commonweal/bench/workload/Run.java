package org.commonweal.bench.workload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.commonweal.bench.measure.Processes;
import org.commonweal.bench.stack.BenchStack;

/**
 * What a workload is run with.
 *
 * @param checkout the project
 * @param scratch for what is not kept
 * @param pairs how often each side is measured
 * @param time of one measurement
 */
public record Run(BenchStack stack, Path checkout, Path scratch, int pairs, Duration time) {

    /** The JVMs that are built here. */
    static final List<String> OURS =
            List.of("membership", "purpose", "contribution", "recognition", "gateway", "relay");

    /** The core of what is measured. */
    public static final int SYSTEM_CORE = 0;

    /** The core of who asks. */
    public static final int ASKING_CORE = 1;

    /** Gives the parts one core, and who asks the other. */
    void pin(String... parts) {
        stack.processes(parts).pin(SYSTEM_CORE);
        pinAsking();
    }

    void pinAsking() {
        new Processes(Map.of("bench", ProcessHandle.current().pid())).pin(ASKING_CORE);
    }
}
