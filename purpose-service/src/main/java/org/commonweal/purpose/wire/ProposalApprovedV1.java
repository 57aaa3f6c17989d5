package org.commonweal.purpose.wire;

import java.util.UUID;

/**
 * The sponsor decided alone what the rulebook leaves to it.
 *
 * @param organization the sponsor
 */
public record ProposalApprovedV1(
        UUID proposal, String title, UUID organization, long rulebookVersion) {

    public static final String TYPE = "purpose.proposal-approved.v1";
}
