package org.commonweal.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** One gateway: its sessions are in its own memory. */
@Component
@Profile("!cluster")
class MemorySessions implements Sessions {

    private static final int SESSIONS_MAX = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final Cache<String, WebSession> byProviderSession =
            Caffeine.newBuilder()
                    .maximumSize(SESSIONS_MAX)
                    .expireAfterWrite(FORGOTTEN_AFTER)
                    .build();
    private final ApplicationEventPublisher events;

    MemorySessions(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public Mono<Void> begun(String providerSession, WebSession session) {
        return Mono.fromRunnable(() -> byProviderSession.put(providerSession, session));
    }

    @Override
    public Mono<Void> end(WebSession session) {
        return Mono.defer(() -> {
            events.publishEvent(new SessionEnded(session.getId()));
            return session.invalidate();
        });
    }

    @Override
    public Mono<Void> endByProvider(String providerSession) {
        return Mono.defer(() -> {
            @Nullable WebSession session = byProviderSession.asMap().remove(providerSession);
            return session == null ? Mono.empty() : end(session);
        });
    }
}
