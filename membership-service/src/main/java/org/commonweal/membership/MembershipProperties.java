package org.commonweal.membership;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What membership-service alone needs.
 *
 * @param pulseInterval how often the others hear that their standings are fresh
 * @param publicAddress where people open the client, for links in mails
 */
@ConfigurationProperties("commonweal.membership")
public record MembershipProperties(Duration pulseInterval, String publicAddress, String mailFrom) {
    public MembershipProperties {
        if (pulseInterval.toMillis() < 50 || pulseInterval.toMillis() > 1_000) {
            throw new IllegalArgumentException(
                    "commonweal.membership.pulse-interval must be in [50ms, 1s]");
        }
    }
}
