package org.commonweal.membership.handing;

import java.util.UUID;
import java.util.function.Supplier;
import org.commonweal.membership.domain.Handover;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Offers a role of the firm to a colleague, who takes it up or not; until then the offer can be
 * taken back.
 */
@Component
class HandOver {

    private final RoleOffers offers;
    private final Handovers handovers;
    private final Passings passings;

    HandOver(RoleOffers offers, Handovers handovers, Passings passings) {
        this.offers = offers;
        this.handovers = handovers;
        this.passings = passings;
    }

    /** Empty without standing. */
    Mono<Outcome> offer(Command command, UUID person, Handover.Role role) {
        return offers.situation(command, person, role)
                .flatMap(now ->
                        decide(
                                command,
                                now.earlierHash(),
                                now.draft().offer(),
                                () -> offers.keep(command, now, person, role)));
    }

    /** The role passes; empty for everybody but the two, as the others. */
    Mono<Outcome> accept(Command command) {
        return handovers
                .situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now.earlierHash(),
                                now.handover().accept(now.by(), now.held(), now.colleague()),
                                () -> passings.pass(command, now)));
    }

    Mono<Outcome> decline(Command command) {
        return handovers
                .situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now.earlierHash(),
                                now.handover().decline(now.by()),
                                () -> handovers.end(command, now, Handover.State.DECLINED)));
    }

    Mono<Outcome> withdraw(Command command) {
        return handovers
                .situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now.earlierHash(),
                                now.handover().withdraw(now.by()),
                                () -> handovers.end(command, now, Handover.State.WITHDRAWN)));
    }

    private static Mono<Outcome> decide(
            Command command,
            @Nullable String earlierHash,
            Handover.Ruling ruling,
            Supplier<Mono<Boolean>> act) {
        if (earlierHash != null) {
            return Mono.just(
                    earlierHash.equals(command.requestHash())
                            ? new Outcome.Done(false)
                            : new Outcome.IdTaken());
        }
        return switch (ruling) {
            case Handover.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Handover.Ruling.Possible() ->
                    act.get()
                            .map(kept ->
                                    kept ? new Outcome.Done(true) : new Outcome.ChangedMeanwhile());
        };
    }

    /**
     * @param key of the command
     * @param handover whose id is the key when it is offered
     */
    record Command(UUID key, String requestHash, Caller caller, UUID handover) {}

    sealed interface Outcome {
        record Done(boolean isNew) implements Outcome {}

        record Refused(Handover.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
