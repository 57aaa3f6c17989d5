package org.commonweal.purpose.wire;

import java.math.BigDecimal;
import java.util.UUID;
import org.commonweal.purpose.domain.Outcome;
import org.commonweal.purpose.loading.QuestionResult;
import org.jspecify.annotations.Nullable;

/** A ballot closed by the database clock, with its count in votes. */
public record ProposalClosedV1(
        UUID proposal,
        Outcome outcome,
        BigDecimal yes,
        BigDecimal no,
        BigDecimal abstain,
        BigDecimal block,
        BigDecimal electorate,
        @Nullable QuestionResult result) {

    public static final String TYPE = "purpose.proposal-closed.v1";
}
