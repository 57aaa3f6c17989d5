package org.commonweal.local;

import java.util.concurrent.TimeUnit;
import org.commonweal.local.stack.Home;
import org.commonweal.local.supervisor.Leftovers;

/** Ends the supervisor in order, or what a killed one has left. */
final class Down {

    private static final long STOP_SECONDS_MAX = 90;

    private final Home home;

    Down(Home home) {
        this.home = home;
    }

    int run() {
        var supervisor = Up.supervisor(home);
        if (supervisor.isPresent()) {
            var process = supervisor.get();
            process.destroy();
            process.onExit().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
        }
        var left = Leftovers.end(home.run());
        System.out.println(
                supervisor.isPresent() || !left.isEmpty()
                        ? "Commonweal is stopped."
                        : "Commonweal does not run.");
        return 0;
    }
}
