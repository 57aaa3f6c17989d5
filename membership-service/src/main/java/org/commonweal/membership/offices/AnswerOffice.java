package org.commonweal.membership.offices;

import java.util.UUID;
import org.commonweal.membership.domain.Seat;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes up an office, says no to it, or lays it down: by the member it was given to alone. */
@Component
class AnswerOffice {

    private final OwnOffices offices;

    AnswerOffice(OwnOffices offices) {
        this.offices = offices;
    }

    /** Empty for everybody but the member, while they are one and not of another firm. */
    Mono<Outcome> handle(Command command) {
        return offices.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, OwnOffices.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Done()
                            : new Outcome.IdTaken());
        }
        return switch (command.answer().of(now.seat())) {
            case Seat.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Seat.Ruling.Possible() ->
                    offices.keep(command, now)
                            .map(kept ->
                                    kept ? new Outcome.Done() : new Outcome.ChangedMeanwhile());
        };
    }

    /** What the member says. */
    enum Answer {
        ACCEPT,
        DECLINE,
        RESIGN;

        private Seat.Ruling of(Seat seat) {
            return switch (this) {
                case ACCEPT, DECLINE -> seat.answer();
                case RESIGN -> seat.resign();
            };
        }
    }

    record Command(UUID key, String requestHash, Caller caller, UUID seat, Answer answer) {}

    sealed interface Outcome {
        record Done() implements Outcome {}

        record Refused(Seat.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
