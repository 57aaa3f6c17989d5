package org.commonweal.purpose.proposing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.Elector;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.ProxyRows;
import org.commonweal.purpose.wire.ProposalOpenedV1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is said when a ballot opens: to all that it did, to each who is asked that a vote is
 * awaited.
 */
@Component
class OpeningFacts {

    private final Journal journal;

    OpeningFacts(Journal journal) {
        this.journal = journal;
    }

    /** The entries of the journal. */
    String of(Ballot ballot, Found found, OpenProposal.Command command, List<Need> needs) {
        var version = found.proposal().map(before -> before.version() + 1).orElse(1L);
        var opened =
                new Journal.Entry(
                        command.id(),
                        ProposalOpenedV1.TYPE,
                        ballot.id().value(),
                        version,
                        found.me().person().value(),
                        found.me().organization().value(),
                        Audience.EVERYONE,
                        command.hash(),
                        opened(ballot, command));
        return journal.json(NeedFacts.both(List.of(opened), NeedFacts.opened(needs)));
    }

    /**
     * The needs of all who are asked, in the electorate's order. Who holds a vote can cast it by
     * name alone, and so is not asked where there are no names.
     */
    static List<Need> needs(Ballot ballot, UUID command, List<ProxyRows.Held> all) {
        var held = ballot.secrecy().anonymous() ? List.<ProxyRows.Held>of() : all;
        var needs = new ArrayList<Need>();
        for (var elector : ballot.electorate().electors()) {
            var vote =
                    new Need.Subject.Vote(
                            ballot.id().value(),
                            ballot.motion().title(),
                            ballot.closesAt(),
                            elector.voter());
            var asked =
                    Stream.concat(
                            elector.asked().stream()
                                    .map(one -> new Delegate(one, elector.organization())),
                            held.stream()
                                    .filter(one -> one.voter().equals(elector.voter()))
                                    .map(ProxyRows.Held::delegate));
            asked.forEach(
                    one -> needs.add(new Need(Ids.derived(command, needs.size() + 1), vote, one)));
        }
        return needs;
    }

    static List<ElectorRow> electors(Ballot ballot) {
        return ballot.electorate().electors().stream().map(ElectorRow::of).toList();
    }

    private static ProposalOpenedV1 opened(Ballot ballot, OpenProposal.Command command) {
        var rule = ballot.rule();
        var electors = ballot.electorate().electors();
        return new ProposalOpenedV1(
                ballot.id().value(),
                Kind.of(ballot.motion()).name(),
                ballot.motion().matter().name(),
                purpose(ballot.motion()),
                ballot.motion().title(),
                ballot.opensAt(),
                ballot.closesAt(),
                rule.body().name(),
                rule.method().name(),
                electors.size(),
                electors.stream().map(one -> one.organization().value()).distinct().toList(),
                ballot.rulebook().version(),
                rule.shares().quorumPerMillion(),
                rule.shares().thresholdPerMillion(),
                ballot.electorate().asOf(),
                ballot.secrecy().hidden(),
                ballot.secrecy().anonymous(),
                followed(command));
    }

    static @Nullable UUID followed(OpenProposal.Command command) {
        return command.follows().map(ProposalId::value).orElse(null);
    }

    static @Nullable UUID purpose(Motion motion) {
        return switch (motion) {
            case Motion.RatifyPurpose(var purpose) -> purpose.id().value();
            case Motion.RenewPurpose(var purpose, _, _, _) -> purpose.id().value();
            case Motion.ClosePurpose(var purpose, _) -> purpose.id().value();
            case Motion.ChangeRules _,
                    Motion.AskQuestion _,
                    Motion.ChangeStage _,
                    Motion.GiveOrder _ ->
                    null;
        };
    }

    /** An elector as the statement takes it. */
    record ElectorRow(UUID voter_id, UUID organization_id, @Nullable UUID person_id, int weight) {

        private static ElectorRow of(Elector elector) {
            var person = elector.person();
            return new ElectorRow(
                    elector.voter(),
                    elector.organization().value(),
                    person == null ? null : person.value(),
                    elector.weight());
        }
    }
}
