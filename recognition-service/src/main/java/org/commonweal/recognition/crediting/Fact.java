package org.commonweal.recognition.crediting;

import java.time.Instant;
import org.commonweal.recognition.domain.Acknowledgement;
import org.commonweal.recognition.domain.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * What one event tells.
 *
 * @param acknowledgement null when the event tells of none
 */
record Fact(Contribution contribution, @Nullable Acknowledgement acknowledgement) {

    /** An acknowledgement tells of its contribution too, so it may arrive first. */
    static Fact of(String title, Instant writtenAt, Acknowledgement acknowledgement) {
        return new Fact(
                new Contribution(
                        acknowledgement.contribution(),
                        title,
                        acknowledgement.author(),
                        acknowledgement.organization(),
                        writtenAt,
                        acknowledgement.at(),
                        acknowledgement.byAnotherOrganization()),
                acknowledgement);
    }
}
