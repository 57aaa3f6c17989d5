package org.commonweal.membership.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider proved at log in.
 *
 * @param provider the broker alias through which the login came, or "" for an account of the
 *     platform's own realm
 * @param provenEmail the address in lower case, or null when the provider did not verify one
 */
public record Login(
        String issuer, String subject, String provider, String name, @Nullable String provenEmail) {

    public Login {
        provenEmail = provenEmail == null ? null : provenEmail.toLowerCase(Locale.ROOT);
    }

    /** True when the login came through that firm's own way in. */
    public boolean speaksFor(WayIn firm) {
        if (provenEmail == null) {
            return false;
        }
        return firm.provider() == null
                ? provider.isEmpty() && firm.mailDomains().contains(domain(provenEmail))
                : firm.provider().equals(provider);
    }

    private static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
