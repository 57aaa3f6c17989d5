package org.commonweal.purpose.proposing;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.wire.ProposalOpenedV1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is said when a ballot opens: to all that it did, to each delegate that a vote is awaited.
 */
@Component
class OpeningFacts {

    private final Journal journal;

    OpeningFacts(Journal journal) {
        this.journal = journal;
    }

    /** The entries of the journal. */
    String of(Ballot ballot, Member by, String hash) {
        var opened =
                new Journal.Entry(
                        ballot.id().value(),
                        ProposalOpenedV1.TYPE,
                        ballot.id().value(),
                        1,
                        by.person().value(),
                        by.organization().value(),
                        Audience.EVERYONE,
                        hash,
                        opened(ballot));
        return journal.json(NeedFacts.both(List.of(opened), NeedFacts.opened(needs(ballot))));
    }

    /** The needs of the delegates, in the electorate's order. */
    static List<Need> needs(Ballot ballot) {
        var vote =
                new Need.Subject.Vote(
                        ballot.id().value(), ballot.motion().title(), ballot.closesAt());
        var delegates = ballot.electorate().delegates();
        return IntStream.range(0, delegates.size())
                .mapToObj(i ->
                        new Need(Ids.derived(ballot.id().value(), i + 1), vote, delegates.get(i)))
                .toList();
    }

    static List<UUID> electors(Ballot ballot) {
        return ballot.electorate().organizations().stream().map(OrganizationId::value).toList();
    }

    private static ProposalOpenedV1 opened(Ballot ballot) {
        var rule = ballot.charter().terms().rule();
        var purpose = purpose(ballot.motion());
        return new ProposalOpenedV1(
                ballot.id().value(),
                Kind.of(ballot.motion()).name(),
                purpose == null ? null : purpose.value(),
                ballot.motion().title(),
                ballot.opensAt(),
                ballot.closesAt(),
                electors(ballot),
                ballot.charter().version(),
                rule.quorumPerMillion(),
                rule.thresholdPerMillion(),
                ballot.electorate().asOf());
    }

    private static @Nullable PurposeId purpose(Motion motion) {
        return switch (motion) {
            case Motion.RatifyPurpose(var purpose) -> purpose.id();
            case Motion.RenewPurpose(var purpose, _, _, _) -> purpose.id();
            case Motion.ClosePurpose(var purpose, _) -> purpose.id();
            case Motion.ChangeCharter _ -> null;
        };
    }
}
