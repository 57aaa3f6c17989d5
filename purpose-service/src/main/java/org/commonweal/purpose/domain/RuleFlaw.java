package org.commonweal.purpose.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be put in a rulebook.
 *
 * @param matter empty for what holds whatever the matter
 * @param gate of which it is
 */
public record RuleFlaw(Optional<Matter> matter, Optional<Gate> gate, Kind kind) {

    public RuleFlaw(Optional<Matter> matter, Kind kind) {
        this(matter, Optional.empty(), kind);
    }

    /** Beyond it a rulebook could ask for longer ballots than can be opened. */
    public static final Duration BALLOT_MINIMUM_MAX = Duration.ofDays(30);

    /** Longer and nothing would ever come to a vote. */
    public static final Duration DIALOGUE_MINIMUM_MAX = Duration.ofDays(60);

    public static final Duration STALE_AFTER_MAX = Duration.ofDays(366);

    /** Shorter and nobody could object to other words. */
    public static final Duration WORDING_WINDOW_MIN = Duration.ofHours(1);

    public static final Duration WORDING_WINDOW_MAX = Duration.ofDays(60);

    /** Each is out of the range that the refusal names. */
    public enum Kind {
        BALLOT_MINIMUM,
        DIALOGUE_MINIMUM,
        /** A dialogue would be over before its ballot may open. */
        STALE_BEFORE_BALLOT,
        STALE_AFTER,
        GATE,
        WORDING_WINDOW,
        /** Nobody but the members decides what the alliance is for, and who rules. */
        NOT_TO_BE_GIVEN_AWAY,
        /** Who is named cannot decide such matters alone, and nobody else could. */
        NOBODY_DECIDES
    }

    /**
     * Of what a change would make; what it leaves alone is not looked at.
     *
     * @param sponsored whether there is a sponsor who could decide
     */
    static List<RuleFlaw> of(Rulebook next, RulesChange change, boolean sponsored) {
        var flaws = new ArrayList<RuleFlaw>();
        var staleAfter = next.bounds().staleAfter();
        if (!staleAfter.isPositive() || staleAfter.compareTo(STALE_AFTER_MAX) > 0) {
            flaws.add(new RuleFlaw(Optional.empty(), Kind.STALE_AFTER));
        }
        addFlaws(flaws, change);
        for (var matter : Matter.values()) {
            var changed = change.rules().get(matter);
            if (changed != null) {
                addFlaws(flaws, matter, next.rule(matter), changed);
                deciderFlaw(matter, changed.decider(), sponsored)
                        .map(kind -> new RuleFlaw(Optional.of(matter), kind))
                        .ifPresent(flaws::add);
            }
            if (next.rule(matter).deliberation().minimum().compareTo(staleAfter) >= 0) {
                flaws.add(new RuleFlaw(Optional.of(matter), Kind.STALE_BEFORE_BALLOT));
            }
        }
        return flaws;
    }

    private static void addFlaws(List<RuleFlaw> flaws, RulesChange change) {
        change.gates()
                .forEach((gate, needed) -> {
                    if (needed < 1 || needed > gate.most()) {
                        flaws.add(new RuleFlaw(Optional.empty(), Optional.of(gate), Kind.GATE));
                    }
                });
        var window = change.wordingWindow();
        if (window != null
                && (window.compareTo(WORDING_WINDOW_MIN) < 0
                        || window.compareTo(WORDING_WINDOW_MAX) > 0)) {
            flaws.add(new RuleFlaw(Optional.empty(), Kind.WORDING_WINDOW));
        }
    }

    private static void addFlaws(
            List<RuleFlaw> flaws, Matter matter, Rule rule, RulesChange.RuleChange changed) {
        var at = Optional.of(matter);
        if (changed.ballotMinimum() != null
                && (rule.ballotMinimum().toSeconds() < 1
                        || rule.ballotMinimum().compareTo(BALLOT_MINIMUM_MAX) > 0)) {
            flaws.add(new RuleFlaw(at, Kind.BALLOT_MINIMUM));
        }
        if (rule.deliberation().minimum().compareTo(DIALOGUE_MINIMUM_MAX) > 0) {
            flaws.add(new RuleFlaw(at, Kind.DIALOGUE_MINIMUM));
        }
    }

    private static Optional<Kind> deciderFlaw(
            Matter matter, @Nullable Decider decider, boolean sponsored) {
        if (decider == null || decider == Decider.BALLOT) {
            return Optional.empty();
        }
        if (matter.isTheMembersAlways()) {
            return Optional.of(Kind.NOT_TO_BE_GIVEN_AWAY);
        }
        var decides =
                switch (decider) {
                    case BALLOT -> true;
                    case SPONSOR -> sponsored && matter.isOrdered();
                    // Enrolling a firm is the one thing that a delegate does.
                    case DELEGATE -> matter == Matter.MEMBERSHIP;
                };
        return decides ? Optional.empty() : Optional.of(Kind.NOBODY_DECIDES);
    }
}
