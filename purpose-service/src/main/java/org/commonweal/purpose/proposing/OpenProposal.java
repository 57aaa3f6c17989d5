package org.commonweal.purpose.proposing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Freshness;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Secrecy;
import org.commonweal.purpose.domain.Wish;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member puts something to the vote, at once or after its dialogue; any member may. */
@Component
class OpenProposal {

    private final Openings openings;
    private final StandingsGuard guard;
    private final Freshness freshness;

    OpenProposal(Openings openings, StandingsGuard guard, Freshness freshness) {
        this.openings = openings;
        this.guard = guard;
        this.freshness = freshness;
    }

    /** The decision; empty when the caller has no standing, or sees no such proposal. */
    Mono<Opening> handle(Command command) {
        return guard.fresh(command.caller(), Guard.twice(Mono.defer(() -> attempt(command))));
    }

    /** The position is read before the standings: they reflect at least as much as is printed. */
    private Mono<Opening> attempt(Command command) {
        var asOf =
                Objects.requireNonNull(
                        freshness.lastPulse(command.caller().alliance()),
                        "the guard lets pass only after a pulse");
        return openings.open(command, asOf, found -> decide(command, found));
    }

    private static Opening decide(Command command, Found found) {
        return switch (found.earlier()) {
            case SAME -> new Opening.Repeated();
            case OTHER -> new Opening.IdTaken();
            case NONE ->
                    found.as().may(Right.SHAPE)
                            ? decideOn(command, found)
                            : new Opening.ClassNotAllowed();
        };
    }

    private static Opening decideOn(Command command, Found found) {
        return command.wish()
                .or(() -> found.proposal().flatMap(Found.Proposal::inDialogue))
                .map(wish ->
                        Opening.decide(
                                        command.proposal(),
                                        wish,
                                        found.circumstances(),
                                        command.closesAt())
                                .keeping(command.secrecy()))
                .orElseGet(Opening.NotInDialogue::new);
    }

    /**
     * @param id of the command
     * @param wish empty for what is in dialogue: then it is what was talked about
     * @param follows what a new proposal goes on from
     * @param hash of the request
     */
    record Command(
            Caller caller,
            UUID id,
            ProposalId proposal,
            Optional<Wish> wish,
            Optional<ProposalId> follows,
            Instant closesAt,
            Secrecy secrecy,
            String hash) {}
}
