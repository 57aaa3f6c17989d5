package org.commonweal.membership.firmleaving;

import java.util.UUID;
import org.commonweal.membership.domain.Power;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Enrols a firm again that has left: as the same one, with its history, and with nobody in it until
 * somebody joins by their own act.
 */
@Component
class BringBackFirm {

    private final Returns returns;

    BringBackFirm(Returns returns) {
        this.returns = returns;
    }

    /** Empty without standing, and for an organization that is not there. */
    Mono<Outcome> handle(Command command) {
        return returns.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Returns.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Back()
                            : new Outcome.IdTaken());
        }
        if (!now.by().delegate()) {
            return Mono.just(new Outcome.NotADelegate());
        }
        return switch (now.power().act(now.sponsors())) {
            case Power.Ruling.Members taken -> Mono.just(new Outcome.OfMembers(taken));
            case Power.Ruling.Sponsor() -> Mono.just(new Outcome.OfSponsor());
            case Power.Ruling.Direct() -> bringBack(command, now);
        };
    }

    private Mono<Outcome> bringBack(Command command, Returns.Situation now) {
        return now.left()
                ? returns.keep(command, now)
                        .map(kept -> kept ? new Outcome.Back() : new Outcome.ChangedMeanwhile())
                : Mono.just(new Outcome.NotAway());
    }

    record Command(UUID key, String requestHash, Caller caller, UUID organization) {}

    sealed interface Outcome {
        record Back() implements Outcome {}

        record NotADelegate() implements Outcome {}

        record NotAway() implements Outcome {}

        /** The members have taken it over. */
        record OfMembers(Power.Ruling.Members taken) implements Outcome {}

        record OfSponsor() implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
