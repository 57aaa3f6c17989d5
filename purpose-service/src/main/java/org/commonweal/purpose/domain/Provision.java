package org.commonweal.purpose.domain;

import org.jspecify.annotations.Nullable;

/**
 * A rule in force.
 *
 * @param by the decision that made it so; null for what the founder's charter began with
 */
public record Provision(Rule rule, @Nullable ProposalId by) {}
