package org.commonweal.membership.wire;

import java.util.UUID;

/** Somebody is invited; the address stays in the registry. */
public record InvitationSentV1(UUID invitation, UUID organization, UUID inviter, String ask) {

    public static final String TYPE = "membership.invitation-sent.v1";
}
