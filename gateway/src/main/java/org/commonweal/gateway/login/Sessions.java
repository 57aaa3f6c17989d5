package org.commonweal.gateway.login;

import java.time.Duration;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sessions beyond the one of a request; every end is told as {@link SessionEnded}. */
public interface Sessions {

    /** Twice as long as a logout token can be shown, the clocks' difference included. */
    Duration REMEMBERED = LogoutTokens.AGE_MAX.plus(LogoutTokens.SKEW_MAX).multipliedBy(2);

    /** A login has begun this session, which can be found by what is known of the login. */
    Mono<Void> begun(Begun login, WebSession session);

    /** Those of a subject that go on. */
    Flux<Kept> of(String subject);

    Mono<Void> end(WebSession session);

    Mono<Void> end(Kept session);

    /** Ends what came of the provider's session, if there is any. */
    Mono<Void> endByProvider(String providerSession);

    /** Ends all that the subject has. */
    Mono<Void> endBySubject(String subject);

    /** True the first time that a logout token is shown, on whichever gateway. */
    Mono<Boolean> isNew(String logoutToken);
}
