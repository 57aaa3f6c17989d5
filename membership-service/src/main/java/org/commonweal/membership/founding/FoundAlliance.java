package org.commonweal.membership.founding;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.commonweal.membership.domain.Charter;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.founding.FoundAllianceController.FoundingRequest;
import org.commonweal.membership.me.Registry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Founds an alliance: the founder is its first member, under a charter, by this own act. */
@Component
class FoundAlliance {

    private final Registry registry;
    private final Alliances alliances;

    FoundAlliance(Registry registry, Alliances alliances) {
        this.registry = registry;
        this.alliances = alliances;
    }

    Mono<Outcome> handle(Command command) {
        return registry.known(command.login())
                .flatMap(founder -> alliances.found(command, founder))
                .flatMap(isNew -> isNew ? Mono.just(Outcome.FOUNDED) : earlier(command))
                .onErrorReturn(DuplicateKeyException.class, Outcome.SLUG_TAKEN);
    }

    private Mono<Outcome> earlier(Command command) {
        return alliances
                .requestHash(command.alliance())
                .map(hash ->
                        hash.equals(command.requestHash())
                                ? Outcome.FOUNDED_BEFORE
                                : Outcome.ID_TAKEN)
                .defaultIfEmpty(Outcome.ID_TAKEN);
    }

    record Command(
            UUID alliance,
            String requestHash,
            Login login,
            Charter charter,
            Duration acknowledgementLimit,
            ZoneId zone,
            FoundingRequest request) {}

    enum Outcome {
        FOUNDED,
        FOUNDED_BEFORE,
        ID_TAKEN,
        SLUG_TAKEN
    }
}
