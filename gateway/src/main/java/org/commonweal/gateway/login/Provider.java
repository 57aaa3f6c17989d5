package org.commonweal.gateway.login;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Keycloak as this gateway sees it: one registration, one bounded way to call it. */
@Configuration(proxyBeanMethods = false)
class Provider {

    static final String REGISTRATION = "commonweal";

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(LoginProperties login) {
        String browser = login.issuer() + "/protocol/openid-connect";
        String backchannel = login.backchannel() + "/protocol/openid-connect";
        return new InMemoryReactiveClientRegistrationRepository(
                ClientRegistration.withRegistrationId(REGISTRATION)
                        .clientId(login.clientId())
                        .clientSecret(login.clientSecret())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(login.publicUrl() + "/login/oauth2/code/" + REGISTRATION)
                        .scope("openid", "profile", "email")
                        .issuerUri(login.issuer())
                        .authorizationUri(browser + "/auth")
                        .tokenUri(backchannel + "/token")
                        .jwkSetUri(backchannel + "/certs")
                        .userNameAttributeName(IdTokenClaimNames.SUB)
                        .providerConfigurationMetadata(
                                Map.of("end_session_endpoint", browser + "/logout"))
                        .build());
    }

    @Bean
    WebClient providerClient(LoginProperties login) {
        HttpClient http = HttpClient.create().responseTimeout(login.providerTimeout());
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            WebClient providerClient, LoginProperties login) {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(providerClient.mutate().filter(ClientSecrets.of(login)).build());
        return client;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshExchange(
            WebClient providerClient, LoginProperties login) {
        var client = new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(providerClient.mutate().filter(ClientSecrets.of(login)).build());
        return client;
    }
}
