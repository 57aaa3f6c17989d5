package org.commonweal.purpose.domain;

import java.util.UUID;

/** One ballot. */
public record ProposalId(UUID value) {}
