package org.commonweal.gateway.login;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** A person's own logins in browsers, for themself alone. */
@RestController
class MySessionsController {

    private static final String PROVIDER = "idp";

    /** Where Keycloak shows what guards an account, and takes off what was lost. */
    private static final String ACCOUNT_PAGE = "/account/account-security/signing-in";

    private final MySessions sessions;
    private final String accountPage;

    MySessionsController(MySessions sessions, LoginProperties login) {
        this.sessions = sessions;
        this.accountPage = login.issuer() + ACCOUNT_PAGE;
    }

    @GetMapping("/api/me/sessions")
    Mono<MySessionsAnswer> mine(Authentication caller, ServerWebExchange exchange) {
        Login login = login(caller);
        return asking(caller, exchange)
                .flatMap(own ->
                        sessions.of(login)
                                .map(all ->
                                        new MySessionsAnswer(
                                                hasOwnAccount(caller),
                                                hasOwnAccount(caller) ? accountPage : null,
                                                all.stream()
                                                        .map(each -> SessionAnswer.of(each, own))
                                                        .toList())));
    }

    @DeleteMapping("/api/me/sessions/{session}")
    Mono<ResponseEntity<Void>> end(Authentication caller, @PathVariable String session) {
        return sessions.end(login(caller), session)
                .flatMap(ended ->
                        ended
                                ? Mono.just(ResponseEntity.noContent().build())
                                : Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @DeleteMapping("/api/me/sessions")
    Mono<ResponseEntity<Void>> endAll(Authentication caller) {
        return sessions.endAll(login(caller))
                .then(Mono.fromSupplier(() -> ResponseEntity.noContent().build()));
    }

    private static Login login(Authentication caller) {
        return Login.of(caller)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    /** A login through a firm's provider names it, as the realm's client says. */
    private static boolean hasOwnAccount(Authentication caller) {
        return switch (caller.getPrincipal()) {
            case OidcUser user -> !user.getIdToken().hasClaim(PROVIDER);
            case Jwt token -> !token.hasClaim(PROVIDER);
            case null, default -> false;
        };
    }

    /** The id of the session that asks; none of a bearer token, which must not make one. */
    private static Mono<String> asking(Authentication caller, ServerWebExchange exchange) {
        return caller instanceof OAuth2AuthenticationToken
                ? exchange.getSession().map(WebSession::getId)
                : Mono.just("");
    }

    /**
     * Where somebody is logged in.
     *
     * @param ownAccount whether password and second factor are kept by the platform's own realm
     * @param accountPage where the provider shows these, and takes one off; null where it does not
     *     keep them
     */
    record MySessionsAnswer(
            boolean ownAccount, @Nullable String accountPage, List<SessionAnswer> sessions) {

        MySessionsAnswer {
            sessions = List.copyOf(sessions);
        }
    }

    /** One of them; `asking` is the one that is used for this request. */
    record SessionAnswer(
            String id,
            Instant since,
            Instant lastUsed,
            @Nullable String browser,
            @Nullable String system,
            boolean asking) {

        static SessionAnswer of(Kept session, String asking) {
            Begun login = session.begun();
            return new SessionAnswer(
                    login.handle(),
                    session.since(),
                    session.lastUsed(),
                    login.browser(),
                    login.system(),
                    session.id().equals(asking));
        }
    }
}
