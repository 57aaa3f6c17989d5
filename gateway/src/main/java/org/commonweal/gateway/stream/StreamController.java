package org.commonweal.gateway.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.commonweal.gateway.login.Login;
import org.commonweal.gateway.login.SingleFlightTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The live stream over HTTP: server-sent events, for at most an hour, then the client comes back.
 */
@RestController
class StreamController {

    private static final Duration CHECK_INTERVAL_MIN = Duration.ofSeconds(1);

    private final LiveStream live;
    private final SingleFlightTokens tokens;
    private final Duration timeMax;
    private final Clock clock;

    StreamController(
            LiveStream live, SingleFlightTokens tokens, StreamProperties properties, Clock clock) {
        this.live = live;
        this.tokens = tokens;
        this.timeMax = properties.streamTimeMax();
        this.clock = clock;
    }

    @GetMapping("/api/stream")
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> stream(
            Authentication caller,
            ServerWebExchange exchange,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String since) {
        Login login =
                Login.of(caller)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return caller instanceof OAuth2AuthenticationToken
                ? exchange.getSession()
                        .map(session ->
                                answer(
                                        live.open(login, session.getId(), since)
                                                .take(timeMax)
                                                .takeUntilOther(over(session))))
                : Mono.fromSupplier(
                        () -> answer(live.open(login, null, since).take(timeFor(caller))));
    }

    /**
     * Ends when the provider does not know the session any more, which it is asked as often as by
     * somebody who works: who only listens learns no more than who asks.
     */
    private Mono<Void> over(WebSession session) {
        return tokens.nextCheck(session)
                .delayUntil(next -> next.map(this::until).orElseGet(Mono::never))
                .repeat()
                .then()
                .onErrorComplete();
    }

    private Mono<Long> until(Instant next) {
        Duration left = Duration.between(clock.instant(), next);
        return Mono.delay(left.compareTo(CHECK_INTERVAL_MIN) < 0 ? CHECK_INTERVAL_MIN : left);
    }

    private static ResponseEntity<Flux<ServerSentEvent<Object>>> answer(
            Flux<ServerSentEvent<Object>> events) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                // For proxies that collect answers before they pass them on.
                .header("X-Accel-Buffering", "no")
                .body(events);
    }

    /** A bearer's stream ends with the token. */
    private Duration timeFor(Authentication caller) {
        Instant expires =
                caller instanceof JwtAuthenticationToken bearer
                        ? bearer.getToken().getExpiresAt()
                        : null;
        if (expires == null) {
            return timeMax;
        }
        Duration left = Duration.between(clock.instant(), expires);
        return left.compareTo(timeMax) < 0 ? left : timeMax;
    }
}
