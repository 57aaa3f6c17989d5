package org.commonweal.gateway.login;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * OpenID Connect Back-Channel Logout: the provider tells us that its session is over, by a signed
 * token, and ours ends at once, open streams included. A token that names no session is of all that
 * the person has.
 */
@RestController
class BackChannelLogout {

    static final String PATH = "/logout/connect/back-channel/commonweal";

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

    private final Sessions sessions;
    private final LogoutTokens tokens;

    BackChannelLogout(Sessions sessions, LogoutTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<Void> ended(ServerWebExchange exchange) {
        return exchange.getFormData()
                .mapNotNull(form -> form.getFirst("logout_token"))
                .switchIfEmpty(Mono.error(() -> refused("no logout_token")))
                .flatMap(tokens::read)
                .doOnError(
                        JwtException.class,
                        refused -> LOG.warn("logout token refused cause={}", refused.getMessage()))
                .onErrorMap(JwtException.class, _ -> refused("logout_token"))
                .flatMap(token -> once(token).then(end(token)));
    }

    /** Who has copied a token could else end the sessions that its owner begins later. */
    private Mono<Void> once(Jwt token) {
        return sessions.isNew(Objects.requireNonNull(token.getId(), "jti"))
                .flatMap(isNew -> isNew ? Mono.empty() : Mono.error(refused("shown before")));
    }

    private Mono<Void> end(Jwt token) {
        String session = token.getClaimAsString("sid");
        return session == null
                ? sessions.endBySubject(Objects.requireNonNull(token.getSubject(), "sub"))
                : sessions.endByProvider(session);
    }

    private static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }
}
