package org.commonweal.membership.pulse;

import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.MembershipProperties;
import org.commonweal.platform.messaging.ScopedDatabase;
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

    private static final UUID NO_ALLIANCE = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final ScopedDatabase database;
    private final MembershipProperties properties;
    private final Clock clock;
    private volatile @Nullable Disposable running;

    Pulse(ScopedDatabase database, MembershipProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running =
                Mono.defer(this::beat)
                        .onErrorResume(Pulse::logged)
                        .repeatWhen(done -> done.delayElements(properties.pulseInterval()))
                        .subscribe();
    }

    private Mono<Long> beat() {
        return database.inAlliance(
                NO_ALLIANCE,
                sql ->
                        sql.sql(
                                        """
                                        SELECT pg_logical_emit_message(true, 'commonweal.pulse', :content)
                                        """)
                                .bind("content", "{\"at\":\"" + clock.instant() + "\"}")
                                .fetch()
                                .rowsUpdated());
    }

    private static Mono<Long> logged(Throwable failure) {
        LOG.warn("no pulse: {}", failure.toString());
        return Mono.empty();
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
