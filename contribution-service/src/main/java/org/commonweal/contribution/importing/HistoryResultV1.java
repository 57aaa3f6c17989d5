package org.commonweal.contribution.importing;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one line, in the order of the lines. */
@Schema(name = "HistoryResult")
record HistoryResultV1(
        long line,
        @Schema(allowableValues = {"kept", "duplicate", "rejected"}) String status,
        @Nullable String reason) {

    static HistoryResultV1 kept(long line) {
        return new HistoryResultV1(line, "kept", null);
    }

    static HistoryResultV1 duplicate(long line) {
        return new HistoryResultV1(line, "duplicate", null);
    }

    static HistoryResultV1 rejected(long line, String reason) {
        return new HistoryResultV1(line, "rejected", reason);
    }
}
