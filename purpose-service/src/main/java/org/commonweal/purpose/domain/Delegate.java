package org.commonweal.purpose.domain;

/** A person who casts the vote of an organization. */
public record Delegate(PersonId person, OrganizationId organization) {}
