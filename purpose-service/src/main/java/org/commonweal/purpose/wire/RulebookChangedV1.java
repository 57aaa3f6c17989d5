package org.commonweal.purpose.wire;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.Provision;
import org.commonweal.purpose.domain.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rulebook is in force, for what is decided after it; whole, as each version is.
 *
 * @param decision the ballot that adopted it; null for what the founder's charter began with
 */
public record RulebookChangedV1(
        long version,
        @Nullable UUID decision,
        @Nullable String title,
        @Nullable Integer seatsPerFirmMax,
        List<RuleV1> rules) {

    public static final String TYPE = "purpose.rulebook-changed.v1";

    public static RulebookChangedV1 of(
            Rulebook rulebook, @Nullable UUID decision, @Nullable String title) {
        return new RulebookChangedV1(
                rulebook.version(),
                decision,
                title,
                rulebook.bounds().seatsPerFirmMax(),
                Arrays.stream(Matter.values())
                        .map(matter -> RuleV1.of(matter, rulebook.provision(matter)))
                        .toList());
    }

    /**
     * Who decides a class of matters, and how.
     *
     * @param movedBy the decision that made it so
     */
    public record RuleV1(
            String matter,
            String decider,
            String body,
            String method,
            int quorumPerMillion,
            int thresholdPerMillion,
            String dialogueMinimum,
            int voicesMinimum,
            String ballotMinimum,
            @Nullable Integer votesPerFirmMax,
            @Nullable UUID movedBy) {

        private static RuleV1 of(Matter matter, Provision provision) {
            var rule = provision.rule();
            return new RuleV1(
                    matter.name(),
                    rule.decider().name(),
                    rule.body().name(),
                    rule.method().name(),
                    rule.shares().quorumPerMillion(),
                    rule.shares().thresholdPerMillion(),
                    rule.deliberation().minimum().toString(),
                    rule.deliberation().voicesMinimum(),
                    rule.ballotMinimum().toString(),
                    rule.votesPerFirmMax(),
                    provision.by() == null ? null : provision.by().value());
        }
    }
}
