package org.commonweal.local;

import java.util.List;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.Hold;
import org.commonweal.local.supervisor.StartFailedException;
import org.commonweal.local.supervisor.Status;
import org.commonweal.local.supervisor.Status.Phase;

/** {@code ./commonweal rebuild SERVICE}: its read models are built anew from the journals. */
final class Rebuilding {

    private final Home home;
    private final Stack stack;

    Rebuilding(Home home, Stack stack) {
        this.home = home;
        this.stack = stack;
    }

    int run(List<String> options) {
        var known = stack.rebuildable();
        if (options.size() != 1 || !known.contains(options.getFirst())) {
            System.err.println(
                    "commonweal: rebuild which service? One of " + String.join(", ", known));
            return 2;
        }
        if (!isReady()) {
            throw new StartFailedException(
                    "The journals are read while Commonweal runs: ./commonweal up first.");
        }
        var service = options.getFirst();
        System.out.println("Holding " + service + ", which the gateway answers for with 503 ...");
        Progress.timed(service, "rebuilt", () -> rebuild(service));
        return 0;
    }

    private void rebuild(String service) {
        try (var _ = Hold.of(home.run(), service)) {
            stack.rebuild(service).forEach(System.out::println);
        }
    }

    /**
     * What was written holds only while its supervisor lives: without one, nobody starts it again.
     */
    private boolean isReady() {
        return Up.supervisor(home).isPresent()
                && Status.read(home.run()).filter(now -> now.phase() == Phase.READY).isPresent();
    }
}
