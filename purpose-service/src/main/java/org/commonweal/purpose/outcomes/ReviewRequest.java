package org.commonweal.purpose.outcomes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.purpose.domain.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What is found when a decision is looked at again.
 *
 * @param text for everybody to read
 * @param nextReviewOn of one that is kept: when it is looked at once more
 * @param followUp another proposal of the alliance that goes on from it
 */
@Schema(name = "NewReview")
record ReviewRequest(
        @NotNull Finding finding,
        @NotBlank @Size(max = 2_000) String text,
        @Nullable LocalDate nextReviewOn,
        @Nullable UUID followUp) {}
