package org.commonweal.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.commonweal.platform.keys.ProviderKeys;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What counts as a logout token: the provider's, for us, of now, of a session or a person, and
 * nothing that is good for something else. It is told apart from one that was shown before.
 */
@Component
class LogoutTokens {

    static final Duration SKEW_MAX = Duration.ofSeconds(60);

    /** A provider tells at once; what it said long ago is somebody else's copy. */
    static final Duration AGE_MAX = Duration.ofMinutes(5);

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;

    LogoutTokens(LoginProperties login, ProviderKeys keys, Clock clock) {
        this.clock = clock;
        NimbusReactiveJwtDecoder tokens =
                NimbusReactiveJwtDecoder.withJwkSource(keys).validateType(false).build();
        JwtTypeValidator type = new JwtTypeValidator("logout+jwt", "JWT");
        type.setAllowEmpty(true);
        tokens.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        type,
                        new JwtIssuerValidator(login.issuer()),
                        new JwtAudienceValidator(login.clientId()),
                        new JwtTimestampValidator(SKEW_MAX),
                        new JwtClaimValidator<Instant>("iat", this::isOfNow),
                        new JwtClaimValidator<Map<String, Object>>(
                                "events", events -> events != null && events.containsKey(EVENT)),
                        new JwtClaimValidator<String>("jti", id -> id != null && !id.isBlank()),
                        LogoutTokens::withoutNonce,
                        LogoutTokens::ofSomebody));
        decoder = tokens;
    }

    Mono<Jwt> read(String token) {
        return decoder.decode(token);
    }

    private boolean isOfNow(Instant issued) {
        Instant now = clock.instant();
        return issued != null
                && issued.isAfter(now.minus(AGE_MAX).minus(SKEW_MAX))
                && issued.isBefore(now.plus(SKEW_MAX));
    }

    /** An id token has one, a logout token never: the one must not pass for the other. */
    private static OAuth2TokenValidatorResult withoutNonce(Jwt token) {
        return token.hasClaim("nonce") ? refused("nonce") : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult ofSomebody(Jwt token) {
        return token.hasClaim("sid") || token.hasClaim("sub")
                ? OAuth2TokenValidatorResult.success()
                : refused("neither sid nor sub");
    }

    private static OAuth2TokenValidatorResult refused(String reason) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(reason));
    }
}
