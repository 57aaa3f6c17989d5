package org.commonweal.purpose.domain;

import java.util.Collection;

/** What a ballot's close decides. */
public record Closing(Tally tally, Outcome outcome, Effect effect) {

    /**
     * Counts the votes that stand.
     *
     * @param electorate what all votes weigh that could have been cast
     */
    public static Closing decide(
            ProposalId ballot,
            Motion motion,
            Rule rule,
            Collection<Tally.Vote> votes,
            long electorate) {
        var tally = Tally.of(votes, electorate);
        var outcome = tally.outcome(rule.method(), rule.shares());
        return new Closing(tally, outcome, motion.after(outcome, ballot));
    }
}
