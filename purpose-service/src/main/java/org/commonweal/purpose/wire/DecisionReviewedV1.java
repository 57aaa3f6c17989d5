package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An adopted decision was looked at again; the words stay here.
 *
 * @param finding KEPT, CHANGED or ENDED
 * @param nextReviewOn when it is looked at once more
 * @param followUp the proposal that goes on from it
 */
public record DecisionReviewedV1(
        UUID proposal,
        UUID review,
        String title,
        String finding,
        @Nullable LocalDate nextReviewOn,
        @Nullable UUID followUp) {

    public static final String TYPE = "purpose.decision-reviewed.v1";
}
