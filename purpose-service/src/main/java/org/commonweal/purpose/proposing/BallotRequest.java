package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** Until when the ballot is open. */
@Schema(name = "NewBallot")
record BallotRequest(@NotNull Instant closesAt) {}
