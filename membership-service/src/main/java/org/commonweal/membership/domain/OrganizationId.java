package org.commonweal.membership.domain;

import java.util.UUID;

/** An organization of an alliance. */
public record OrganizationId(UUID value) {}
