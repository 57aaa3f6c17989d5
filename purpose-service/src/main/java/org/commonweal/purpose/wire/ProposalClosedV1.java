package org.commonweal.purpose.wire;

import java.util.UUID;
import org.commonweal.purpose.domain.Outcome;

/** A ballot closed by the database clock, with its count. */
public record ProposalClosedV1(
        UUID proposal, Outcome outcome, int yes, int no, int abstain, int electorate) {

    public static final String TYPE = "purpose.proposal-closed.v1";
}
