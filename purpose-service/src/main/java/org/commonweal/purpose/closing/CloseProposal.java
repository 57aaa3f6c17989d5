package org.commonweal.purpose.closing;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.commonweal.purpose.domain.Closing;
import org.commonweal.purpose.domain.ProposalId;
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
        return closings.close(
                alliance,
                subject,
                counted ->
                        Closing.decide(
                                new ProposalId(counted.ballot().proposal()),
                                counted.ballot().motion(),
                                counted.ballot().rule(),
                                counted.cast(),
                                counted.electorate()));
    }
}
