package org.commonweal.membership.erasing;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Erasure;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.me.Registry;
import org.commonweal.membership.me.Tombstones;
import org.commonweal.membership.me.Tombstones.Tombstone;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Erases whoever asks for it, and nobody else: the login says whom. */
@Component
class EraseMe {

    private final Tombstones tombstones;
    private final Registry registry;
    private final Erasures erasures;

    EraseMe(Tombstones tombstones, Registry registry, Erasures erasures) {
        this.tombstones = tombstones;
        this.registry = registry;
        this.erasures = erasures;
    }

    /** Never empty; a repeated erasure answers as before, from what is left of the login. */
    Mono<Outcome> handle(Command command) {
        return tombstones
                .of(command.login())
                .filter(Tombstone::holds)
                .map(tombstone -> again(command, tombstone))
                .switchIfEmpty(Mono.defer(() -> decide(command)));
    }

    private static Outcome again(Command command, Tombstone tombstone) {
        if (!tombstone.erasure().equals(command.id())) {
            return new Outcome.ErasedBefore(tombstone);
        }
        return tombstone.work() == command.work()
                ? new Outcome.Erased(tombstone.at())
                : new Outcome.IdTaken();
    }

    private Mono<Outcome> decide(Command command) {
        return switch (Erasure.of(command.login(), command.confirmation())) {
            case Erasure.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Erasure.Possible() ->
                    registry.known(command.login())
                            .flatMap(person -> erasures.erase(command, person))
                            .<Outcome>map(Outcome.Erased::new)
                            .defaultIfEmpty(new Outcome.ChangedMeanwhile());
        };
    }

    record Command(UUID id, Login login, String confirmation, Erasure.Work work) {}

    sealed interface Outcome {
        record Erased(Instant at) implements Outcome {}

        record ErasedBefore(Tombstone tombstone) implements Outcome {}

        record Refused(Erasure.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
