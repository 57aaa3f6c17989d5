package org.commonweal.gateway.cluster;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.gateway.login.TokenTurns;
import org.commonweal.gateway.login.Tokens;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One gateway at a time renews a session's tokens. Its turn ends by itself after a limit that is
 * longer than the provider may take; whoever comes back later than that (a pod that was stopped)
 * finds that its result is no longer wanted and takes what the session holds.
 */
final class ValkeyTokenTurns implements TokenTurns {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int POLLS_MORE = 20;

    /** Keeps the tokens if the turn is still ours and the session still there. */
    private static final RedisScript<Long> KEEP =
            RedisScript.of(
                    """
                    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
                    if redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
                    redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
                    return 1
                    """,
                    Long.class);

    private static final RedisScript<Long> GIVE_BACK =
            RedisScript.of(
                    """
                    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
                    return redis.call('DEL', KEYS[1])
                    """,
                    Long.class);

    private final ReactiveStringRedisTemplate valkey;
    private final SealedJson json;
    private final Duration turnMax;

    ValkeyTokenTurns(ReactiveStringRedisTemplate valkey, SealedJson json, Duration turnMax) {
        this.valkey = valkey;
        this.json = json;
        this.turnMax = turnMax;
    }

    @Override
    public Mono<Tokens> renew(WebSession session, Function<Tokens, Mono<Tokens>> step) {
        return Outage.told(
                Mono.usingWhen(begin(session.getId()), turn -> within(turn, step), this::giveBack));
    }

    private Mono<Turn> begin(String session) {
        return Mono.defer(() -> {
            Turn turn = new Turn(session, UUID.randomUUID().toString());
            return valkey.opsForValue()
                    .setIfAbsent(turn.key(), turn.holder(), turnMax)
                    .filter(ours -> ours)
                    .map(_ -> turn)
                    .switchIfEmpty(Mono.error(NotYetException::new))
                    .retryWhen(
                            Retry.fixedDelay(turnMax.dividedBy(POLL) + POLLS_MORE, POLL)
                                    .filter(NotYetException.class::isInstance)
                                    .onRetryExhaustedThrow((_, last) -> Outage.of(last.failure())));
        });
    }

    private Mono<Tokens> within(Turn turn, Function<Tokens, Mono<Tokens>> step) {
        return held(turn)
                .flatMap(held ->
                        step.apply(held)
                                .flatMap(renewed ->
                                        renewed.equals(held)
                                                ? Mono.just(held)
                                                : keep(turn, renewed))
                                .onErrorResume(
                                        OAuth2AuthorizationException.class,
                                        refused -> unlessFaster(turn, held, refused)));
    }

    private Mono<Tokens> keep(Turn turn, Tokens renewed) {
        List<String> keys = List.of(turn.key(), Keys.session(turn.session()));
        List<String> values =
                List.of(turn.holder(), Keys.attribute(Tokens.ATTRIBUTE), json.seal(renewed));
        return valkey.execute(KEEP, keys, values)
                .next()
                .flatMap(kept -> kept == 1 ? Mono.just(renewed) : held(turn));
    }

    /** A refresh token counts as refused only while the session still holds it. */
    private Mono<Tokens> unlessFaster(
            Turn turn, Tokens tried, OAuth2AuthorizationException refused) {
        return held(turn).filter(now -> !now.equals(tried)).switchIfEmpty(Mono.error(refused));
    }

    /** What lies in Valkey now; nothing when the session has ended meanwhile. */
    private Mono<Tokens> held(Turn turn) {
        return valkey.<String, String>opsForHash()
                .get(Keys.session(turn.session()), Keys.attribute(Tokens.ATTRIBUTE))
                .map(json::open)
                .ofType(Tokens.class);
    }

    private Mono<Void> giveBack(Turn turn) {
        return valkey.execute(GIVE_BACK, List.of(turn.key()), List.of(turn.holder())).then();
    }

    private record Turn(String session, String holder) {

        String key() {
            return Keys.turn(session);
        }
    }

    /** Another gateway is at it. */
    private static final class NotYetException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotYetException() {
            super("another's turn", null, false, false);
        }
    }
}
