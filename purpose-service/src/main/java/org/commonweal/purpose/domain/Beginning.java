package org.commonweal.purpose.domain;

/** The decision about beginning a draft. */
public enum Beginning {
    BEGUN,
    /** The same command was carried out before. */
    REPEATED,
    ID_TAKEN,
    CLASS_NOT_ALLOWED;

    /** Any member may begin one. */
    public static Beginning decide(ParticipantClass by, Earlier earlier) {
        return switch (earlier) {
            case SAME -> REPEATED;
            case OTHER -> ID_TAKEN;
            case NONE -> by.may(ParticipantClass.Right.SHAPE) ? BEGUN : CLASS_NOT_ALLOWED;
        };
    }
}
