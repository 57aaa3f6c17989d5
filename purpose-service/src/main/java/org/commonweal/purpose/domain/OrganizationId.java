package org.commonweal.purpose.domain;

import java.util.UUID;

/** An organization of the alliance: a firm, or the sponsor like any firm. */
public record OrganizationId(UUID value) {}
