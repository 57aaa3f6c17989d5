package org.commonweal.membership.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.brokering.Brokers;
import org.commonweal.platform.messaging.DueHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks whether a test login has come back, until it has or its time is over. */
@Component
class WatchTest implements DueHandler {

    static final String KIND = "login-test";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(WatchTest.class);

    private final WantedProviders providers;
    private final Brokers brokers;
    private final ProvidersProperties properties;
    private final Clock clock;

    WatchTest(
            WantedProviders providers,
            Brokers brokers,
            ProvidersProperties properties,
            Clock clock) {
        this.providers = providers;
        this.brokers = brokers;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return providers.one(alliance, subject).flatMap(wanted -> look(alliance, subject, wanted));
    }

    private Mono<?> look(UUID alliance, UUID id, WantedProviders.Wanted wanted) {
        var test = wanted.test();
        var from = wanted.testedFrom();
        if (test == null || from == null) {
            return providers.later(alliance, id, KIND, properties.writtenAgainAfter());
        }
        if (from.plus(properties.testTimeMax()).isBefore(clock.instant())) {
            return providers.tested(
                    alliance, id, wanted, TestResult.NOTHING_CAME, wanted.state().failed());
        }
        return brokers.look(wanted.provider(), test, from)
                .<Long>flatMap(seen ->
                        providers.tested(
                                alliance,
                                id,
                                wanted,
                                TestResult.of(seen),
                                seen.isPassed()
                                        ? wanted.state().passed()
                                        : wanted.state().failed()))
                .switchIfEmpty(Mono.defer(() -> providers.later(alliance, id, KIND, LOOK_AGAIN)))
                .onErrorResume(away -> {
                    LOG.warn("test not looked at id={} cause={}", id, away.toString());
                    return providers.later(alliance, id, KIND, LOOK_AGAIN);
                });
    }
}
