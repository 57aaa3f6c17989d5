package org.commonweal.contribution.domain;

/** A named person who acts for a firm. */
public record Member(PersonId person, OrganizationId firm) {

    boolean isOfAnotherFirmThan(Member other) {
        return !firm.equals(other.firm);
    }

    /** Somebody else, who acts for another firm: only such a one answers. */
    boolean isIndependentOf(Member author) {
        return isOfAnotherFirmThan(author) && !person.equals(author.person);
    }
}
