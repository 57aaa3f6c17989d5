package org.commonweal.purpose.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a goal stood on a day, by its owner's word. */
@Schema(name = "CheckIn")
record CheckInResponse(
        UUID id, String value, LocalDate on, UUID by, @Nullable String note, Instant at) {}
