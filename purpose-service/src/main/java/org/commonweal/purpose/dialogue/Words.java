package org.commonweal.purpose.dialogue;

import java.util.UUID;

/** What a member says. */
sealed interface Words {

    String text();

    /** Whether the member is for it; the last one of each member stands. */
    record Position(Stance stance, String text, int textRead) implements Words {}

    /**
     * What speaks against it as it is.
     *
     * @param blocking whether the member could not live with it
     */
    record Concern(boolean blocking, String text, int textRead) implements Words {}

    /** To one concern. */
    record Answer(UUID concern, String text) implements Words {}

    /** Where a member stands. */
    enum Stance {
        FOR,
        AGAINST,
        UNDECIDED
    }
}
