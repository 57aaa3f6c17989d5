package org.commonweal.gateway.cluster;

import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import reactor.core.publisher.Mono;

/** Spring's sessions in Valkey, with what can go wrong there answered as we mean it. */
record StoredSessions<S extends Session>(ReactiveSessionRepository<S> valkey)
        implements ReactiveSessionRepository<S> {

    @Override
    public Mono<S> createSession() {
        return valkey.createSession();
    }

    /** A session that ended while its request was under way has nothing left to be kept. */
    @Override
    public Mono<Void> save(S session) {
        return Outage.told(valkey.save(session))
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty());
    }

    @Override
    public Mono<S> findById(String id) {
        return Outage.told(valkey.findById(id));
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return Outage.told(valkey.deleteById(id));
    }
}
