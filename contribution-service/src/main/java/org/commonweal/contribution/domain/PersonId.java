package org.commonweal.contribution.domain;

import java.util.UUID;

/** A person, whatever firm they work for. */
public record PersonId(UUID value) {}
