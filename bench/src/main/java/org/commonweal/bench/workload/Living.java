package org.commonweal.bench.workload;

import java.net.http.HttpClient;
import java.util.concurrent.locks.LockSupport;
import org.commonweal.bench.stack.Acts;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.stack.Crowd;

/**
 * Sessions that are used, one after the other, through the gateway, for as long as this is open.
 */
record Living(Thread thread) implements AutoCloseable {

    private static final long PAUSE_NANOS = 20_000_000;

    static Living sessions(BenchStack stack, HttpClient http, Crowd crowd) {
        return new Living(
                Thread.startVirtualThread(() -> {
                    for (var n = 0; !Thread.currentThread().isInterrupted(); n++) {
                        var guest = crowd.all().get(n % crowd.all().size());
                        try {
                            new Acts(http, stack.url("gateway"), guest.token())
                                    .status("/api/alliances/" + crowd.alliance() + "/people");
                        } catch (IllegalStateException interrupted) {
                            return;
                        }
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                }));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
