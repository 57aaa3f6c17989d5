package org.commonweal.gateway.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who logged in, as the provider names them; the same for a session and for a bearer token. */
public record Login(String issuer, String subject) {

    /** The login behind a request; nothing when it names no issuer or subject. */
    public static Optional<Login> of(Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken bearer) {
            return of(bearer.getToken().getClaimAsString("iss"), bearer.getToken().getSubject());
        }
        return authentication.getPrincipal() instanceof OidcUser user
                ? of(user.getIdToken().getClaimAsString("iss"), user.getSubject())
                : Optional.empty();
    }

    private static Optional<Login> of(@Nullable String issuer, @Nullable String subject) {
        return issuer == null || subject == null
                ? Optional.empty()
                : Optional.of(new Login(issuer, subject));
    }
}
