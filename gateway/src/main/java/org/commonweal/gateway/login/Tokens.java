package org.commonweal.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.web.server.WebSession;

/**
 * The tokens of a session, and nothing of the client that got them: its secret may be another by
 * the time they are renewed.
 */
public record Tokens(
        String access,
        @Nullable Instant issued,
        @Nullable Instant expires,
        String scope,
        @Nullable String refresh) {

    /** The session's attribute that holds them. */
    public static final String ATTRIBUTE = "tokens";

    /** Longer than the provider may take to renew them. */
    private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(10);

    static Tokens of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh) {
        return new Tokens(
                access.getTokenValue(),
                access.getIssuedAt(),
                access.getExpiresAt(),
                String.join(" ", access.getScopes()),
                refresh == null ? null : refresh.getTokenValue());
    }

    /** What the session holds, as this request knows it. */
    public static Optional<Tokens> of(WebSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE));
    }

    void putInto(WebSession session) {
        session.getAttributes().put(ATTRIBUTE, this);
    }

    /** Whether the access token is over, or nearly so, and can be exchanged for another. */
    boolean areDue(Instant now) {
        return due().filter(due -> !now.isBefore(due)).isPresent();
    }

    /** When that will be; never, if they cannot be exchanged. */
    Optional<Instant> due() {
        return refresh == null || expires == null
                ? Optional.empty()
                : Optional.of(expires.minus(RENEWED_BEFORE_END));
    }

    OAuth2AuthorizedClient of(ClientRegistration registration, String principal) {
        return new OAuth2AuthorizedClient(
                registration,
                principal,
                accessToken(),
                refresh == null ? null : new OAuth2RefreshToken(refresh, issued));
    }

    OAuth2AccessToken accessToken() {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                access,
                issued,
                expires,
                Set.of(scope.split(" ")));
    }
}
