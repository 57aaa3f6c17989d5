package org.commonweal.purpose.caucus;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What the people of the reader's firm think.
 *
 * @param split how the firm's vote would be in parts; null while nobody has said anything
 */
@Schema(name = "Caucus")
record CaucusResponse(UUID organization, List<Voice> voices, @Nullable Map<Choice, Integer> split) {

    CaucusResponse {
        voices = List.copyOf(voices);
        split = split == null ? null : Map.copyOf(split);
    }

    @Schema(name = "CaucusEntry")
    record Voice(UUID person, Choice choice, Instant at) {}
}
