package org.commonweal.purpose.domain;

import java.util.Collection;
import java.util.Collections;

/** The votes of a closed ballot, one per firm, against the firms that could have voted. */
public record Tally(int yes, int no, int abstain, int electorate) {

    public Tally {
        if (yes < 0 || no < 0 || abstain < 0) {
            throw new IllegalArgumentException("votes cannot be negative");
        }
        if (electorate < 0 || (long) yes + no + abstain > electorate) {
            throw new IllegalArgumentException("more votes than electors");
        }
    }

    /** Counts what stands at the close: at most one choice per elector. */
    public static Tally of(Collection<Choice> choices, int electorate) {
        return new Tally(
                Collections.frequency(choices, Choice.YES),
                Collections.frequency(choices, Choice.NO),
                Collections.frequency(choices, Choice.ABSTAIN),
                electorate);
    }

    /** Nothing is adopted without one yes, whatever the rule, nor when all firms have left. */
    public Outcome outcome(Rule rule) {
        if (!rule.hasQuorum((long) yes + no + abstain, electorate)) {
            return Outcome.NO_QUORUM;
        }
        return yes > 0 && rule.hasThreshold(yes, (long) yes + no)
                ? Outcome.ADOPTED
                : Outcome.REJECTED;
    }
}
