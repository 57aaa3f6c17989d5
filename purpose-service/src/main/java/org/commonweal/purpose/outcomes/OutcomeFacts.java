package org.commonweal.purpose.outcomes;

import java.time.LocalDate;
import java.util.List;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.domain.Afterwards;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.wire.DecisionReviewedV1;
import org.commonweal.purpose.wire.OutcomeStatedV1;
import org.jspecify.annotations.Nullable;

/** What is said when something was said of a decision: to all that, to who was asked no more. */
record OutcomeFacts(Act act, Found found, Afterwards.Said said) {

    List<Journal.Entry> all() {
        return NeedFacts.both(List.of(fact()), NeedFacts.closedBy(act.command().id(), done()));
    }

    /** On the same day the same is asked. */
    List<Need.Open> done() {
        return said.sameDay() ? List.of() : found.needs();
    }

    private Journal.Entry fact() {
        var command = act.command();
        return new Journal.Entry(
                command.id(),
                type(),
                command.proposal().value(),
                found.version() + 1,
                found.me().person().value(),
                found.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                payload());
    }

    private String type() {
        return switch (act) {
            case Act.Stating _ -> OutcomeStatedV1.TYPE;
            case Act.Reviewing _ -> DecisionReviewedV1.TYPE;
        };
    }

    private Object payload() {
        var proposal = act.command().proposal().value();
        return switch (act) {
            case Act.Stating _ ->
                    new OutcomeStatedV1(
                            proposal, found.title(), found.decided().statements() + 1, reviewOn());
            case Act.Reviewing(var command, _, var finding, _, var named) ->
                    new DecisionReviewedV1(
                            proposal,
                            command.id(),
                            found.title(),
                            finding.name(),
                            reviewOn(),
                            named.map(ProposalId::value).orElse(null));
        };
    }

    private @Nullable LocalDate reviewOn() {
        return said.reviewOn().orElse(null);
    }
}
