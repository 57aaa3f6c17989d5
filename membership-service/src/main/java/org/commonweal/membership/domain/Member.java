package org.commonweal.membership.domain;

/** An active member and for whom they act: what a caller's standing says. */
public record Member(PersonId person, OrganizationId organization, boolean delegate) {}
