package org.commonweal.purpose.proposing;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.Approving;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Wish;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A delegate of the sponsor decides alone what the rulebook leaves to the sponsor. */
@Component
class ApproveProposal {

    private final Approvals approvals;
    private final StandingsGuard guard;

    ApproveProposal(Approvals approvals, StandingsGuard guard) {
        this.approvals = approvals;
        this.guard = guard;
    }

    /** Empty when the caller has no standing, or sees no such proposal. */
    Mono<Outcome> handle(Command command) {
        return guard.fresh(
                command.caller(),
                Guard.twice(Mono.defer(() -> approvals.approve(command, ApproveProposal::decide))));
    }

    private static Outcome decide(Found found) {
        return switch (found.earlier()) {
            case SAME -> new Outcome.Done();
            case OTHER -> new Outcome.IdTaken();
            case NONE ->
                    new Outcome.Decided(
                            Approving.decide(
                                    found.proposal()
                                            .flatMap(Found.Proposal::inDialogue)
                                            .orElse(null),
                                    found.proposal()
                                            .map(Found.Proposal::wish)
                                            .map(Wish::matter)
                                            .orElseThrow(),
                                    found.me(),
                                    found.circumstances()));
        };
    }

    record Command(Caller caller, UUID id, ProposalId proposal, String hash) {}

    sealed interface Outcome {
        /** As it was before. */
        record Done() implements Outcome {}

        record IdTaken() implements Outcome {}

        record Decided(Approving how) implements Outcome {}
    }
}
