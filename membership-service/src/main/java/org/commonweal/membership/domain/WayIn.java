package org.commonweal.membership.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a firm's people log in.
 *
 * @param provider the broker alias of the firm's own provider, or null: then accounts of the
 *     platform's realm with an address in {@code mailDomains} are the firm's
 */
public record WayIn(@Nullable String provider, List<String> mailDomains) {
    public WayIn {
        mailDomains = List.copyOf(mailDomains);
    }
}
