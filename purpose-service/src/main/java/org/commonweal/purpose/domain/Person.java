package org.commonweal.purpose.domain;

/**
 * A member at one moment.
 *
 * @param delegate whether the person casts the vote of the organization
 */
public record Person(PersonId id, OrganizationId organization, boolean delegate) {}
