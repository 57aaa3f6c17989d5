package org.commonweal.purpose.domain;

import java.time.Instant;

/** A ballot as it opens; from then on its motion, charter and electorate are frozen. */
public record Ballot(
        ProposalId id,
        Motion motion,
        Instant opensAt,
        Instant closesAt,
        Charter charter,
        Electorate electorate) {}
