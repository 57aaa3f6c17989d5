package org.commonweal.purpose.caucus;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.commonweal.purpose.domain.Choice;

/** What I think my firm should say; the firm's people alone read it. */
@Schema(name = "CaucusVoice")
record CaucusRequest(@NotNull Choice choice) {}
