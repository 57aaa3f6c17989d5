package org.commonweal.membership.me;

import java.util.List;
import java.util.Locale;
import org.commonweal.membership.domain.Login;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads what the identity provider proved from an access token. */
public final class TokenLogin {

    private TokenLogin() {}

    public static Login of(Jwt token) {
        var subject = token.getSubject();
        if (subject == null) {
            throw new RefusedException(Problem.notFound());
        }
        return new Login(
                String.valueOf(token.getIssuer()),
                subject,
                text(token.getClaimAsString("idp"), ""),
                text(token.getClaimAsString("name"), subject),
                Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"))
                        ? token.getClaimAsString("email")
                        : assertedInOwnDomain(token));
    }

    /** A firm's own provider proves addresses of the firm's mail domains, and of no other. */
    private static @Nullable String assertedInOwnDomain(Jwt token) {
        var email = text(token.getClaimAsString("idp_email"), "").toLowerCase(Locale.ROOT);
        var domains = text(token.getClaimAsString("idp_domains"), "").split(" ");
        var domain = email.substring(email.lastIndexOf('@') + 1);
        return !domain.isEmpty() && email.contains("@") && List.of(domains).contains(domain)
                ? email
                : null;
    }

    private static String text(@Nullable String claim, String otherwise) {
        return claim == null || claim.isBlank() ? otherwise : claim;
    }
}
