package org.commonweal.purpose.domain;

/** The decision about calling a proposed wording a major change. */
public enum Challenging {
    /** It stops here: whoever wants it founds a new community for it. */
    STOPPED,
    /** The same command was carried out before. */
    REPEATED,
    ID_TAKEN,
    CLASS_NOT_ALLOWED,
    REASON_MISSING,
    /** It is in force, or was stopped. */
    OVER;

    /** Any member may, alone, whatever firm they are of. */
    public static Challenging decide(
            ParticipantClass by, Earlier earlier, boolean isOpen, String reason) {
        return switch (earlier) {
            case SAME -> REPEATED;
            case OTHER -> ID_TAKEN;
            case NONE -> decide(by, isOpen, reason);
        };
    }

    private static Challenging decide(ParticipantClass by, boolean isOpen, String reason) {
        if (!by.may(ParticipantClass.Right.SHAPE)) {
            return CLASS_NOT_ALLOWED;
        }
        if (!isOpen) {
            return OVER;
        }
        return reason.isBlank() ? REASON_MISSING : STOPPED;
    }
}
