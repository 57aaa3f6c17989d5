package org.commonweal.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of one line of a bulk request.
 *
 * @param line its number in the request, from 1
 * @param reason why it was rejected, else null
 */
public record BulkResult(long line, Status status, @Nullable String reason) {

    /** What can become of a line. */
    public enum Status {
        kept,
        duplicate,
        rejected
    }

    public static BulkResult rejected(long line, String reason) {
        return new BulkResult(line, Status.rejected, reason);
    }

    /** NDJSON of a whole batch, so that a batch and not a line is one write to the network. */
    public static String ndjson(List<BulkResult> batch, JsonMapper json) {
        return batch.stream()
                .map(result -> json.writeValueAsString(result) + "\n")
                .collect(Collectors.joining());
    }
}
