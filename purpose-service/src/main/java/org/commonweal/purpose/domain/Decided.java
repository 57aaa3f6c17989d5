package org.commonweal.purpose.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A proposal, as far as it matters for what is said of it afterwards.
 *
 * @param outcome of its ballot; empty for one that was never decided, or is not yet
 * @param by who brought it up
 * @param organization of that person at that time, or as which that firm goes on
 * @param byIsMember whether that person is still a member
 * @param statements how often it was said what came of it
 * @param reviews how often it was looked at again
 * @param reviewOn when it is looked at again
 * @param ended whether a review found that it is over
 */
public record Decided(
        Optional<Outcome> outcome,
        PersonId by,
        OrganizationId organization,
        boolean byIsMember,
        long statements,
        long reviews,
        Optional<LocalDate> reviewOn,
        boolean ended) {

    boolean isAdopted() {
        return outcome.filter(Outcome.ADOPTED::equals).isPresent();
    }

    /** Who proposed it, and when that person has left the delegates of the firm. */
    public boolean isSpokenForBy(Member member) {
        return byIsMember
                ? by.equals(member.person())
                : member.delegate() && organization.equals(member.organization());
    }
}
