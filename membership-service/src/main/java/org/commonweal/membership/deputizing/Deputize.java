package org.commonweal.membership.deputizing;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.commonweal.membership.domain.Deputy;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Names a deputy for a dated absence; the deputy takes it up, and either ends it. */
@Component
class Deputize {

    private final Namings namings;
    private final Deputies deputies;
    private final Clock clock;

    Deputize(Namings namings, Deputies deputies, Clock clock) {
        this.namings = namings;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** Empty without standing. */
    Mono<Outcome> name(Command command, UUID person, Deputy.Absence absence) {
        return namings.situation(command, person, absence)
                .flatMap(now ->
                        decide(
                                command,
                                now.earlierHash(),
                                now.draft().name(clock.instant()),
                                () -> namings.keep(command, now, person)));
    }

    /** Empty for everybody but the delegate and the deputy, as the others. */
    Mono<Outcome> answer(Command command, Deputy.State answer) {
        return deputies.situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now.earlierHash(),
                                now.deputy().answer(now.by(), clock.instant()),
                                () -> deputies.change(command, now, answer)));
    }

    Mono<Outcome> end(Command command) {
        return deputies.situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now.earlierHash(),
                                now.deputy().end(now.by()),
                                () -> deputies.change(command, now, Deputy.State.ENDED)));
    }

    private static Mono<Outcome> decide(
            Command command,
            @org.jspecify.annotations.Nullable String earlierHash,
            Deputy.Ruling ruling,
            Supplier<Mono<Boolean>> act) {
        if (earlierHash != null) {
            return Mono.just(
                    earlierHash.equals(command.requestHash())
                            ? new Outcome.Done(false)
                            : new Outcome.IdTaken());
        }
        return switch (ruling) {
            case Deputy.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Deputy.Ruling.Possible() ->
                    act.get()
                            .map(kept ->
                                    kept ? new Outcome.Done(true) : new Outcome.ChangedMeanwhile());
        };
    }

    /**
     * @param key of the command
     * @param deputy whose id is the key when it is named
     */
    record Command(UUID key, String requestHash, Caller caller, UUID deputy) {}

    sealed interface Outcome {
        record Done(boolean isNew) implements Outcome {}

        record Refused(Deputy.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
