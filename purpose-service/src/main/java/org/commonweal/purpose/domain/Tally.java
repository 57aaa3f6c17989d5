package org.commonweal.purpose.domain;

import java.util.Collection;
import java.util.Collections;

/** The votes of a closed ballot, one per firm, against the firms that could have voted. */
public record Tally(int yes, int no, int abstain, int electorate) {

    public Tally {
        if (yes < 0 || no < 0 || abstain < 0) {
            throw new IllegalArgumentException("votes cannot be negative");
        }
        if (electorate < 1 || (long) yes + no + abstain > electorate) {
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

    /**
     * Shares are compared by multiplying, never by dividing; a share that is met exactly is met.
     * Nothing is adopted without one yes, whatever the rule.
     */
    public Outcome outcome(Rule rule) {
        var votes = (long) yes + no + abstain;
        if (votes * Rule.WHOLE < (long) rule.quorumPerMillion() * electorate) {
            return Outcome.NO_QUORUM;
        }
        var decided = (long) yes + no;
        var enough = (long) yes * Rule.WHOLE >= rule.thresholdPerMillion() * decided;
        return yes > 0 && enough ? Outcome.ADOPTED : Outcome.REJECTED;
    }
}
