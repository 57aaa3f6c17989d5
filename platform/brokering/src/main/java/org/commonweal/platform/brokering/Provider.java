package org.commonweal.platform.brokering;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm's provider as it is wanted.
 *
 * @param alias its name in the realm, and the {@code idp} of the tokens that come through it
 * @param domains the firm's mail domains: a login proves addresses in these alone
 * @param stage only LIVE is found by mail domain and proves addresses
 * @param chosen whether other providers of the firm are live too, so that people choose
 */
public record Provider(
        String alias,
        UUID firm,
        String name,
        Protocol protocol,
        SortedSet<String> domains,
        Stage stage,
        boolean chosen) {

    public Provider {
        domains = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(domains));
    }

    /** The name of the firm's organization in the realm. */
    String organization() {
        return "firm-" + firm;
    }

    /** How far it has come. */
    public enum Stage {
        TRIAL,
        LIVE,
        RETIRED
    }

    /** How it speaks. */
    public sealed interface Protocol {

        /**
         * OpenID Connect.
         *
         * @param issuer under which the provider describes itself
         */
        record Oidc(String issuer, String clientId, String clientSecret) implements Protocol {

            @Override
            public String toString() {
                return "Oidc[" + issuer + ", " + clientId + "]";
            }
        }

        /** SAML 2.0 by its metadata: an address, or the document itself. */
        record Saml(@Nullable String metadataAddress, @Nullable String metadata)
                implements Protocol {}
    }
}
