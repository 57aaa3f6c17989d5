package org.commonweal.platform.test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

/** Spring Security's own decoder is the judge, set up as a service sets it up. */
class TestTokensTest {

    private final TestTokens tokens = TestTokens.start();

    @AfterEach
    void stop() {
        tokens.close();
    }

    @Test
    void a_good_token_carries_the_claims_of_the_identity_provider() {
        var token = decode(tokens.of("s-1", "Ines Prado", "ines@quay.example", "quay"));
        assertThat(token.getSubject()).isEqualTo("s-1");
        assertThat(token.getIssuer()).hasToString(tokens.issuer());
        assertThat(token.getAudience()).containsExactly("commonweal-api");
        assertThat(token.getClaimAsString("name")).isEqualTo("Ines Prado");
        assertThat(token.getClaimAsString("email")).isEqualTo("ines@quay.example");
        assertThat(token.getClaimAsBoolean("email_verified")).isTrue();
        assertThat(token.getClaimAsString("idp")).isEqualTo("quay");
        assertThat(decode(tokens.of("s-2")).hasClaim("idp")).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> what_must_be_refused_is_refused() {
        return Stream.of(
                refused("expired", "expired", tokens.expired("s-3")),
                refused("for another audience", "aud", tokens.forAnotherAudience("s-4")),
                refused("of another issuer", "iss", tokens.ofAnotherIssuer("s-5")),
                refused("signed by a stranger", "signature", tokens.signedByAStranger("s-6")));
    }

    private DynamicTest refused(String name, String reason, String token) {
        return DynamicTest.dynamicTest(
                name,
                () ->
                        assertThatThrownBy(() -> decode(token))
                                .isInstanceOf(JwtException.class)
                                .hasStackTraceContaining(reason));
    }

    private Jwt decode(String token) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(tokens.keys().toString()).build();
        var audience =
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, aud -> aud != null && aud.contains(TestTokens.AUDIENCE));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(tokens.issuer()), audience));
        var decoded = decoder.decode(token).block(Duration.ofSeconds(10));
        return requireNonNull(decoded);
    }
}
