package org.commonweal.gateway.login;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider and our client there. Its endpoints follow from the issuer as Keycloak lays them
 * out, so that a start calls nobody; `backchannel` is where the gateway itself reaches the issuer.
 */
@ConfigurationProperties("commonweal.login")
public record LoginProperties(
        URI publicUrl,
        String issuer,
        String backchannel,
        String clientId,
        String clientSecret,
        @DefaultValue("10m") Duration loginTimeMax,
        @DefaultValue("5s") Duration providerTimeout) {

    public LoginProperties {
        if (publicUrl.getHost() == null || !publicUrl.getPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "commonweal.login.public-url must be scheme, host and port: " + publicUrl);
        }
        if (issuer.endsWith("/") || URI.create(issuer).getHost() == null) {
            throw new IllegalArgumentException(
                    "commonweal.login.issuer must be a URL without a final slash: " + issuer);
        }
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException("commonweal.login.client-secret is missing");
        }
    }
}
