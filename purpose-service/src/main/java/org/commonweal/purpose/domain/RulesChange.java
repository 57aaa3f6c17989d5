package org.commonweal.purpose.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants changed in the rulebook; what is absent stays as it is.
 *
 * @param seatsPerFirmMax 0 for no bound
 * @param gates what they are to need, each in its unit
 */
public record RulesChange(
        Map<Matter, RuleChange> rules,
        @Nullable Integer seatsPerFirmMax,
        @Nullable Integer proxiesPerHolderMax,
        @Nullable Duration staleAfter,
        Map<Gate, Integer> gates,
        @Nullable Duration wordingWindow) {

    public RulesChange {
        rules = Map.copyOf(rules);
        gates = Map.copyOf(gates);
    }

    Rule rule(Matter matter, Rule present) {
        var change = rules.get(matter);
        return change == null ? present : change.onto(present);
    }

    Bounds bounds(Bounds present) {
        return new Bounds(
                bound(seatsPerFirmMax, present.seatsPerFirmMax()),
                Objects.requireNonNullElse(proxiesPerHolderMax, present.proxiesPerHolderMax()),
                Objects.requireNonNullElse(staleAfter, present.staleAfter()),
                present.thresholds().changed(gates, wordingWindow));
    }

    private static @Nullable Integer bound(@Nullable Integer wanted, @Nullable Integer present) {
        if (wanted == null) {
            return present;
        }
        return wanted == 0 ? null : wanted;
    }

    /**
     * Of one matter.
     *
     * @param votesPerFirmMax 0 for no bound
     */
    public record RuleChange(
            @Nullable Decider decider,
            @Nullable Body body,
            @Nullable Method method,
            @Nullable Integer quorumPerMillion,
            @Nullable Integer thresholdPerMillion,
            @Nullable Duration dialogueMinimum,
            @Nullable Integer voicesMinimum,
            @Nullable Duration ballotMinimum,
            @Nullable Integer votesPerFirmMax) {

        Rule onto(Rule present) {
            var shares = present.shares();
            var dialogue = present.deliberation();
            return new Rule(
                    Objects.requireNonNullElse(decider, present.decider()),
                    Objects.requireNonNullElse(body, present.body()),
                    Objects.requireNonNullElse(method, present.method()),
                    new Shares(
                            Objects.requireNonNullElse(quorumPerMillion, shares.quorumPerMillion()),
                            Objects.requireNonNullElse(
                                    thresholdPerMillion, shares.thresholdPerMillion())),
                    new Deliberation(
                            Objects.requireNonNullElse(dialogueMinimum, dialogue.minimum()),
                            Objects.requireNonNullElse(voicesMinimum, dialogue.voicesMinimum())),
                    Objects.requireNonNullElse(ballotMinimum, present.ballotMinimum()),
                    bound(votesPerFirmMax, present.votesPerFirmMax()));
        }
    }
}
