package org.commonweal.gateway.login;

import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The sessions beyond the one of a request; every end is told as {@link SessionEnded}. */
public interface Sessions {

    /** A login has begun this session; the provider will name it by the id of its own. */
    Mono<Void> begun(String providerSession, WebSession session);

    Mono<Void> end(WebSession session);

    /** Ends what came of the provider's session, if there is any. */
    Mono<Void> endByProvider(String providerSession);
}
