package org.commonweal.membership.moving;

import java.util.UUID;
import org.commonweal.membership.domain.Move;

/** What became of an answer to an offer. */
sealed interface Outcome {

    record Moved(MovedView moved, boolean isNew) implements Outcome {}

    record Agreed(String code) implements Outcome {}

    record ToldBefore() implements Outcome {}

    record Declined() implements Outcome {}

    record Refused(Move.Refusal reason) implements Outcome {}

    record IdTaken() implements Outcome {}

    /** The person at the new firm; {@code from} is the one before, or the home firm. */
    record MovedView(UUID person, UUID from, UUID organization, boolean delegate) {}
}
