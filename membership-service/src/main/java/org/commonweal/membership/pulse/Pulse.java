package org.commonweal.membership.pulse;

import org.commonweal.membership.MembershipProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Says through the write-ahead log, behind every fact written before, that nothing is missing; no
 * row stays. Others refuse what the standings decide when they have not heard it for a second.
 */
@Component
class Pulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    /** To the last: while requests end here, and others start in our place, votes go on. */
    private static final int PHASE = Integer.MAX_VALUE - 4096;

    private final Pulses pulses;
    private final MembershipProperties properties;
    private volatile @Nullable Disposable running;

    Pulse(Pulses pulses, MembershipProperties properties) {
        this.pulses = pulses;
        this.properties = properties;
    }

    @Override
    public void start() {
        running =
                Mono.defer(pulses::beat)
                        .onErrorResume(Pulse::logged)
                        .repeatWhen(done -> done.delayElements(properties.pulseInterval()))
                        .subscribe();
    }

    private static Mono<Long> logged(Throwable failure) {
        LOG.warn("no pulse: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void stop() {
        var last = running;
        if (last != null) {
            last.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
