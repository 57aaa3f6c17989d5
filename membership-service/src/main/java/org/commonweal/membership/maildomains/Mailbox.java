package org.commonweal.membership.maildomains;

import java.util.Locale;
import org.commonweal.membership.domain.DomainName;

/** Addresses that only whoever runs a domain's mail can read (RFC 2142). */
enum Mailbox {
    POSTMASTER,
    HOSTMASTER,
    ADMIN;

    String at(DomainName domain) {
        return name().toLowerCase(Locale.ROOT) + "@" + domain.value();
    }
}
