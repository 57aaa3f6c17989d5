package org.commonweal.gateway.login;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the browser goes when the provider has sent it back: to its page, or to an explanation. */
@Component
class LoginEnd implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoginEnd.class);
    private static final URI FAILED = URI.create("/?login=failed");

    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final BrowserSessions sessions;

    LoginEnd(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(
            WebFilterExchange filter, Authentication authentication) {
        String asked = filter.getExchange().getAttribute(LoginRequests.RETURN_TO);
        return sessions.begun(authentication, filter.getExchange())
                .then(redirect.sendRedirect(filter.getExchange(), ReturnPath.orHome(asked).uri()));
    }

    /** A cancelled, repeated or forged login; also one whose beginning was too long ago. */
    @Override
    public Mono<Void> onAuthenticationFailure(
            WebFilterExchange filter, AuthenticationException exception) {
        LOG.warn("login failed cause={}", exception.getMessage());
        return redirect.sendRedirect(filter.getExchange(), FAILED);
    }
}
