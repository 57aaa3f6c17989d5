package org.commonweal.purpose.domain;

import java.time.LocalDate;
import java.util.Optional;

/** The decision about setting a goal. */
public sealed interface GoalSetting {

    record Set(Goal goal) implements GoalSetting {}

    /** The same command was carried out before. */
    record Repeated() implements GoalSetting {}

    record Refused(Refusal refusal) implements GoalSetting {}

    /** Why a goal is not set. */
    enum Refusal {
        ID_TAKEN,
        CLASS_NOT_ALLOWED,
        PURPOSE_NOT_RATIFIED,
        OWNER_NOT_A_MEMBER,
        TARGET_IS_BASELINE
    }

    /** Any member may set a goal; what it serves must be agreed, and its owner be one of us. */
    static GoalSetting decide(Optional<PurposeId> active, Wish wish, boolean ownerIsMember) {
        if (active.isEmpty()) {
            return new Refused(Refusal.PURPOSE_NOT_RATIFIED);
        }
        if (!ownerIsMember) {
            return new Refused(Refusal.OWNER_NOT_A_MEMBER);
        }
        if (!wish.measure().hasWayToGo()) {
            return new Refused(Refusal.TARGET_IS_BASELINE);
        }
        return new Set(
                new Goal(
                        wish.id(),
                        active.get(),
                        wish.title(),
                        wish.measure(),
                        wish.due(),
                        wish.owner()));
    }

    /** A goal before it is known what it serves. */
    record Wish(GoalId id, String title, Measure measure, LocalDate due, PersonId owner) {}
}
