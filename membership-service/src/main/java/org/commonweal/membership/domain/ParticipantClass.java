package org.commonweal.membership.domain;

/** As what somebody belongs, and what each class may do about belonging (claim A8). */
public enum ParticipantClass {
    MEMBER,
    EXPERT,
    CUSTOMER,
    GUEST;

    /** What belonging can bring. */
    public enum Right {
        /** Ends the own membership, at any time. */
        LEAVE,
        /** Sees who belongs, and for which firm. */
        SEE_PEOPLE,
        /** Invites, and decides on applications. */
        INVITE,
        /** Votes for the firm or administers it. */
        HOLD_OFFICE,
        /** Takes one of the firm's seats, and follows when its last official goes. */
        FILL_A_SEAT
    }

    /** The whole table. */
    public boolean may(Right right) {
        return switch (right) {
            case LEAVE -> true;
            case SEE_PEOPLE -> this != GUEST;
            case INVITE, HOLD_OFFICE, FILL_A_SEAT -> this == MEMBER;
        };
    }
}
