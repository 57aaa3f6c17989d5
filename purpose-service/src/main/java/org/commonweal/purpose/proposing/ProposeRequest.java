package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What is put to the vote, and until when. */
@Schema(name = "NewProposal")
record ProposeRequest(@NotNull UUID purpose, @NotNull Instant closesAt) {}
