package org.commonweal.gateway.login;

import java.util.Map;
import org.commonweal.platform.keys.ProviderKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * OpenID Connect Back-Channel Logout: the provider tells us that its session is over, by a signed
 * token, and ours ends at once, open streams included.
 */
@RestController
class BackChannelLogout {

    static final String PATH = "/logout/connect/back-channel/commonweal";

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final BrowserSessions sessions;
    private final ReactiveJwtDecoder tokens;

    BackChannelLogout(BrowserSessions sessions, LoginProperties login, ProviderKeys keys) {
        this.sessions = sessions;
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSource(keys).validateType(false).build();
        JwtTypeValidator type = new JwtTypeValidator("logout+jwt", "JWT");
        type.setAllowEmpty(true);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        type,
                        new JwtIssuerValidator(login.issuer()),
                        new JwtAudienceValidator(login.clientId()),
                        new JwtTimestampValidator(),
                        new JwtClaimValidator<Map<String, Object>>(
                                "events", events -> events != null && events.containsKey(EVENT)),
                        BackChannelLogout::withoutNonce));
        tokens = decoder;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<Void> ended(ServerWebExchange exchange) {
        return exchange.getFormData()
                .mapNotNull(form -> form.getFirst("logout_token"))
                .switchIfEmpty(Mono.error(() -> refused("no logout_token")))
                .flatMap(tokens::decode)
                .doOnError(
                        JwtException.class,
                        refused -> LOG.warn("logout token refused cause={}", refused.getMessage()))
                .onErrorMap(JwtException.class, _ -> refused("logout_token"))
                .mapNotNull(token -> token.getClaimAsString("sid"))
                .flatMap(sessions::endByProvider);
    }

    /** An id token has one, a logout token never: the one must not pass for the other. */
    private static OAuth2TokenValidatorResult withoutNonce(Jwt token) {
        return token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("nonce"))
                : OAuth2TokenValidatorResult.success();
    }

    private static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }
}
