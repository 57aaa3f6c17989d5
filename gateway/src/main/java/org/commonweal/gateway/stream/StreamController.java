package org.commonweal.gateway.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.commonweal.gateway.login.Login;
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

    private final LiveStream live;
    private final Duration timeMax;
    private final Clock clock;

    StreamController(LiveStream live, StreamProperties properties, Clock clock) {
        this.live = live;
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
        Duration time = timeFor(caller);
        return session(caller, exchange)
                .map(session -> live.open(login, session.orElse(null), since).take(time))
                .map(events ->
                        ResponseEntity.ok()
                                .contentType(MediaType.TEXT_EVENT_STREAM)
                                // For proxies that collect answers before they pass them on.
                                .header("X-Accel-Buffering", "no")
                                .body(events));
    }

    private static Mono<Optional<String>> session(Authentication caller, ServerWebExchange from) {
        return caller instanceof OAuth2AuthenticationToken
                ? from.getSession().map(WebSession::getId).map(Optional::of)
                : Mono.just(Optional.empty());
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
