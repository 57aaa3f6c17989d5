package org.commonweal.contribution.domain;

import java.util.UUID;

/** A firm, or the sponsor, of an alliance. */
public record OrganizationId(UUID value) {}
