package org.commonweal.purpose.domain;

import java.util.UUID;

/** A person, as membership-service names them. */
public record PersonId(UUID value) {}
