package org.commonweal.recognition.domain;

import org.jspecify.annotations.Nullable;

/** One member's thanks to another, for one contribution that both can read again. */
public record ThankYou(
        ThankYouId id,
        ContributionId contribution,
        String title,
        PersonId from,
        OrganizationId fromOrganization,
        PersonId to,
        String text) {

    public static final int TEXT_MAX = 500;

    public ThankYou {
        if (text.isBlank() || text.codePointCount(0, text.length()) > TEXT_MAX) {
            throw new IllegalArgumentException("a thank-you has 1 to " + TEXT_MAX + " characters");
        }
    }

    /** Who gives thanks, and for which firm today. */
    public record Giver(PersonId person, OrganizationId organization) {}

    /** A contribution that can be named. */
    public record Work(ContributionId id, String title, PersonId author) {}

    /** What became of the wish to give thanks. */
    public sealed interface Decision {
        /** It is given. */
        record Given(ThankYou thankYou) implements Decision {}

        /** It is not, and why. */
        record Refused(Refusal reason) implements Decision {}
    }

    /** Why thanks are not given. */
    public enum Refusal {
        CONTRIBUTION_UNKNOWN,
        TO_SELF
    }

    /**
     * Thanks go to the author of a known contribution, and never to oneself.
     *
     * @param work null when no such contribution is known
     */
    public static Decision give(ThankYouId id, Giver giver, @Nullable Work work, String text) {
        if (work == null) {
            return new Decision.Refused(Refusal.CONTRIBUTION_UNKNOWN);
        }
        if (work.author().equals(giver.person())) {
            return new Decision.Refused(Refusal.TO_SELF);
        }
        return new Decision.Given(
                new ThankYou(
                        id,
                        work.id(),
                        work.title(),
                        giver.person(),
                        giver.organization(),
                        work.author(),
                        text));
    }
}
