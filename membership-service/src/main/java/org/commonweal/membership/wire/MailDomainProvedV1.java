package org.commonweal.membership.wire;

import java.util.UUID;
import org.commonweal.membership.domain.MailDomain;

/** A mail domain is proved to be one firm's, and so no other's of the alliance. */
public record MailDomainProvedV1(
        UUID mailDomain, UUID organization, String name, MailDomain.Method method) {

    public static final String TYPE = "membership.mail-domain-proved.v1";
}
