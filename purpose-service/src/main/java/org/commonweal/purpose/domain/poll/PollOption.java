package org.commonweal.purpose.domain.poll;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One option.
 *
 * @param description empty if there is none
 * @param slot of a time poll
 */
public record PollOption(UUID id, String title, String description, Optional<Slot> slot) {

    /** From when to when. */
    public record Slot(Instant start, Instant end) {}

    /** As it is written: what is missing is null. */
    public static PollOption of(
            UUID id,
            String title,
            @Nullable String description,
            @Nullable Instant start,
            @Nullable Instant end) {
        return new PollOption(
                id,
                title,
                description == null ? "" : description,
                start == null || end == null
                        ? Optional.empty()
                        : Optional.of(new Slot(start, end)));
    }
}
