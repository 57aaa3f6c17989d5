package org.commonweal.purpose.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has a vote on a ballot.
 *
 * @param organization the firm of the day of the opening
 * @param person null where the firm itself votes
 * @param weight in millionths of a vote
 * @param asked who is asked to cast it
 */
public record Elector(
        OrganizationId organization, @Nullable PersonId person, int weight, List<PersonId> asked) {

    public Elector {
        if (weight < 1 || weight > Weight.WHOLE) {
            throw new IllegalArgumentException("a vote weighs something, and no more than one");
        }
        asked = List.copyOf(asked);
    }

    /** By which it is known on the ballot. */
    public UUID voter() {
        return person == null ? organization.value() : person.value();
    }
}
