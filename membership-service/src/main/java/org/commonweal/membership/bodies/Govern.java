package org.commonweal.membership.bodies;

import java.util.UUID;
import java.util.function.Supplier;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.wire.OrganizationChangedV1;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator decides for the own firm: its name, its seats, who does what in it. */
@Component
class Govern {

    private final Bodies bodies;
    private final Entrustments entrustments;

    Govern(Bodies bodies, Entrustments entrustments) {
        this.bodies = bodies;
        this.entrustments = entrustments;
    }

    /** Empty without standing, and for an organization that is not there; so are the others. */
    Mono<Outcome> describe(Command command, Description description) {
        return bodies.situation(command, command.key())
                .flatMap(now ->
                        decide(
                                command,
                                now,
                                now.body().describe(now.by()),
                                () -> bodies.describe(command, now, description)));
    }

    Mono<Outcome> seat(Command command, @Nullable Integer seats) {
        return bodies.situation(command, command.key())
                .flatMap(now ->
                        decide(
                                command,
                                now,
                                now.body().seat(now.by(), seats),
                                () -> bodies.seat(command, now, seats)));
    }

    Mono<Outcome> entrust(Command command, UUID person, Body.Roles roles) {
        return bodies.situation(command, person)
                .flatMap(now ->
                        decide(
                                command,
                                now,
                                now.body().entrust(now.by(), now.theirs(), roles),
                                () -> entrustments.keep(command, now.person(), person, roles)));
    }

    private static Mono<Outcome> decide(
            Command command,
            Bodies.Situation now,
            Body.Ruling ruling,
            Supplier<Mono<Boolean>> act) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Done()
                            : new Outcome.IdTaken());
        }
        return switch (ruling) {
            case Body.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Body.Ruling.Possible() ->
                    act.get()
                            .map(kept ->
                                    kept ? new Outcome.Done() : new Outcome.ChangedMeanwhile());
        };
    }

    record Command(UUID key, String requestHash, Caller caller, UUID organization) {}

    record Description(String name, String shortName, String colour) {

        OrganizationChangedV1 changed(UUID organization, String role) {
            return new OrganizationChangedV1(organization, name, shortName, colour, role);
        }
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        record Refused(Body.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
