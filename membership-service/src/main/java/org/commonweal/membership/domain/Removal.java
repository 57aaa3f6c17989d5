package org.commonweal.membership.domain;

import org.jspecify.annotations.Nullable;

/**
 * A firm lets one of its own people go; nobody reaches into another firm. At the home firm the
 * membership ends, with all that stands on it; at the second firm the place there alone.
 */
public sealed interface Removal {

    record Possible(Place of) implements Removal {}

    record Refused(Refusal reason) implements Removal {}

    /** Why a member is not removed. */
    enum Refusal {
        NOT_AN_ADMINISTRATOR,
        OTHER_FIRM,
        REASON_MISSING,
        NO_SECOND_FIRM
    }

    /** Which of a person's places ends. */
    enum Place {
        HOME,
        SECOND
    }

    /**
     * Decides on letting a person go.
     *
     * @param second the person's second firm, or null
     */
    static Removal of(
            Member member, @Nullable OrganizationId second, Body.Official by, String reason) {
        if (!member.organization().equals(by.organization()) && !by.organization().equals(second)) {
            return new Refused(Refusal.OTHER_FIRM);
        }
        if (!by.administrator()) {
            return new Refused(Refusal.NOT_AN_ADMINISTRATOR);
        }
        if (reason.isBlank()) {
            return new Refused(Refusal.REASON_MISSING);
        }
        return new Possible(by.organization().equals(second) ? Place.SECOND : Place.HOME);
    }

    /**
     * The person goes: from the firm that the present login is of, as anybody may at any moment.
     *
     * @param me for which firm the login acts
     * @param second the person's second firm, or null
     */
    static Place leaving(Member me, @Nullable OrganizationId second) {
        return me.organization().equals(second) ? Place.SECOND : Place.HOME;
    }
}
