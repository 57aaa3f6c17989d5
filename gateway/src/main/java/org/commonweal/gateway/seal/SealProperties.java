package org.commonweal.gateway.seal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret from which sealed values get their key, the same on every gateway of a cluster, and
 * those that are accepted beside it while it is changed: the next one, or the last.
 */
@ConfigurationProperties("commonweal.seal")
record SealProperties(String secret, @DefaultValue List<String> acceptedSecrets) {

    private static final int SECRET_LENGTH_MIN = 16;

    SealProperties {
        acceptedSecrets = acceptedSecrets.stream().filter(each -> !each.isEmpty()).toList();
        if (Stream.concat(Stream.of(secret), acceptedSecrets.stream())
                .anyMatch(each -> each.length() < SECRET_LENGTH_MIN)) {
            throw new IllegalArgumentException(
                    "commonweal.seal.secret, and each of commonweal.seal.accepted-secrets, needs at"
                            + " least "
                            + SECRET_LENGTH_MIN
                            + " characters");
        }
    }
}
