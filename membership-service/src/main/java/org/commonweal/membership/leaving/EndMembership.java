package org.commonweal.membership.leaving;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Removal;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a membership: by the member's own act, or by the member's own firm with a reason. */
@Component
class EndMembership {

    private final Endings endings;

    EndMembership(Endings endings) {
        this.endings = endings;
    }

    /** Empty for whoever has no standing; repeating a leave that was kept answers as before. */
    Mono<Outcome> leave(Command command) {
        return endings.earlier(command)
                .switchIfEmpty(
                        endings.caller(command)
                                .flatMap(me -> endings.end(command, me, me, Ending.LEFT, "")));
    }

    /** Empty without standing, and for a person who is no member. */
    Mono<Outcome> remove(Command command, UUID person, String reason) {
        return endings.earlier(command)
                .switchIfEmpty(
                        endings.pair(command, person)
                                .flatMap(pair ->
                                        switch (Removal.of(
                                                pair.member(), pair.official(), reason)) {
                                            case Removal.Refused(var why) ->
                                                    Mono.just(new Outcome.Refused(why));
                                            case Removal.Possible() ->
                                                    endings.end(
                                                            command,
                                                            pair.member(),
                                                            pair.by(),
                                                            Ending.REMOVED,
                                                            reason.strip());
                                        }));
    }

    record Command(UUID key, String requestHash, Caller caller) {}

    /** How a membership ended. */
    enum Ending {
        LEFT,
        REMOVED
    }

    record EndedView(UUID person, Ending how, Instant at) {}

    sealed interface Outcome {
        record Ended(EndedView ended) implements Outcome {}

        record Refused(Removal.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
