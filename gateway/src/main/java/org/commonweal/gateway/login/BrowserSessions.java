package org.commonweal.gateway.login;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** How a browser's session begins with a login and ends with a logout. */
@Component
class BrowserSessions implements ServerLogoutHandler {

    private static final String PROVIDER_SESSION = "sid";

    private final Sessions sessions;

    BrowserSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    Mono<Void> begun(Authentication authentication, WebSession session) {
        if (authentication.getPrincipal() instanceof OidcUser user) {
            String id = user.getIdToken().getClaimAsString(PROVIDER_SESSION);
            return id == null ? Mono.empty() : sessions.begun(id, session);
        }
        return Mono.empty();
    }

    Mono<Void> end(WebSession session) {
        return sessions.end(session);
    }

    Mono<Void> endByProvider(String providerSession) {
        return sessions.endByProvider(providerSession);
    }

    /** The session holds the security context too; to clear that first would give it a new id. */
    @Override
    public Mono<Void> logout(WebFilterExchange filter, Authentication authentication) {
        return filter.getExchange().getSession().flatMap(sessions::end);
    }
}
