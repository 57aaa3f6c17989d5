package org.commonweal.gateway.login;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider and our client there. Its endpoints follow from the issuer as Keycloak lays them
 * out, so that a start calls nobody; `backchannel` is where the gateway itself reaches the issuer.
 * `otherClientSecrets` are tried when the provider refuses the first, while it is being changed.
 */
@ConfigurationProperties("commonweal.login")
public record LoginProperties(
        URI publicUrl,
        String issuer,
        String backchannel,
        String clientId,
        String clientSecret,
        @DefaultValue List<String> otherClientSecrets,
        @DefaultValue("10m") Duration loginTimeMax,
        @DefaultValue("5s") Duration providerTimeout) {

    public LoginProperties {
        otherClientSecrets = otherClientSecrets.stream().filter(each -> !each.isEmpty()).toList();
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
