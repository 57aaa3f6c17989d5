package org.commonweal.gateway.login;

import java.util.function.Function;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Whose turn it is to renew a session's tokens, on every gateway that serves the session. */
public interface TokenTurns {

    /**
     * What the session's tokens have become, kept for its other requests. The step is given those
     * that the session holds when its turn comes, and gives them back when somebody was faster.
     */
    Mono<Tokens> renew(WebSession session, Function<Tokens, Mono<Tokens>> step);
}
