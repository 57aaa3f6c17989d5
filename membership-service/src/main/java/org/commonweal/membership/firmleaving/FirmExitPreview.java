package org.commonweal.membership.firmleaving;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a firm's leaving ends here, read before it is decided.
 *
 * @param people how many memberships end: the number to confirm
 * @param persons whose, those who have been there longest first, at most {@link #PERSONS_MOST}
 * @param openInvitations how many unanswered invitations of the firm are withdrawn
 * @param openApplications how many undecided applications for it are answered with the reason
 * @param directory how many people its directory names, who are forgotten with its token
 * @param otherFirms how many other firms with people stay
 * @param leavesAt when the last day is over that it has said, or null
 */
record FirmExitPreview(
        UUID organization,
        String shortName,
        long people,
        List<UUID> persons,
        long openInvitations,
        long openApplications,
        long directory,
        long otherFirms,
        @Nullable Instant leavesAt) {

    static final int PERSONS_MOST = 200;

    FirmExitPreview {
        persons = List.copyOf(persons);
    }
}
