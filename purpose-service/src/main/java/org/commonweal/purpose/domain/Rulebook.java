package org.commonweal.purpose.domain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * By which rules an alliance decides: its founder's are version 1, each later version is a
 * decision's. A ballot keeps the one under which it was opened.
 */
public record Rulebook(long version, Map<Matter, Provision> provisions, Bounds bounds) {

    private static final Bounds FOUNDING =
            new Bounds(null, 2, Duration.ofDays(90), Thresholds.USUAL);

    public Rulebook {
        provisions = Map.copyOf(provisions);
        for (var matter : Matter.values()) {
            if (!provisions.containsKey(matter)) {
                throw new IllegalArgumentException("a rulebook has a rule for " + matter);
            }
        }
    }

    /**
     * What a founder's charter says of every matter; only firms are still enrolled by any delegate.
     */
    public static Rulebook founding(Shares shares, Duration ballotMinimum) {
        var provisions = new EnumMap<Matter, Provision>(Matter.class);
        for (var matter : Matter.values()) {
            var decider = matter == Matter.MEMBERSHIP ? Decider.DELEGATE : Decider.BALLOT;
            provisions.put(
                    matter,
                    new Provision(
                            new Rule(
                                    decider,
                                    Body.FIRMS,
                                    Method.SUPERMAJORITY,
                                    shares,
                                    new Deliberation(Duration.ZERO, 0),
                                    ballotMinimum,
                                    null),
                            null));
        }
        return new Rulebook(1, provisions, FOUNDING);
    }

    public Rule rule(Matter matter) {
        return provision(matter).rule();
    }

    public Provision provision(Matter matter) {
        return Objects.requireNonNull(provisions.get(matter), "there is one for each matter");
    }

    /** What an adopted change makes of it; what it leaves alone keeps the decision that made it. */
    public Rulebook changed(RulesChange change, ProposalId by) {
        var next = new EnumMap<Matter, Provision>(Matter.class);
        provisions.forEach((matter, present) -> {
            var rule = change.rule(matter, present.rule());
            next.put(matter, rule.equals(present.rule()) ? present : new Provision(rule, by));
        });
        return new Rulebook(version + 1, next, change.bounds(bounds));
    }

    /** Whether it rules as the other does, whoever decided that. */
    boolean rulesAs(Rulebook other) {
        for (var matter : Matter.values()) {
            if (!rule(matter).equals(other.rule(matter))) {
                return false;
            }
        }
        return bounds.equals(other.bounds);
    }
}
