package org.commonweal.membership.merging;

import java.util.UUID;
import org.commonweal.membership.domain.Merger;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator proposes that the own firm goes on as another one. */
@Component
class ProposeMerger {

    private final Proposals proposals;

    ProposeMerger(Proposals proposals) {
        this.proposals = proposals;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return proposals.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Proposals.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Done(false)
                            : new Outcome.IdTaken());
        }
        return switch (now.draft().propose()) {
            case Merger.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Merger.Ruling.Possible() ->
                    proposals
                            .keep(command, now)
                            .map(kept ->
                                    kept
                                            ? new Outcome.Done(true)
                                            : new Outcome.Refused(Merger.Refusal.PROPOSED_ALREADY));
        };
    }

    /**
     * @param people how many the administrator was told will go on for the other firm
     */
    record Command(UUID id, String requestHash, Caller caller, UUID from, UUID into, long people) {}
}
