package org.commonweal.gateway.cluster;

import java.time.Duration;
import org.commonweal.gateway.login.Sessions;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The sessions of all gateways: what ends on one has ended on all, and each is told. */
final class ValkeySessions implements Sessions {

    /** Longer than the provider lets a session of its own live. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final ReactiveStringRedisTemplate valkey;

    ValkeySessions(ReactiveStringRedisTemplate valkey) {
        this.valkey = valkey;
    }

    /** Fails when it cannot be noted: a session that nobody could end must not begin. */
    @Override
    public Mono<Void> begun(String providerSession, WebSession session) {
        String key = Keys.providerSession(providerSession);
        return Outage.told(
                        valkey.opsForSet()
                                .add(key, session.getId())
                                .then(valkey.expire(key, FORGOTTEN_AFTER)))
                .then();
    }

    @Override
    public Mono<Void> end(WebSession session) {
        return session.invalidate().then(tell(session.getId()));
    }

    @Override
    public Mono<Void> endByProvider(String providerSession) {
        String key = Keys.providerSession(providerSession);
        return Outage.told(
                valkey.opsForSet()
                        .members(key)
                        .concatMap(id -> valkey.delete(Keys.session(id)).then(tell(id)))
                        .then(valkey.delete(key))
                        .then());
    }

    private Mono<Void> tell(String id) {
        return Outage.told(valkey.convertAndSend(Keys.ENDED_CHANNEL, id)).then();
    }
}
