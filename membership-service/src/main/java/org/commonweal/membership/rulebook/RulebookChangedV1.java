package org.commonweal.membership.rulebook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we need of purpose-service's fact that another rulebook stands. */
record RulebookChangedV1(
        int version,
        @Nullable UUID decision,
        @Nullable String title,
        @Nullable Integer seatsPerFirmMax,
        List<RuleV1> rules) {

    RulebookChangedV1 {
        rules = List.copyOf(rules);
    }

    /**
     * @param movedBy the decision that set the rule, or null while it is the founder's
     */
    record RuleV1(String matter, String decider, @Nullable UUID movedBy) {}
}
