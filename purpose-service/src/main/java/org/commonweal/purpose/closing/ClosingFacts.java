package org.commonweal.purpose.closing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.domain.Closing;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.wire.ProposalClosedV1;
import org.commonweal.purpose.wire.RatifiedV1;

/** What is said to all when a ballot closes; made by the clock, so by nobody. */
final class ClosingFacts {

    private ClosingFacts() {}

    static List<Journal.Entry> of(UUID proposal, Instant closesAt, Closing closing) {
        var closed = closed(proposal, closesAt, closing);
        return switch (closing.purpose()) {
            case Purpose.Active active -> List.of(closed, ratified(proposal, closesAt, active));
            case Purpose.Draft _, Purpose.Proposed _, Purpose.Closed _ -> List.of(closed);
        };
    }

    private static Journal.Entry closed(UUID proposal, Instant closesAt, Closing closing) {
        var tally = closing.tally();
        return new Journal.Entry(
                Ids.ofTransition(proposal, "closed", closesAt),
                ProposalClosedV1.TYPE,
                proposal,
                2,
                null,
                null,
                Audience.EVERYONE,
                null,
                new ProposalClosedV1(
                        proposal,
                        closing.outcome(),
                        tally.yes(),
                        tally.no(),
                        tally.abstain(),
                        tally.electorate()));
    }

    private static Journal.Entry ratified(UUID proposal, Instant closesAt, Purpose.Active purpose) {
        var text = purpose.text();
        return new Journal.Entry(
                Ids.ofTransition(proposal, "ratified", closesAt),
                RatifiedV1.TYPE,
                purpose.id().value(),
                purpose.version(),
                null,
                null,
                Audience.EVERYONE,
                null,
                new RatifiedV1(
                        purpose.id().value(),
                        text.title(),
                        part(text.output()),
                        part(text.measure()),
                        part(text.deadline()),
                        part(text.goal())));
    }

    /** Opening a ballot and the table itself let no purpose through that lacks one. */
    private static <T> T part(@org.jspecify.annotations.Nullable T part) {
        return Objects.requireNonNull(part, "a purpose on a ballot is complete");
    }
}
