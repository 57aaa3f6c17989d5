package org.commonweal.recognition.domain;

/** As what somebody belongs, and what each class may do about thanks and credit (claim A8). */
public enum ParticipantClass {
    MEMBER,
    EXPERT,
    CUSTOMER,
    GUEST;

    /** What can be done; credit is everybody's, whatever they belong as. */
    public enum Right {
        /** Thanks for what came of it, reads such thanks, the own ledger and the group's. */
        THANK,
        /** Thanks for whatever was given, and reads all thanks. */
        THANK_FOR_ALL
    }

    /** The whole table; what is read is also SQL: {@code thanking/GivenThanks}. */
    public boolean may(Right right) {
        return switch (right) {
            case THANK -> this != GUEST;
            case THANK_FOR_ALL -> this == MEMBER || this == EXPERT;
        };
    }
}
