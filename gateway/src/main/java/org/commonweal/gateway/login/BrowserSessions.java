package org.commonweal.gateway.login;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
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

    Mono<Void> begun(Authentication authentication, ServerWebExchange exchange) {
        return authentication.getPrincipal() instanceof OidcUser user
                ? exchange.getSession().flatMap(session -> begun(user, session, exchange))
                : Mono.empty();
    }

    /** Who logs in once more in the same browser goes on with the session that it has. */
    private Mono<Void> begun(OidcUser user, WebSession session, ServerWebExchange exchange) {
        @Nullable String providers = user.getIdToken().getClaimAsString(PROVIDER_SESSION);
        String handle = Begun.of(session).map(Begun::handle).orElseGet(UUID.randomUUID()::toString);
        Device device =
                Device.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
        Begun login =
                new Begun(
                        handle,
                        Objects.requireNonNull(user.getSubject(), "sub"),
                        providers,
                        device.browser(),
                        device.system());
        login.putInto(session);
        return sessions.begun(login, session);
    }

    Mono<Void> end(WebSession session) {
        return sessions.end(session);
    }

    /** The session holds the security context too; to clear that first would give it a new id. */
    @Override
    public Mono<Void> logout(WebFilterExchange filter, Authentication authentication) {
        return filter.getExchange().getSession().flatMap(sessions::end);
    }
}
