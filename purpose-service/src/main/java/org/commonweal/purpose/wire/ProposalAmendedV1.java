package org.commonweal.purpose.wire;

import java.util.UUID;

/** What is talked about says something else now; support is tied to what it said. */
public record ProposalAmendedV1(UUID proposal, String title, int textVersion) {

    public static final String TYPE = "purpose.proposal-amended.v1";
}
