package org.commonweal.membership.providers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Firms' own providers.
 *
 * @param sealSecret from which the key is made that seals firms' client secrets
 * @param acceptedSealSecrets those that open what they have sealed, while it is changed: the next
 *     one, or the last
 * @param writtenAgainAfter how soon what Keycloak has lost or changed is mended
 * @param testTimeMax how long a test login may take
 */
@ConfigurationProperties("commonweal.providers")
record ProvidersProperties(
        String sealSecret,
        @DefaultValue List<String> acceptedSealSecrets,
        @DefaultValue("1h") Duration writtenAgainAfter,
        @DefaultValue("15m") Duration testTimeMax) {

    private static final int SECRET_LENGTH_MIN = 16;

    ProvidersProperties {
        acceptedSealSecrets = acceptedSealSecrets.stream().filter(each -> !each.isEmpty()).toList();
        if (Stream.concat(Stream.of(sealSecret), acceptedSealSecrets.stream())
                .anyMatch(each -> each.length() < SECRET_LENGTH_MIN)) {
            throw new IllegalArgumentException(
                    "commonweal.providers.seal-secret, and each of"
                            + " commonweal.providers.accepted-seal-secrets, needs at least "
                            + SECRET_LENGTH_MIN
                            + " characters");
        }
    }
}
