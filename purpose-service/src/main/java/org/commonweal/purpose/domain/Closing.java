package org.commonweal.purpose.domain;

import java.util.Collection;

/** What a ballot's close decides. */
public record Closing(Tally tally, Outcome outcome, Effect effect) {

    /** Counts the choices that stand, at most one per elector. */
    public static Closing decide(
            Motion motion, Rule rule, Collection<Choice> choices, int electorate) {
        var tally = Tally.of(choices, electorate);
        var outcome = tally.outcome(rule);
        return new Closing(tally, outcome, motion.after(outcome));
    }
}
