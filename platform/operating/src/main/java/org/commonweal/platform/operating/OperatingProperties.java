package org.commonweal.platform.operating;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a part ends.
 *
 * @param drain how long it goes on serving when it is to end, telling each connection to close
 */
@ConfigurationProperties("commonweal")
record OperatingProperties(@DefaultValue("0s") Duration drain) {

    private static final Duration DRAIN_MAX = Duration.ofMinutes(1);

    OperatingProperties {
        if (drain.isNegative() || drain.compareTo(DRAIN_MAX) > 0) {
            throw new IllegalArgumentException("commonweal.drain must be in [0s, 1m]: " + drain);
        }
    }
}
