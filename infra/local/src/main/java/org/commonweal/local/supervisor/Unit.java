package org.commonweal.local.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One thing that must be done or run; it begins when what it comes after is done or serves. */
public sealed interface Unit {

    String name();

    Set<String> after();

    /** Done once per start, to its end. */
    record Step(String name, Set<String> after, Action action) implements Unit {
        public Step {
            after = Set.copyOf(after);
        }
    }

    /**
     * A process that runs until the end.
     *
     * @param ports all ports it listens on; taken ones are found before anything starts
     * @param launch makes its directory ready and says the command; asked again for each restart
     * @param ready whether it serves now
     * @param stopSignal what ends it in an orderly way
     */
    record Part(
            String name,
            List<Integer> ports,
            Set<String> after,
            Supplier<Launch> launch,
            BooleanSupplier ready,
            Duration startLimit,
            String stopSignal)
            implements Unit {
        public Part {
            ports = List.copyOf(ports);
            after = Set.copyOf(after);
        }
    }

    /** What a step does; what it throws ends the start with its message. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** A command line with what is added to the environment. */
    record Launch(List<String> command, Map<String, String> environment) {
        public Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }
}
