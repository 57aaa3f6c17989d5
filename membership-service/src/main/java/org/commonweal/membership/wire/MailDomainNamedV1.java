package org.commonweal.membership.wire;

import java.util.UUID;

/** A firm says that a mail domain is its own; that proves nothing yet. Told to the firm alone. */
public record MailDomainNamedV1(UUID mailDomain, UUID organization, String name) {

    public static final String TYPE = "membership.mail-domain-named.v1";
}
