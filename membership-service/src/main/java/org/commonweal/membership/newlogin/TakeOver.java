package org.commonweal.membership.newlogin;

import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.NewLogin;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The new login brings the code, and is the member from now on; no other login is any more. */
@Component
class TakeOver {

    private final Registry registry;
    private final Takeovers takeovers;
    private final Clock clock;

    TakeOver(Registry registry, Takeovers takeovers, Clock clock) {
        this.registry = registry;
        this.takeovers = takeovers;
        this.clock = clock;
    }

    /** A code that is nobody's here is not found, whoever brings it. */
    Mono<Outcome> handle(Command command) {
        return registry.known(command.login())
                .flatMap(known ->
                        takeovers.situation(command, known).flatMap(now -> decide(command, now)))
                .defaultIfEmpty(new Outcome.Refused(NewLogin.Refusal.CODE_UNKNOWN));
    }

    private Mono<Outcome> decide(Command command, Takeovers.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.TakenOver(now.view(), false)
                            : new Outcome.IdTaken());
        }
        return switch (now.takenOver(command.login(), clock.instant())) {
            case NewLogin.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case NewLogin.Answer.Possible() ->
                    takeovers
                            .take(command, now)
                            .defaultIfEmpty(new Outcome.Refused(NewLogin.Refusal.CODE_USED));
        };
    }

    record Command(UUID key, String requestHash, Caller caller, Login login, String code) {}
}
