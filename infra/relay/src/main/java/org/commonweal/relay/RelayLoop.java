package org.commonweal.relay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps an engine running: makes topics and slot, waits while another relay holds the slot, and
 * starts again, ever more slowly, after a failure. Only an entry that can never be published ends
 * it.
 */
final class RelayLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final Duration PAUSE_MIN = Duration.ofMillis(250);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Runnable topics;
    private final Slot slot;
    private final Recovery recovery;
    private final Supplier<JournalEngine> engines;
    private final RelayState state;
    private final AtomicReference<@Nullable JournalEngine> engine = new AtomicReference<>();
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile boolean givenUp;

    RelayLoop(
            Runnable topics,
            Slot slot,
            Recovery recovery,
            Supplier<JournalEngine> engines,
            RelayState state) {
        this.topics = topics;
        this.slot = slot;
        this.recovery = recovery;
        this.engines = engines;
        this.state = state;
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("relay").start(this::loop);
    }

    private void loop() {
        var pause = PAUSE_MIN;
        while (!stopping) {
            var sent = state.records();
            try {
                topics.run();
                ensureSlot();
                awaitFreeSlot();
                stream();
            } catch (InterruptedException e) {
                break;
            } catch (PoisonException e) {
                // Trying again would only send again what lies before it: this needs a person.
                givenUp = true;
                failed(e);
                return;
            } catch (Exception e) {
                failed(e);
            }
            // Whatever went out since the last failure shows that this is a new one.
            pause = state.records() > sent ? PAUSE_MIN : shorter(pause.multipliedBy(2), PAUSE_MAX);
            if (!slept(pause)) {
                break;
            }
        }
        state.enter(RelayState.Phase.STOPPED, "stopped");
    }

    /** Waits for an operator where facts may be missing; a first slot it makes itself. */
    private void ensureSlot() throws Exception {
        if (recovery.isFirstStart()) {
            recovery.first();
        }
        for (var first = true; !stopping; first = false) {
            var condition = slot.condition();
            if (condition.isWhole()) {
                return;
            }
            var reason = slotLost(condition.state());
            if (first) {
                LOG.error("{}", reason);
            }
            state.enter(RelayState.Phase.SLOT_LOST, reason);
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private String slotLost(Slot.State how) {
        return ("replication slot %s is %s: facts may be missing in the topics, nothing is"
                        + " published. Let them be sent again: relay --recover, see"
                        + " docs/operating.md")
                .formatted(
                        slot.name(),
                        how == Slot.State.LOST
                                ? "invalid, the server has removed log that was not read"
                                : "gone");
    }

    private void awaitFreeSlot() throws Exception {
        for (var first = true; !stopping; first = false) {
            var condition = slot.condition();
            if (condition.heldBy() == null) {
                slot.settle();
                return;
            }
            var reason = "the slot is held by server process " + condition.heldBy();
            state.enter(RelayState.Phase.WAITING_FOR_SLOT, reason);
            if (first) {
                LOG.info("waiting: {}", reason);
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private void stream() {
        var started = engines.get();
        engine.set(started);
        try {
            if (!stopping) {
                started.run();
            }
        } finally {
            engine.set(null);
            started.stop();
            state.abandoned();
        }
    }

    private void failed(Exception e) {
        if (stopping) {
            return;
        }
        var reason = String.valueOf(e.getMessage());
        if (!state.now().reason().equals(reason)) {
            LOG.error("the relay failed and starts again: {}", reason, e);
        }
        state.enter(RelayState.Phase.FAILED, reason);
    }

    private boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void stop() {
        stopping = true;
        var running = engine.get();
        if (running != null) {
            running.stop();
        }
        var loop = thread;
        if (loop == null) {
            return;
        }
        try {
            if (running == null) {
                loop.interrupt();
            }
            if (!loop.join(STOP_LIMIT)) {
                loop.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Neither stopped nor waiting for a person, and yet no longer there. */
    boolean hasDied() {
        var loop = thread;
        return loop != null && !loop.isAlive() && !stopping && !givenUp;
    }

    @Override
    public boolean isRunning() {
        var loop = thread;
        return loop != null && loop.isAlive();
    }
}
