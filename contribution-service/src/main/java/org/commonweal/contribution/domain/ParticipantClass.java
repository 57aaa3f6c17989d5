package org.commonweal.contribution.domain;

/** As what somebody belongs, and what each class may do with contributions (claim A8). */
public enum ParticipantClass {
    MEMBER,
    EXPERT,
    CUSTOMER,
    GUEST;

    /** What can be done. */
    public enum Right {
        /** Gives to the call that a guest is bound to, reads that and the answer to it. */
        GIVE_TO_THE_CALL,
        /** Gives to every goal. */
        GIVE,
        /** Reads what was acknowledged, and what happened about it. */
        READ_WHAT_CAME_OF_IT,
        /** Reads everything that was given. */
        READ_ALL,
        /** Is asked for answers, and gives them. */
        ANSWER_WHAT_IS_ASKED,
        /** Answers without being asked. */
        ANSWER
    }

    /** The whole table; what is read is also SQL: {@code reading/Visible}. */
    public boolean may(Right right) {
        return switch (right) {
            case GIVE_TO_THE_CALL -> true;
            case GIVE, READ_WHAT_CAME_OF_IT -> this != GUEST;
            case READ_ALL, ANSWER_WHAT_IS_ASKED -> this == MEMBER || this == EXPERT;
            case ANSWER -> this == MEMBER;
        };
    }
}
