package org.commonweal.purpose.secretballot;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Anonymous ballots.
 *
 * @param sealSecret from which the key is made that seals what belongs to a ballot while it is open
 * @param acceptedSealSecrets those that open what they have sealed, while it is changed
 */
@ConfigurationProperties("commonweal.ballots")
record BallotsProperties(String sealSecret, @DefaultValue List<String> acceptedSealSecrets) {

    private static final int SECRET_LENGTH_MIN = 16;

    BallotsProperties {
        acceptedSealSecrets = acceptedSealSecrets.stream().filter(each -> !each.isEmpty()).toList();
        if (Stream.concat(Stream.of(sealSecret), acceptedSealSecrets.stream())
                .anyMatch(each -> each.length() < SECRET_LENGTH_MIN)) {
            throw new IllegalArgumentException(
                    "commonweal.ballots.seal-secret, and each of"
                            + " commonweal.ballots.accepted-seal-secrets, needs at least "
                            + SECRET_LENGTH_MIN
                            + " characters");
        }
    }
}
