package org.commonweal.purpose.domain;

/** The decision about changing what a draft says. */
public sealed interface Revision {

    record Revised(Purpose.Draft draft) implements Revision {}

    /** The same command was carried out before. */
    record Repeated() implements Revision {}

    record Refused(Refusal refusal) implements Revision {}

    /** Why a text stays as it is. */
    enum Refusal {
        ID_TAKEN,
        CLASS_NOT_ALLOWED,
        CHANGED_MEANWHILE,
        ON_A_BALLOT,
        ACTIVE,
        CLOSED
    }

    /** Any member may revise a draft, from the version that they have read. */
    static Revision decide(Purpose purpose, long versionRead, PurposeText text) {
        return switch (purpose) {
            case Purpose.Draft draft ->
                    draft.version() == versionRead
                            ? new Revised(draft.revised(text))
                            : new Refused(Refusal.CHANGED_MEANWHILE);
            case Purpose.Proposed _ -> new Refused(Refusal.ON_A_BALLOT);
            case Purpose.Active _ -> new Refused(Refusal.ACTIVE);
            case Purpose.Closed _ -> new Refused(Refusal.CLOSED);
        };
    }
}
