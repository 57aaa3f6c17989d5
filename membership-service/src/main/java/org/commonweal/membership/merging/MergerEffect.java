package org.commonweal.membership.merging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a merger changes, read by the administrators of both before they confirm it.
 *
 * @param people how many memberships go on for the other firm: the number to confirm
 * @param persons whose, those who have been there longest first, at most {@link #PERSONS_MOST}
 * @param seatsNeeded how many of them need a seat of the other firm
 * @param seatsFree how many it has left, or null for as many as come
 * @param officesEnding how many offices of the alliance end, because one firm may not hold them all
 * @param openInvitations how many unanswered invitations of the firm that goes are withdrawn
 * @param openApplications how many undecided applications for it are answered with the reason
 */
record MergerEffect(
        UUID from,
        UUID into,
        long people,
        List<UUID> persons,
        long seatsNeeded,
        @Nullable Long seatsFree,
        long officesEnding,
        long openInvitations,
        long openApplications) {

    static final int PERSONS_MOST = 200;

    MergerEffect {
        persons = List.copyOf(persons);
    }
}
