package org.commonweal.purpose.domain;

/** As what somebody belongs, and what each class may do about purpose and goals (claim A8). */
public enum ParticipantClass {
    MEMBER,
    EXPERT,
    CUSTOMER,
    GUEST;

    /** What can be done; who votes is a matter of the office of a delegate, which members hold. */
    public enum Right {
        /** Reads the goal that a guest is bound to. */
        READ_THE_CALL,
        /** Reads the purpose, the goals, and what was decided. */
        READ_ALL,
        /** Writes drafts, puts to the vote, sets goals, owns them and says where they stand. */
        SHAPE
    }

    /** The whole table. */
    public boolean may(Right right) {
        return switch (right) {
            case READ_THE_CALL -> true;
            case READ_ALL -> this != GUEST;
            case SHAPE -> this == MEMBER;
        };
    }
}
