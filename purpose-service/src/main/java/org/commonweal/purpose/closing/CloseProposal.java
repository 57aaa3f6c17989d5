package org.commonweal.purpose.closing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.commonweal.purpose.domain.Closing;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.poll.Poll;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts a ballot when the database's clock says that its time is over, never before. */
@Component
class CloseProposal implements DueHandler {

    private final Closings closings;

    CloseProposal(Closings closings) {
        this.closings = closings;
    }

    @Override
    public String kind() {
        return "ballot-closes";
    }

    @Override
    public Mono<Closing> act(UUID alliance, UUID subject, Instant at) {
        return closings.close(alliance, subject, CloseProposal::decide);
    }

    private static Closing decide(Closings.Counted counted) {
        var ballot = counted.ballot();
        // Votes that are too few to hide each other come out of no box.
        if (ballot.anonymous() && counted.cast().isEmpty()) {
            return Closing.unopened(
                    new ProposalId(ballot.proposal()), ballot.motion(), counted.electorate());
        }
        return poll(ballot.motion())
                .map(poll ->
                        Closing.answer(
                                poll,
                                ballot.rule(),
                                counted.cast(),
                                counted.papers(),
                                counted.electorate()))
                .orElseGet(() ->
                        Closing.decide(
                                new ProposalId(ballot.proposal()),
                                ballot.motion(),
                                ballot.rule(),
                                counted.cast(),
                                counted.electorate()));
    }

    private static Optional<Poll> poll(Motion motion) {
        return motion instanceof Motion.AskQuestion(var question)
                ? question.poll()
                : Optional.empty();
    }
}
