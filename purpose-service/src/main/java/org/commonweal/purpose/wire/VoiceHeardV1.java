package org.commonweal.purpose.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member said something in a dialogue; the words stay here.
 *
 * @param kind POSITION, CONCERN or ANSWER
 * @param textVersion of the text that was talked about
 * @param stance of a position
 * @param blocking of a concern
 * @param concern that was answered
 */
public record VoiceHeardV1(
        UUID proposal,
        UUID voice,
        String kind,
        String title,
        int textVersion,
        @Nullable String stance,
        @Nullable Boolean blocking,
        @Nullable UUID concern) {

    public static final String TYPE = "purpose.voice-heard.v1";
}
