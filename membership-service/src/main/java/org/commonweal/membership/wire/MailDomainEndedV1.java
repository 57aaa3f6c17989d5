package org.commonweal.membership.wire;

import java.util.UUID;

/** A mail domain is a firm's no more: given up, or its proof was not found for days. */
public record MailDomainEndedV1(UUID mailDomain, UUID organization, String name, Cause cause) {

    public static final String TYPE = "membership.mail-domain-ended.v1";

    /** Why it ended. */
    public enum Cause {
        GIVEN_UP,
        LOST
    }
}
