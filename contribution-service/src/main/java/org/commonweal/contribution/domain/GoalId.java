package org.commonweal.contribution.domain;

import java.util.UUID;

/** A goal below the alliance's purpose. */
public record GoalId(UUID value) {}
