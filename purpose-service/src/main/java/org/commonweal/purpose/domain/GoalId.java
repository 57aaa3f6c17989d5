package org.commonweal.purpose.domain;

import java.util.UUID;

/** One goal below the active purpose. */
public record GoalId(UUID value) {}
