package org.commonweal.membership.maildomains;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the challenges of mail domains are looked up.
 *
 * @param resolver host and port of the DNS resolver that is asked, or blank for the system's
 * @param answerWithin how long one question waits; it is asked twice
 */
@ConfigurationProperties("commonweal.mail-domains")
record MailDomainProperties(
        @DefaultValue("") String resolver, @DefaultValue("2s") Duration answerWithin) {

    MailDomainProperties {
        if (answerWithin.toMillis() < 100 || answerWithin.toMillis() > 4_000) {
            throw new IllegalArgumentException(
                    "commonweal.mail-domains.answer-within must be in [100ms, 4s]");
        }
        address(resolver);
    }

    /** Null for the system's. */
    @Nullable InetSocketAddress resolverAddress() {
        return address(resolver);
    }

    private static @Nullable InetSocketAddress address(String resolver) {
        if (resolver.isBlank()) {
            return null;
        }
        var colon = resolver.lastIndexOf(':');
        if (colon < 1 || !resolver.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "commonweal.mail-domains.resolver is host:port, or blank");
        }
        return new InetSocketAddress(
                resolver.substring(0, colon), Integer.parseInt(resolver.substring(colon + 1)));
    }
}
