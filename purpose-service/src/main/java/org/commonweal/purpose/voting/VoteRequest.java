package org.commonweal.purpose.voting;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.commonweal.purpose.domain.Choice;

/** What the firm says. */
@Schema(name = "Vote")
record VoteRequest(@NotNull Choice choice) {}
