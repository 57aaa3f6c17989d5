package org.commonweal.gateway.login;

import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** One gateway: a session is one object in its memory, and those who ask at once ask together. */
@Component
@Profile("!cluster")
class MemoryTokenTurns implements TokenTurns {

    @Override
    public Mono<Tokens> renew(WebSession session, Function<Tokens, Mono<Tokens>> step) {
        return Mono.defer(() -> Mono.justOrEmpty(Tokens.of(session)))
                .flatMap(step)
                .doOnNext(renewed -> renewed.putInto(session));
    }
}
