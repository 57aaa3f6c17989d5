package org.commonweal.membership.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.commonweal.platform.keys.SealingKeys;
import org.springframework.stereotype.Component;

/** Seals a client secret for the one provider that it is for; the database holds no key. */
@Component
class SealedSecret {

    private final SealingKeys keys;

    SealedSecret(ProvidersProperties properties) {
        keys = new SealingKeys(properties.sealSecret(), properties.acceptedSealSecrets());
    }

    String seal(UUID provider, String secret) {
        return Base64.getEncoder()
                .encodeToString(keys.seal(provider.toString(), secret.getBytes(UTF_8)));
    }

    String open(UUID provider, String sealed) {
        return keys.open(provider.toString(), Base64.getDecoder().decode(sealed))
                .map(secret -> new String(secret, UTF_8))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "neither commonweal.providers.seal-secret nor an accepted one"
                                        + " is the one that sealed"));
    }

    /** The same for the same secret, and worth nothing without the key: for the request's hash. */
    String mark(String secret) {
        return HexFormat.of().formatHex(keys.mark(secret.getBytes(UTF_8)));
    }
}
