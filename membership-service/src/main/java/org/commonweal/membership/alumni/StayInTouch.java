package org.commonweal.membership.alumni;

import java.util.UUID;
import org.commonweal.membership.domain.Tie;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A former member, or a delegate for the alliance, says yes or no to staying in touch. */
@Component
class StayInTouch {

    private final Ties ties;

    StayInTouch(Ties ties) {
        this.ties = ties;
    }

    /** By the person; empty for whoever is no former member. */
    Mono<Outcome> wish(Command command, boolean wanted) {
        return ties.own(command).flatMap(now -> keep(command, now, now.tie().wishing(wanted)));
    }

    /** By a delegate; empty without standing, and for whoever never was a member. */
    Mono<Outcome> welcome(Command command, UUID person, boolean welcomed) {
        return ties.of(command, person)
                .flatMap(now -> {
                    if (!now.delegate()) {
                        return Mono.just(new Outcome.NotADelegate());
                    }
                    return now.former()
                            ? keep(command, now, now.tie().welcoming(welcomed))
                            : Mono.just(new Outcome.StillAMember());
                });
    }

    private Mono<Outcome> keep(Command command, Ties.Situation now, Tie next) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Said(now.person(), now.tie())
                            : new Outcome.IdTaken());
        }
        if (next.equals(now.tie())) {
            return Mono.just(new Outcome.Said(now.person(), next));
        }
        return ties.keep(command, now, next)
                .map(kept ->
                        kept
                                ? new Outcome.Said(now.person(), next)
                                : new Outcome.ChangedMeanwhile());
    }

    record Command(UUID key, String requestHash, Caller caller) {}

    sealed interface Outcome {
        record Said(UUID person, Tie tie) implements Outcome {}

        record NotADelegate() implements Outcome {}

        record StillAMember() implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
