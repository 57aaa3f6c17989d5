package org.commonweal.membership.wire;

import java.util.UUID;

/** A code goes to one of the addresses that every mail domain has; told to the firm alone. */
public record MailDomainMailAskedV1(UUID mailDomain, UUID organization) {

    public static final String TYPE = "membership.mail-domain-mail-asked.v1";
}
