package org.commonweal.platform.brokering;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the realm is, and the account that may write identity providers and organizations there.
 *
 * @param realm as browsers and firms' providers know it: scheme, host, {@code /realms/<name>}
 * @param backchannel the same realm as this service reaches it
 * @param testAddress where a test login ends; the id of the test follows
 * @param loopbackAllowed for a machine of one's own alone: providers on loopback, without TLS
 */
@ConfigurationProperties("commonweal.brokering")
public record BrokeringProperties(
        URI realm,
        URI backchannel,
        String clientId,
        String clientSecret,
        URI testAddress,
        @DefaultValue("false") boolean loopbackAllowed,
        @DefaultValue("3s") Duration answerTimeMax) {

    private static final String REALMS = "/realms/";

    public BrokeringProperties {
        for (var each : new URI[] {realm, backchannel}) {
            if (each.getHost() == null || !each.getPath().startsWith(REALMS)) {
                throw new IllegalArgumentException(
                        "commonweal.brokering.realm and .backchannel end with /realms/<name>: "
                                + each);
            }
        }
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException("commonweal.brokering.client-secret is missing");
        }
    }

    URI admin() {
        var name = backchannel.getPath().substring(REALMS.length());
        return backchannel.resolve("/admin/realms/" + name);
    }
}
