package org.commonweal.purpose.proposing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.wire.NeedOpenedV1;
import org.commonweal.purpose.wire.ProposalOpenedV1;
import org.springframework.stereotype.Component;

/**
 * What is said when a ballot opens: to all that it did, to each delegate that a vote is awaited.
 */
@Component
class OpeningFacts {

    private static final String WHY = "Your firm's vote is not cast yet.";

    private final Journal journal;

    OpeningFacts(Journal journal) {
        this.journal = journal;
    }

    /** The entries of the journal. */
    String of(Ballot ballot, Member by, String hash) {
        var entries = new ArrayList<Journal.Entry>();
        entries.add(
                new Journal.Entry(
                        ballot.id().value(),
                        ProposalOpenedV1.TYPE,
                        ballot.id().value(),
                        1,
                        by.person().value(),
                        by.organization().value(),
                        Audience.EVERYONE,
                        hash,
                        opened(ballot)));
        var needs = needs(ballot);
        for (var i = 0; i < needs.size(); i++) {
            entries.add(asked(ballot, needs.get(i), ballot.electorate().delegates().get(i)));
        }
        return journal.json(entries);
    }

    /** The needs of the delegates, in the electorate's order. */
    static List<UUID> needs(Ballot ballot) {
        return IntStream.range(0, ballot.electorate().delegates().size())
                .mapToObj(i -> Ids.derived(ballot.id().value(), i + 1))
                .toList();
    }

    static List<UUID> electors(Ballot ballot) {
        return ballot.electorate().organizations().stream().map(OrganizationId::value).toList();
    }

    private static ProposalOpenedV1 opened(Ballot ballot) {
        return new ProposalOpenedV1(
                ballot.id().value(),
                "RATIFY_PURPOSE",
                ballot.purpose().id().value(),
                ballot.purpose().text().title(),
                ballot.opensAt(),
                ballot.closesAt(),
                electors(ballot),
                ballot.rule().quorumPerMillion(),
                ballot.rule().thresholdPerMillion(),
                ballot.electorate().asOf());
    }

    private static Journal.Entry asked(Ballot ballot, UUID need, Delegate delegate) {
        var person = delegate.person().value();
        return new Journal.Entry(
                need,
                NeedOpenedV1.TYPE,
                need,
                1,
                null,
                null,
                new Audience.Persons(List.of(person)),
                null,
                new NeedOpenedV1(
                        need,
                        person,
                        WHY,
                        ballot.closesAt(),
                        new NeedOpenedV1.Link("proposal", ballot.id().value()),
                        ballot.purpose().text().title()));
    }
}
