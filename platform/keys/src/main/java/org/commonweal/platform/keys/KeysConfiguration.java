package org.commonweal.platform.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Access tokens are checked as Boot's properties say, with keys that are kept as we mean it. */
@AutoConfiguration(before = ReactiveOAuth2ResourceServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
class KeysConfiguration {

    /** A provider that is silent holds nobody up for longer. */
    private static final Duration FETCH_TIME_MAX = Duration.ofSeconds(5);

    /**
     * How much longer than it says a token is good; with its life, how long a closed account is.
     */
    private static final Duration CLOCK_DIFFERENCE_MAX = Duration.ofSeconds(10);

    @Bean
    ProviderKeys providerKeys(OAuth2ResourceServerProperties properties) {
        var http = HttpClient.create().responseTimeout(FETCH_TIME_MAX);
        var client = WebClient.builder().clientConnector(new ReactorClientHttpConnector(http));
        var address = properties.getJwt().getJwkSetUri();
        return new ProviderKeys(
                client.build(), Objects.requireNonNull(address, "jwk-set-uri"), Clock.systemUTC());
    }

    @Bean
    ReactiveJwtDecoder accessTokens(ProviderKeys keys, OAuth2ResourceServerProperties properties) {
        var jwt = properties.getJwt();
        Set<JWSAlgorithm> algorithms =
                jwt.getJwsAlgorithms().stream()
                        .map(JWSAlgorithm::parse)
                        .collect(Collectors.toSet());
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(keys)
                        .jwtProcessorCustomizer(processor ->
                                processor.setJWSKeySelector(
                                        new JWSVerificationKeySelector<>(
                                                algorithms, new JWKSecurityContextJWKSet())))
                        .build();
        var issuer = Objects.requireNonNull(jwt.getIssuerUri(), "issuer-uri");
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithValidators(
                                List.of(
                                        new JwtIssuerValidator(issuer),
                                        new JwtTimestampValidator(CLOCK_DIFFERENCE_MAX))),
                        audience(List.copyOf(jwt.getAudiences()))));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> audience(List<String> accepted) {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.stream().anyMatch(accepted::contains));
    }
}
