package org.commonweal.purpose.recusing;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Recusing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A delegate leaves a ballot to the others for the own firm, or a person for themselves. */
@Component
class Recuse {

    private final Recusals recusals;
    private final StandingsGuard guard;

    Recuse(Recusals recusals, StandingsGuard guard) {
        this.recusals = recusals;
        this.guard = guard;
    }

    /** The decision; empty when there is no such ballot for the caller. */
    Mono<Recusing> handle(Command command) {
        return guard.fresh(
                command.caller(),
                Guard.twice(
                        Mono.defer(
                                () -> recusals.recuse(command, found -> decide(command, found)))));
    }

    private static Recusing decide(Command command, Recusals.Found found) {
        return switch (found.earlier()) {
            case SAME -> new Recusing.Unchanged();
            case OTHER -> new Recusing.Refused(Casting.Refusal.ID_TAKEN);
            case NONE ->
                    Recusing.decide(
                            found.voter(),
                            found.paper(),
                            found.terms(),
                            found.now(),
                            command.reason());
        };
    }

    /**
     * @param id of the command
     * @param reason null to take a recusal back
     * @param hash of the request
     */
    record Command(
            Caller caller, UUID id, ProposalId proposal, @Nullable String reason, String hash) {}
}
