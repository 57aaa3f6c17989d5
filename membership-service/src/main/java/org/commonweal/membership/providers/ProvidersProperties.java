package org.commonweal.membership.providers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Firms' own providers.
 *
 * @param sealSecret from which the key is made that seals firms' client secrets
 * @param writtenAgainAfter how soon what Keycloak has lost or changed is mended
 * @param testTimeMax how long a test login may take
 */
@ConfigurationProperties("commonweal.providers")
record ProvidersProperties(
        String sealSecret,
        @DefaultValue("1h") Duration writtenAgainAfter,
        @DefaultValue("15m") Duration testTimeMax) {

    private static final int SECRET_LENGTH_MIN = 16;

    ProvidersProperties {
        if (sealSecret.length() < SECRET_LENGTH_MIN) {
            throw new IllegalArgumentException(
                    "commonweal.providers.seal-secret needs at least "
                            + SECRET_LENGTH_MIN
                            + " characters");
        }
    }
}
