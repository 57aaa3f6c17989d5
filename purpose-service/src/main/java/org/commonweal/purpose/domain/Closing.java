package org.commonweal.purpose.domain;

import java.util.Collection;
import java.util.List;
import org.commonweal.purpose.domain.poll.Answer;
import org.commonweal.purpose.domain.poll.Marking;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.domain.tally.Paper;

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

    /**
     * Counts what was said to the options of a question. It has an answer if it has its quorum and
     * anybody marked anything; more than yes and no cannot be asked of it.
     *
     * @param papers where places are limited in the order of the casts
     */
    public static Closing answer(
            Poll poll,
            Rule rule,
            Collection<Tally.Vote> votes,
            List<Paper<Marking>> papers,
            long electorate) {
        var tally = Tally.of(votes, electorate);
        var result = Answer.count(poll, papers);
        var answered = result.chosen().isEmpty() ? Outcome.REJECTED : Outcome.ADOPTED;
        var outcome = tally.hasQuorum(rule.shares()) ? answered : Outcome.NO_QUORUM;
        return new Closing(tally, outcome, new Effect.Answered(poll, result));
    }

    /**
     * The end of a ballot whose box holds too few votes to hide each other: none was looked at.
     *
     * @param electorate as for {@link #decide}
     */
    public static Closing unopened(ProposalId ballot, Motion motion, long electorate) {
        return new Closing(
                Tally.of(List.of(), electorate),
                Outcome.NO_QUORUM,
                motion.after(Outcome.NO_QUORUM, ballot));
    }
}
