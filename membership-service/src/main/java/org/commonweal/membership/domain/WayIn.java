package org.commonweal.membership.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a firm's people log in.
 *
 * @param provider the broker alias of the firm's own provider, or null: then accounts of the
 *     platform's realm with an address in {@code mailDomains} are the firm's
 * @param mailDomains proved by the firm, or a hint of whoever enrolled it
 * @param domainsOfOthers proved by other firms of the alliance: addresses in them are never this
 *     firm's, whatever its provider says
 */
public record WayIn(
        @Nullable String provider, List<String> mailDomains, List<String> domainsOfOthers) {
    public WayIn {
        mailDomains = normal(mailDomains);
        domainsOfOthers = normal(domainsOfOthers);
    }

    private static List<String> normal(List<String> domains) {
        return domains.stream()
                .flatMap(domain -> DomainName.of(domain).stream())
                .map(DomainName::value)
                .toList();
    }
}
