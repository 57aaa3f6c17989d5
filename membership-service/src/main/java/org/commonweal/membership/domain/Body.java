package org.commonweal.membership.domain;

import org.jspecify.annotations.Nullable;

/**
 * A firm as a body of the alliance: its own administrators decide for it, and nobody else (claim
 * A16). As long as it has people, it has an administrator and a delegate.
 */
public record Body(OrganizationId id, long members, long administrators, long delegates) {

    public Ruling describe(Official by) {
        return byOwnAdministrator(by);
    }

    /**
     * Sets how many people the firm may have.
     *
     * @param seats null for as many as come
     */
    public Ruling seat(Official by, @Nullable Integer seats) {
        var ruling = byOwnAdministrator(by);
        if (ruling instanceof Ruling.Possible && seats != null && seats < members) {
            return new Ruling.Refused(Refusal.SEATS_BELOW_MEMBERS);
        }
        return ruling;
    }

    /**
     * Names or withdraws administrators and delegates of the firm.
     *
     * @param now what the person does for the firm at present, or null for nobody of the firm
     */
    public Ruling entrust(Official by, @Nullable Present now, Roles wanted) {
        var ruling = byOwnAdministrator(by);
        if (ruling instanceof Ruling.Refused) {
            return ruling;
        }
        if (now == null) {
            return new Ruling.Refused(Refusal.NOBODY_OF_THE_FIRM);
        }
        if (!now.as().may(ParticipantClass.Right.HOLD_OFFICE)) {
            return new Ruling.Refused(Refusal.CLASS_NOT_ALLOWED);
        }
        if (now.roles().administrator() && !wanted.administrator() && administrators == 1) {
            return new Ruling.Refused(Refusal.LAST_ADMINISTRATOR);
        }
        if (now.roles().delegate() && !wanted.delegate() && delegates == 1) {
            return new Ruling.Refused(Refusal.LAST_DELEGATE);
        }
        return new Ruling.Possible();
    }

    private Ruling byOwnAdministrator(Official by) {
        if (!id.equals(by.organization())) {
            return new Ruling.Refused(Refusal.OTHER_FIRM);
        }
        return by.administrator()
                ? new Ruling.Possible()
                : new Ruling.Refused(Refusal.NOT_AN_ADMINISTRATOR);
    }

    /** Who acts, as one of which firm. */
    public record Official(OrganizationId organization, boolean administrator) {}

    /** What a member does for the own firm: look after it, vote for it. */
    public record Roles(boolean administrator, boolean delegate) {}

    /** What a person of the firm is and does at present. */
    public record Present(ParticipantClass as, Roles roles) {}

    /** Whether the act may go on. */
    public sealed interface Ruling {
        record Possible() implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** Why a firm's act is refused. */
    public enum Refusal {
        OTHER_FIRM,
        NOT_AN_ADMINISTRATOR,
        NOBODY_OF_THE_FIRM,
        CLASS_NOT_ALLOWED,
        LAST_ADMINISTRATOR,
        LAST_DELEGATE,
        SEATS_BELOW_MEMBERS
    }
}
