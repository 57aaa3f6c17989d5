package org.commonweal.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Ends browser sessions, also those that the provider names by its own session's id. */
@Component
class BrowserSessions implements ServerLogoutHandler {

    private static final int SESSIONS_MAX = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final String PROVIDER_SESSION = "sid";

    private final Cache<String, WebSession> byProviderSession =
            Caffeine.newBuilder()
                    .maximumSize(SESSIONS_MAX)
                    .expireAfterWrite(FORGOTTEN_AFTER)
                    .build();
    private final ApplicationEventPublisher events;

    BrowserSessions(ApplicationEventPublisher events) {
        this.events = events;
    }

    void begun(Authentication authentication, WebSession session) {
        if (authentication.getPrincipal() instanceof OidcUser user) {
            String id = user.getIdToken().getClaimAsString(PROVIDER_SESSION);
            if (id != null) {
                byProviderSession.put(id, session);
            }
        }
    }

    Mono<Void> end(WebSession session) {
        return Mono.defer(() -> {
            events.publishEvent(new SessionEnded(session.getId()));
            return session.invalidate();
        });
    }

    /** Ends the session that came of the provider's session, if there is one here. */
    Mono<Void> endByProvider(String providerSession) {
        @Nullable WebSession session = byProviderSession.asMap().remove(providerSession);
        return session == null ? Mono.empty() : end(session);
    }

    /** The session holds the security context too; to clear that first would give it a new id. */
    @Override
    public Mono<Void> logout(WebFilterExchange filter, Authentication authentication) {
        return filter.getExchange().getSession().flatMap(this::end);
    }
}
