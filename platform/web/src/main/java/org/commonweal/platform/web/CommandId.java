package org.commonweal.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.commonweal.platform.messaging.Ids;
import org.springframework.http.HttpStatus;

/**
 * A client-made id (RFC 9562, version 7) that names a command and makes its repetition harmless.
 */
public final class CommandId {

    private static final Duration WINDOW = Duration.ofHours(24);

    private CommandId() {}

    /**
     * The id itself.
     *
     * @throws RefusedException 400 when it is not a UUIDv7, 422 when its time is more than a day
     *     off
     */
    public static UUID of(UUID id, Clock clock) {
        if (id.version() != 7) {
            throw new RefusedException(
                    Problem.refusal(
                            HttpStatus.BAD_REQUEST,
                            "id-not-uuidv7",
                            "The id is not a UUIDv7",
                            "Make the id as a UUID of version 7 (RFC 9562)."));
        }
        if (Duration.between(Ids.instantOf(id), clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw new RefusedException(
                    Problem.refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "id-out-of-time",
                            "The id is too old or too new",
                            "The time in the id must be within 24 hours of the server's clock."));
        }
        return id;
    }
}
