package org.commonweal.membership.moving;

import java.util.UUID;
import org.commonweal.membership.domain.Move;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator or delegate offers a member of another firm a place, with a reason. */
@Component
class OfferMove {

    private final Offers offers;

    OfferMove(Offers offers) {
        this.offers = offers;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return offers.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Offers.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Offered(false)
                            : new Outcome.IdTaken());
        }
        return switch (now.draft().offer()) {
            case Move.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Move.Answer.Possible() ->
                    offers.keep(command, now)
                            .map(kept -> kept ? new Outcome.Offered(true) : new Outcome.IdTaken());
        };
    }

    record Command(
            UUID id,
            String requestHash,
            Caller caller,
            Move.Kind kind,
            UUID person,
            String reason) {}

    sealed interface Outcome {
        record Offered(boolean isNew) implements Outcome {}

        record IdTaken() implements Outcome {}

        record Refused(Move.Refusal reason) implements Outcome {}
    }
}
