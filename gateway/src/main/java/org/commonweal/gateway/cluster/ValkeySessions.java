package org.commonweal.gateway.cluster;

import java.time.Duration;
import org.commonweal.gateway.login.Begun;
import org.commonweal.gateway.login.Kept;
import org.commonweal.gateway.login.Sessions;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sessions of all gateways: what ends on one has ended on all, and each is told. */
final class ValkeySessions implements Sessions {

    /** Longer than the provider lets a session of its own live. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final ReactiveStringRedisTemplate valkey;
    private final SessionReader stored;

    ValkeySessions(ReactiveStringRedisTemplate valkey, SessionReader stored) {
        this.valkey = valkey;
        this.stored = stored;
    }

    /** Fails when it cannot be noted: a session that nobody could end must not begin. */
    @Override
    public Mono<Void> begun(Begun login, WebSession session) {
        String provider = login.providerSession();
        Mono<Void> noted = note(Keys.subject(login.subject()), session.getId());
        return provider == null
                ? noted
                : noted.then(note(Keys.providerSession(provider), session.getId()));
    }

    /** Forgets on the way what has ended by itself. */
    @Override
    public Flux<Kept> of(String subject) {
        String key = Keys.subject(subject);
        return Outage.told(ids(key).collectList())
                .flatMapIterable(ids -> ids)
                .concatMap(id ->
                        stored.read(id)
                                .filter(session -> session.begun().subject().equals(subject))
                                .switchIfEmpty(forget(key, id)));
    }

    @Override
    public Mono<Void> end(WebSession session) {
        return session.invalidate().then(tell(session.getId()));
    }

    @Override
    public Mono<Void> end(Kept session) {
        return Outage.told(end(session.id()));
    }

    @Override
    public Mono<Void> endByProvider(String providerSession) {
        return endAll(Keys.providerSession(providerSession));
    }

    @Override
    public Mono<Void> endBySubject(String subject) {
        return endAll(Keys.subject(subject));
    }

    @Override
    public Mono<Boolean> isNew(String logoutToken) {
        return Outage.told(
                valkey.opsForValue().setIfAbsent(Keys.logoutToken(logoutToken), "", REMEMBERED));
    }

    private Mono<Void> note(String key, String id) {
        return Outage.told(
                        valkey.opsForSet().add(key, id).then(valkey.expire(key, FORGOTTEN_AFTER)))
                .then();
    }

    private <T> Mono<T> forget(String key, String id) {
        return Outage.told(valkey.opsForSet().remove(key, id)).then(Mono.empty());
    }

    private Flux<String> ids(String key) {
        return valkey.opsForSet().members(key);
    }

    private Mono<Void> endAll(String key) {
        return Outage.told(ids(key).concatMap(this::end).then(valkey.delete(key)).then());
    }

    private Mono<Void> end(String id) {
        return valkey.delete(Keys.session(id)).then(tell(id));
    }

    private Mono<Void> tell(String id) {
        return Outage.told(valkey.convertAndSend(Keys.ENDED_CHANNEL, id)).then();
    }
}
