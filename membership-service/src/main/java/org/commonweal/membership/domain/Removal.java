package org.commonweal.membership.domain;

/** A firm ends the membership of one of its own people; nobody reaches into another firm. */
public sealed interface Removal {

    record Possible() implements Removal {}

    record Refused(Refusal reason) implements Removal {}

    /** Why a member is not removed. */
    enum Refusal {
        NOT_A_DELEGATE,
        OTHER_FIRM,
        REASON_MISSING
    }

    static Removal of(Member member, Member by, String reason) {
        if (!member.organization().equals(by.organization())) {
            return new Refused(Refusal.OTHER_FIRM);
        }
        if (!by.delegate()) {
            return new Refused(Refusal.NOT_A_DELEGATE);
        }
        return reason.isBlank() ? new Refused(Refusal.REASON_MISSING) : new Possible();
    }
}
