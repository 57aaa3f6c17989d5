package org.commonweal.membership.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A whole firm leaves (claims A16, C8): by its own administrator's act, at any moment, whatever is
 * open. All its memberships end with it; what its people gave stays under its name.
 */
public sealed interface Departure {

    /** How far ahead a last day can be said. */
    int DAYS_AHEAD_MOST = 366;

    record AtOnce() implements Departure {}

    /** The firm is here until this day is over. */
    record After(LocalDate lastDay) implements Departure {}

    record Refused(Refusal reason) implements Departure {}

    /**
     * Decides on the leaving of a firm.
     *
     * @param people how many memberships the administrator was told will end
     * @param lastDay null for at once
     */
    static Departure of(
            Firm firm,
            Body.Official by,
            long people,
            @Nullable LocalDate lastDay,
            LocalDate today) {
        var forbidden = forbidden(firm, by);
        if (forbidden != null) {
            return new Refused(forbidden);
        }
        if (people != firm.members()) {
            return new Refused(Refusal.UNCONFIRMED);
        }
        if (lastDay == null) {
            return new AtOnce();
        }
        return lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(DAYS_AHEAD_MOST))
                ? new Refused(Refusal.NO_SUCH_DAY)
                : new After(lastDay);
    }

    /** Why the firm cannot stay after it has said a last day; null when it can. */
    static @Nullable Refusal staying(Firm firm, Body.Official by) {
        var forbidden = forbidden(firm, by);
        return forbidden == null && !firm.leaving() ? Refusal.NOT_LEAVING : forbidden;
    }

    /** Who may not read beforehand what a firm's leaving ends, and why; null for who may. */
    static @Nullable Refusal forbidden(Firm firm, Body.Official by) {
        if (!firm.id().equals(by.organization())) {
            return Refusal.OTHER_FIRM;
        }
        return by.administrator() ? null : Refusal.NOT_AN_ADMINISTRATOR;
    }

    /**
     * The firm that is to leave.
     *
     * @param leaving whether it has said a last day
     */
    record Firm(OrganizationId id, long members, boolean leaving) {}

    /** Why a firm's leaving is refused. */
    enum Refusal {
        OTHER_FIRM,
        NOT_AN_ADMINISTRATOR,
        UNCONFIRMED,
        NO_SUCH_DAY,
        NOT_LEAVING
    }
}
