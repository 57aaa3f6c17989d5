package org.commonweal.purpose.domain;

import java.util.Collection;

/** What a ballot's close decides. */
public record Closing(Tally tally, Outcome outcome, Purpose purpose) {

    /** Counts the choices that stand, at most one per elector. */
    public static Closing decide(
            Purpose.Proposed purpose, Rule rule, Collection<Choice> choices, int electorate) {
        var tally = Tally.of(choices, electorate);
        var outcome = tally.outcome(rule);
        return new Closing(tally, outcome, purpose.after(outcome));
    }
}
