package org.commonweal.membership.founding;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.commonweal.membership.domain.Charter;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.forks.Claim;
import org.commonweal.membership.forks.PreparedForks;
import org.commonweal.membership.founding.FoundAllianceController.ForkRequest;
import org.commonweal.membership.founding.FoundAllianceController.FoundingRequest;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Founds an alliance: the founder is its first member, under a charter, by this own act. */
@Component
class FoundAlliance {

    private final Registry registry;
    private final Alliances alliances;
    private final PreparedForks forks;

    FoundAlliance(Registry registry, Alliances alliances, PreparedForks forks) {
        this.registry = registry;
        this.alliances = alliances;
        this.forks = forks;
    }

    Mono<Outcome> handle(Command command) {
        return registry.known(command.login())
                .flatMap(founder ->
                        earlier(command).switchIfEmpty(Mono.defer(() -> found(command, founder))));
    }

    private Mono<Outcome> found(Command command, PersonId founder) {
        var fork = command.request().fork();
        return fork == null ? kept(command, founder, null) : forked(command, founder, fork);
    }

    private Mono<Outcome> forked(Command command, PersonId founder, ForkRequest fork) {
        var there =
                new Caller(fork.alliance(), command.caller().issuer(), command.caller().subject());
        return forks.claim(there, fork.id(), founder)
                .flatMap(claim ->
                        switch (claim) {
                            case Claim.Given given -> kept(command, founder, given);
                            case Claim.Unknown _ -> Mono.just(Outcome.FORK_UNKNOWN);
                            case Claim.AnothersOwn _ -> Mono.just(Outcome.FORK_ANOTHERS);
                        });
    }

    private Mono<Outcome> kept(Command command, PersonId founder, Claim.@Nullable Given origin) {
        return alliances
                .found(command, founder, origin)
                .flatMap(isNew ->
                        isNew
                                ? Mono.just(Outcome.FOUNDED)
                                : earlier(command).defaultIfEmpty(Outcome.ID_TAKEN))
                .onErrorResume(
                        DuplicateKeyException.class,
                        taken -> Mono.just(FoundAlliance.taken(taken)));
    }

    private static Outcome taken(DuplicateKeyException taken) {
        return String.valueOf(taken.getMessage()).contains("founded_fork_pkey")
                ? Outcome.FORK_FOUNDED
                : Outcome.SLUG_TAKEN;
    }

    /** Empty when the alliance is not there. */
    private Mono<Outcome> earlier(Command command) {
        return alliances
                .requestHash(command.alliance())
                .map(hash ->
                        hash.equals(command.requestHash())
                                ? Outcome.FOUNDED_BEFORE
                                : Outcome.ID_TAKEN);
    }

    /**
     * @param caller the login, for the new alliance
     */
    record Command(
            UUID alliance,
            Caller caller,
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
        SLUG_TAKEN,
        FORK_UNKNOWN,
        FORK_ANOTHERS,
        FORK_FOUNDED
    }
}
