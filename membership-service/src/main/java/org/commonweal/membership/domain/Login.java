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

    /**
     * True when the login came through that firm's own way in, with an address that no other firm
     * has proved to be of its own.
     */
    public boolean speaksFor(WayIn firm) {
        var domain = mailDomain();
        if (domain.isEmpty() || firm.domainsOfOthers().contains(domain)) {
            return false;
        }
        return firm.provider() == null
                ? provider.isEmpty() && firm.mailDomains().contains(domain)
                : firm.provider().equals(provider);
    }

    /** The domain of the proven address as DNS compares it, or "" without one. */
    public String mailDomain() {
        return provenEmail == null
                ? ""
                : DomainName.ofAddress(provenEmail).map(DomainName::value).orElse("");
    }
}
