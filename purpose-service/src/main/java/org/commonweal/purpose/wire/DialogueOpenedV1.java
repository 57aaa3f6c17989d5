package org.commonweal.purpose.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal is before the members, to be talked about before it is voted on.
 *
 * @param follows the proposal that it goes on from
 */
public record DialogueOpenedV1(
        UUID proposal,
        String kind,
        String matter,
        @Nullable UUID purpose,
        String title,
        long rulebookVersion,
        Instant staleAt,
        @Nullable UUID follows) {

    public static final String TYPE = "purpose.dialogue-opened.v1";
}
