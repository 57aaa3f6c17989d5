package org.commonweal.membership.applying;

import java.util.UUID;
import org.commonweal.membership.domain.Application;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accepts or refuses an application, with a reason; to accept is to make an offer (claim B6). */
@Component
class DecideApplication {

    private final Decisions decisions;

    DecideApplication(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Empty when there is no such application for the caller to decide on. */
    Mono<Outcome> handle(Command command) {
        return decisions.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Decisions.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(Outcome.repeated(now.earlierHash(), command.requestHash()));
        }
        return switch (now.application().decided(command.decision())) {
            case Application.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Application.Answer.Possible() ->
                    decisions
                            .keep(command, now)
                            .map(rows ->
                                    rows > 0
                                            ? new Outcome.Kept(true)
                                            : new Outcome.ChangedMeanwhile());
        };
    }

    record Command(
            UUID key,
            String requestHash,
            Caller caller,
            UUID application,
            Application.Decision decision) {}
}
