package org.commonweal.gateway.seal;

import java.util.Base64;
import java.util.Optional;
import org.commonweal.platform.keys.SealingKeys;
import org.springframework.stereotype.Component;

/**
 * Seals values that others keep for us (a login under way, a place in the stream, a session): they
 * can neither read nor change them, nor use one where another is asked for.
 */
@Component
public class Seal {

    private final SealingKeys keys;

    Seal(SealProperties properties) {
        keys = new SealingKeys(properties.secret(), properties.acceptedSecrets());
    }

    public String seal(Purpose purpose, byte[] value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.seal(purpose.name(), value));
    }

    /** The value, or nothing when it was not sealed here for this purpose. */
    public Optional<byte[]> open(Purpose purpose, String sealed) {
        if (sealed.length() > purpose.sealedLengthMax) {
            return Optional.empty();
        }
        try {
            return keys.open(purpose.name(), Base64.getUrlDecoder().decode(sealed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What a sealed value is for; it opens for nothing else. */
    public enum Purpose {
        LOGIN(4096),
        SESSION(65_536),
        SESSION_ID(256),
        STREAM_POSITION(4096);

        private final int sealedLengthMax;

        Purpose(int sealedLengthMax) {
            this.sealedLengthMax = sealedLengthMax;
        }
    }
}
