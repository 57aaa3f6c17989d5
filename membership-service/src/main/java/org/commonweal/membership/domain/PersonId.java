package org.commonweal.membership.domain;

import java.util.UUID;

/** A human being, whatever the login, the employer or the alliance. */
public record PersonId(UUID value) {}
