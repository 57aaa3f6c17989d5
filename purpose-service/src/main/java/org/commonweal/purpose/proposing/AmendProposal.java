package org.commonweal.purpose.proposing;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Discussion;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Speaking;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who brought a proposal up says it in other words, after what was said about it. */
@Component
class AmendProposal {

    private final Amendments amendments;

    AmendProposal(Amendments amendments) {
        this.amendments = amendments;
    }

    /** The decision; empty when there is no such proposal for the caller. */
    Mono<Discussion> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> amendments.amend(command, found -> decide(command, found))));
    }

    private static Discussion decide(Command command, Found found) {
        return switch (found.earlier()) {
            case SAME -> new Discussion.Repeated();
            case OTHER -> new Discussion.Refused(new Opening.IdTaken());
            case NONE -> decideOn(command, found, found.proposal().orElseThrow());
        };
    }

    private static Discussion decideOn(Command command, Found found, Found.Proposal present) {
        if (present.wish() instanceof Wish.RatifyPurpose) {
            return new Discussion.NotTaken(Speaking.Refusal.WRITTEN_AS_A_DRAFT);
        }
        return Kind.of(present.wish()) == Kind.of(command.wish())
                        && present.wish().about().equals(command.wish().about())
                ? Discussion.amend(
                        command.wish(),
                        found.circumstances(),
                        present.talk(),
                        found.me().person(),
                        command.textRead())
                : new Discussion.Refused(new Opening.AnotherMatter());
    }

    /**
     * @param id of the command
     * @param textRead the version that the member changes
     * @param hash of the request
     */
    record Command(
            Caller caller, UUID id, ProposalId proposal, Wish wish, int textRead, String hash) {}
}
