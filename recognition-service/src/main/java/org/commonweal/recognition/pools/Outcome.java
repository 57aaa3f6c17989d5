package org.commonweal.recognition.pools;

import org.commonweal.recognition.domain.Entered;

/** What became of an act on money. */
sealed interface Outcome {
    record Done(boolean isNew) implements Outcome {}

    record Refused(Entered.Refusal reason) implements Outcome {}

    record IdTaken() implements Outcome {}
}
