package org.commonweal.recognition.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a contribution so far. Facts about it may arrive again and in any order, so two
 * states of knowledge are joined, never overwritten.
 *
 * @param organization the author's on the day of the contribution; null where none is known
 * @param acknowledgedAt the earliest time known, or null
 * @param acknowledgedByAnother whether any acknowledgement came from another organization
 */
public record Contribution(
        ContributionId id,
        String title,
        PersonId author,
        @Nullable OrganizationId organization,
        Instant writtenAt,
        @Nullable Instant acknowledgedAt,
        boolean acknowledgedByAnother) {

    /** What both know together; the order does not matter. */
    public Contribution and(Contribution other) {
        return new Contribution(
                id,
                title,
                author,
                organization,
                writtenAt.isBefore(other.writtenAt) ? writtenAt : other.writtenAt,
                earlier(acknowledgedAt, other.acknowledgedAt),
                acknowledgedByAnother || other.acknowledgedByAnother);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
