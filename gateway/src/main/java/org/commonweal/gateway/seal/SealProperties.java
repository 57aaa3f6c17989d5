package org.commonweal.gateway.seal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The secret from which sealed values get their key; the same on every gateway of a cluster. */
@ConfigurationProperties("commonweal.seal")
record SealProperties(String secret) {

    private static final int SECRET_LENGTH_MIN = 16;

    SealProperties {
        if (secret.length() < SECRET_LENGTH_MIN) {
            throw new IllegalArgumentException(
                    "commonweal.seal.secret needs at least " + SECRET_LENGTH_MIN + " characters");
        }
    }
}
