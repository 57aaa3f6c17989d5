package org.commonweal.membership.agreements;

import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accepts a version of an agreement: the caller's own act, for nobody else. */
@Component
class AcceptAgreement {

    private final Agreements agreements;
    private final Acceptances acceptances;

    AcceptAgreement(Agreements agreements, Acceptances acceptances) {
        this.agreements = agreements;
        this.acceptances = acceptances;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return agreements
                .situation(command.caller(), command.agreement(), command.id())
                .flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Agreements.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Kept(false)
                            : new Outcome.IdTaken());
        }
        return switch (now.agreement().accepted(command.version())) {
            case Agreement.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Agreement.Answer.Possible() ->
                    acceptances.keep(command, now.me()).map(Outcome.Kept::new);
        };
    }

    record Command(UUID id, String requestHash, Caller caller, UUID agreement, long version) {}
}
