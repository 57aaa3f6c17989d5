package org.commonweal.membership.applying;

import java.util.UUID;
import org.commonweal.membership.domain.Application;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes an own application back before it is answered; no reason is asked. */
@Component
class WithdrawApplication {

    private final Registry registry;
    private final Withdrawals withdrawals;

    WithdrawApplication(Registry registry, Withdrawals withdrawals) {
        this.registry = registry;
        this.withdrawals = withdrawals;
    }

    /** Empty when the caller has no such application. */
    Mono<Outcome> handle(Command command) {
        return registry.known(command.login())
                .flatMap(person ->
                        withdrawals
                                .taking(command, person)
                                .flatMap(now -> decide(command, person, now)));
    }

    private Mono<Outcome> decide(Command command, PersonId person, Withdrawals.Taking now) {
        if (now.earlierHash() != null) {
            return Mono.just(Outcome.repeated(now.earlierHash(), command.requestHash()));
        }
        return switch (now.application().withdrawn()) {
            case Application.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Application.Answer.Possible() ->
                    withdrawals
                            .withdraw(command, person, now)
                            .map(rows ->
                                    rows > 0
                                            ? new Outcome.Kept(true)
                                            : new Outcome.ChangedMeanwhile());
        };
    }

    record Command(UUID key, String requestHash, Caller caller, Login login, UUID application) {}
}
