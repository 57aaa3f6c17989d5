package org.commonweal.membership.merging;

import org.commonweal.membership.domain.Merger;

/** What became of an act on a merger. */
sealed interface Outcome {

    record Done(boolean isNew) implements Outcome {}

    record Refused(Merger.Refusal reason) implements Outcome {}

    record IdTaken() implements Outcome {}

    record ChangedMeanwhile() implements Outcome {}
}
