package org.commonweal.membership.agreements;

import org.commonweal.membership.domain.Agreement;

/** What became of a version or of an acceptance. */
sealed interface Outcome {

    record Kept(boolean isNew) implements Outcome {}

    record Refused(Agreement.Refusal reason) implements Outcome {}

    record IdTaken() implements Outcome {}
}
