package org.commonweal.purpose.outcomes;

import org.commonweal.platform.messaging.Guard;
import org.commonweal.purpose.domain.Afterwards;
import org.commonweal.purpose.domain.Afterwards.Refusal;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who proposed it says what came of a decision, and on a later day what is found. */
@Component
class SpeakOfDecision {

    private final Outcomes outcomes;

    SpeakOfDecision(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** The decision; empty when there is no such proposal for the caller. */
    Mono<Afterwards> handle(Act act) {
        return Guard.twice(Mono.defer(() -> outcomes.keep(act, found -> decide(act, found))));
    }

    private static Afterwards decide(Act act, Found found) {
        return switch (found.earlier()) {
            case SAME -> new Afterwards.Repeated();
            case OTHER -> new Afterwards.Refused(Refusal.ID_TAKEN);
            case NONE ->
                    found.as().may(Right.SHAPE)
                            ? decideOn(act, found)
                            : new Afterwards.Refused(Refusal.CLASS_NOT_ALLOWED);
        };
    }

    private static Afterwards decideOn(Act act, Found found) {
        return switch (act) {
            case Act.Stating(_, _, var reviewOn, var read) ->
                    Afterwards.state(found.decided(), found.me(), read, reviewOn, found.today());
            case Act.Reviewing(_, _, var finding, var next, var named) ->
                    Afterwards.review(
                            found.decided(),
                            found.me(),
                            new Afterwards.Look(
                                    finding, next, named.isEmpty() || found.namedIsThere()),
                            found.today());
        };
    }
}
