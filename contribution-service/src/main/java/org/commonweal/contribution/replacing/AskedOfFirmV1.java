package org.commonweal.contribution.replacing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are asked of the people of the reader's firm. When those who are asked leave, others
 * are asked at once, within the time that runs.
 *
 * @param ofMe how many are asked of the reader
 * @param ofAll how many are asked of the whole firm
 * @param first the most urgent of them, the reader's own before the others'
 */
@Schema(name = "AskedOfFirm")
record AskedOfFirmV1(long ofMe, long ofAll, List<AskV1> first) {

    static final int FIRST_MOST = 50;

    AskedOfFirmV1 {
        first = List.copyOf(first);
    }

    @Schema(name = "AskOfFirm")
    record AskV1(UUID contribution, String title, UUID person, @Nullable Instant due) {}
}
