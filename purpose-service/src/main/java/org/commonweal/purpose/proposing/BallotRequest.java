package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.commonweal.purpose.domain.Secrecy;
import org.jspecify.annotations.Nullable;

/** Until when the ballot is open. */
@Schema(name = "NewBallot")
record BallotRequest(
        @NotNull Instant closesAt,
        @Schema(description = "Nobody sees a count or a choice before the close; for good")
                @Nullable Boolean hidden,
        @Schema(description = "Nobody ever sees whose vote is which; hidden, too, and for good")
                @Nullable Boolean anonymous) {

    Secrecy secrecy() {
        return new Secrecy(Boolean.TRUE.equals(hidden), Boolean.TRUE.equals(anonymous));
    }
}
