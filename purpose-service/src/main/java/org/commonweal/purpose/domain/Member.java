package org.commonweal.purpose.domain;

/**
 * An active member of the alliance.
 *
 * @param delegate whether the member casts the vote of the own organization
 */
public record Member(PersonId person, OrganizationId organization, boolean delegate) {}
