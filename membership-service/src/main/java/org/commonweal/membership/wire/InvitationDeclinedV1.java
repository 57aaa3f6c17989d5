package org.commonweal.membership.wire;

import java.util.UUID;

/** Told to the inviter alone; no reason is asked. */
public record InvitationDeclinedV1(UUID invitation, UUID organization, UUID inviter) {

    public static final String TYPE = "membership.invitation-declined.v1";
}
