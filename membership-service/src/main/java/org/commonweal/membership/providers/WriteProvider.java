package org.commonweal.membership.providers;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.brokering.Brokers;
import org.commonweal.platform.messaging.DueHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what is wanted to Keycloak: after each change, and again and again, so that it stays. */
@Component
class WriteProvider implements DueHandler {

    static final String KIND = "login-provider";

    private static final Duration TIME_MAX = Duration.ofSeconds(9);
    private static final Duration OUTAGE_WAIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(WriteProvider.class);

    private final WantedProviders providers;
    private final Brokers brokers;
    private final ProvidersProperties properties;

    WriteProvider(WantedProviders providers, Brokers brokers, ProvidersProperties properties) {
        this.providers = providers;
        this.brokers = brokers;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return providers
                .one(alliance, subject)
                .flatMap(wanted ->
                        brokers.write(wanted.provider())
                                .timeout(TIME_MAX)
                                .flatMap(fault ->
                                        providers.written(
                                                alliance,
                                                subject,
                                                wanted.version(),
                                                fault.orElse(null),
                                                properties.writtenAgainAfter())))
                .onErrorResume(away -> {
                    LOG.warn("provider not written id={} cause={}", subject, away.toString());
                    return providers.later(alliance, subject, KIND, OUTAGE_WAIT);
                });
    }
}
