package org.commonweal.recognition.domain;

import java.util.UUID;

/** A piece of work that contribution-service holds. */
public record ContributionId(UUID value) {}
