package org.commonweal.purpose.domain;

import java.time.Instant;

/** A ballot as it opens; from then on its rule and its electorate are frozen. */
public record Ballot(
        ProposalId id,
        Purpose.Draft purpose,
        Instant opensAt,
        Instant closesAt,
        Rule rule,
        Electorate electorate) {}
