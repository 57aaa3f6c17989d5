package org.commonweal.platform.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The provider's public keys: a new one is known when its first token comes, a withdrawn one is
 * forgotten within half a minute, tokens with invented key ids cause one fetch in ten seconds, and
 * while the provider is away those that are held go on. (The stock source keeps a key until another
 * is asked for, and asks for each that it does not know.)
 */
public final class ProviderKeys implements Function<SignedJWT, Flux<JWK>> {

    private static final Duration FETCHED_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration FETCH_INTERVAL_MIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

    private final Mono<JWKSet> fetch;
    private final Clock clock;
    private volatile Held held = new Held(null, Instant.EPOCH);
    private @Nullable Mono<JWKSet> underWay;

    /** Fetches by this client, whose time limit is that of whoever waits for a fetch. */
    public ProviderKeys(WebClient client, String address, Clock clock) {
        this.clock = clock;
        fetch =
                client.get()
                        .uri(address)
                        .retrieve()
                        .bodyToMono(String.class)
                        .map(ProviderKeys::parsed);
    }

    /** The keys that may have signed the token; none when its key is not the provider's. */
    @Override
    public Flux<JWK> apply(SignedJWT token) {
        JWKSelector wanted = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        return Flux.defer(() -> {
            Held now = held;
            List<JWK> found = now.keys() == null ? List.of() : wanted.select(now.keys());
            return !found.isEmpty() && now.isYounger(FETCHED_AGAIN_AFTER, clock)
                    ? Flux.fromIterable(found)
                    : newest().flatMapIterable(wanted::select);
        });
    }

    /** Fetched now if that may be; else what is held, be it what somebody is fetching. */
    private synchronized Mono<JWKSet> newest() {
        if (underWay == null) {
            if (held.isYounger(FETCH_INTERVAL_MIN, clock)) {
                return held.orFail();
            }
            underWay =
                    fetch.onErrorResume(this::heldInstead)
                            .doOnNext(this::keep)
                            .doFinally(_ -> fetched())
                            .cache();
            held = new Held(held.keys(), clock.instant());
        }
        return underWay;
    }

    private synchronized void keep(JWKSet keys) {
        held = new Held(keys, held.tried());
    }

    private synchronized void fetched() {
        underWay = null;
    }

    private Mono<JWKSet> heldInstead(Throwable failed) {
        LOG.warn("keys not fetched cause={}", failed.toString());
        return held.orFail();
    }

    private static JWKSet parsed(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("the provider's keys cannot be read", e);
        }
    }

    /** The keys of the last fetch that succeeded, and when the last one was tried. */
    private record Held(@Nullable JWKSet keys, Instant tried) {

        boolean isYounger(Duration age, Clock clock) {
            return clock.instant().isBefore(tried.plus(age));
        }

        /** Without any key nobody can be refused either. */
        Mono<JWKSet> orFail() {
            return keys == null
                    ? Mono.error(new IllegalStateException("the provider's keys are not there yet"))
                    : Mono.just(keys);
        }
    }
}
