package org.commonweal.gateway.login;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a person is logged in, and the end of that: one of them, or everywhere. */
@Component
class MySessions {

    private static final int SHOWN_MAX = 100;
    private static final int TOLD_AT_ONCE = 4;

    private final Sessions sessions;
    private final ProviderLogout provider;

    MySessions(Sessions sessions, ProviderLogout provider) {
        this.sessions = sessions;
        this.provider = provider;
    }

    /** The last used first. */
    Mono<List<Kept>> of(Login login) {
        return sessions.of(login.subject())
                .sort(Comparator.comparing(Kept::lastUsed).reversed())
                .take(SHOWN_MAX)
                .collectList();
    }

    /** True if it was one of theirs; somebody else's is as unknown as one that never was. */
    Mono<Boolean> end(Login login, String handle) {
        return sessions.of(login.subject())
                .filter(session -> session.begun().handle().equals(handle))
                .next()
                .flatMap(session -> sessions.end(session).then(tell(session)).then(Mono.just(true)))
                .defaultIfEmpty(false);
    }

    /** Ours first, whatever the provider does; then its own, so that nobody is back unasked. */
    Mono<Void> endAll(Login login) {
        return sessions.of(login.subject())
                .collectList()
                .flatMap(all ->
                        sessions.endBySubject(login.subject())
                                .then(
                                        Flux.fromIterable(all)
                                                .flatMapDelayError(
                                                        this::tell, TOLD_AT_ONCE, TOLD_AT_ONCE)
                                                .then()));
    }

    private Mono<Void> tell(Kept session) {
        Optional<Tokens> tokens = session.tokens();
        return tokens.isEmpty() ? Mono.empty() : provider.end(tokens.get());
    }
}
