package org.commonweal.membership.domain;

/** A firm ends the membership of one of its own people; nobody reaches into another firm. */
public sealed interface Removal {

    record Possible() implements Removal {}

    record Refused(Refusal reason) implements Removal {}

    /** Why a member is not removed. */
    enum Refusal {
        NOT_AN_ADMINISTRATOR,
        OTHER_FIRM,
        REASON_MISSING
    }

    static Removal of(Member member, Body.Official by, String reason) {
        if (!member.organization().equals(by.organization())) {
            return new Refused(Refusal.OTHER_FIRM);
        }
        if (!by.administrator()) {
            return new Refused(Refusal.NOT_AN_ADMINISTRATOR);
        }
        return reason.isBlank() ? new Refused(Refusal.REASON_MISSING) : new Possible();
    }
}
