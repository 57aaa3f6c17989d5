package org.commonweal.membership.applying;

import org.commonweal.membership.domain.Application;

/** What became of an act on an application. */
sealed interface Outcome {

    record Kept(boolean isNew) implements Outcome {}

    record Refused(Application.Refusal reason) implements Outcome {}

    record IdTaken() implements Outcome {}

    record ChangedMeanwhile() implements Outcome {}

    /** A repeated command gets its first answer; another one under its id gets none. */
    static Outcome repeated(String earlierHash, String requestHash) {
        return earlierHash.equals(requestHash) ? new Kept(false) : new IdTaken();
    }
}
