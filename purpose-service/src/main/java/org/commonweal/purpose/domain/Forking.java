package org.commonweal.purpose.domain;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decision about preparing a new community for another purpose (claims B1, B12). */
public sealed interface Forking {

    /**
     * It may be founded by whoever prepared it, and by nobody else.
     *
     * @param from the purpose that it leaves
     * @param changes never empty
     */
    record Prepared(PurposeId from, Set<Change> changes) implements Forking {
        public Prepared {
            changes = Set.copyOf(changes);
        }
    }

    /** The same command was carried out before. */
    record Repeated() implements Forking {}

    record Refused(Refusal refusal) implements Forking {}

    /** Why nothing is prepared. */
    enum Refusal {
        ID_TAKEN,
        CLASS_NOT_ALLOWED,
        PURPOSE_NOT_RATIFIED,
        CHANGES_NOTHING
    }

    /** What is different in the new community. */
    enum Change {
        /** What it is for. */
        SCOPE,
        /** Who reads. */
        AUDIENCE,
        /** Who may be a member. */
        ELIGIBILITY
    }

    /** What the new community would be. */
    record Plan(PurposeText text, @Nullable String audience, @Nullable String eligibility) {}

    /** Any member may prepare one; a mere wording is proposed as such. */
    static Forking decide(PurposeId active, PurposeText text, Plan plan) {
        var changes = EnumSet.noneOf(Change.class);
        if (!says(text).equals(says(plan.text()))) {
            changes.add(Change.SCOPE);
        }
        if (plan.audience() != null) {
            changes.add(Change.AUDIENCE);
        }
        if (plan.eligibility() != null) {
            changes.add(Change.ELIGIBILITY);
        }
        return changes.isEmpty()
                ? new Refused(Refusal.CHANGES_NOTHING)
                : new Prepared(active, changes);
    }

    /** What it is for: its time alone makes no other purpose. */
    private static PurposeText says(PurposeText text) {
        return text.until(null);
    }
}
