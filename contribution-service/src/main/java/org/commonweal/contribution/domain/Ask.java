package org.commonweal.contribution.domain;

import java.util.Optional;

/** An answer is asked of one person, with the reason why it must be them. */
public record Ask(PersonId of, Why why) {

    /**
     * Who is asked: the goal's owner, else the member of whom the least is needed now; nobody of
     * the author's own firm.
     */
    public static Optional<Ask> of(
            Member author, Optional<Member> owner, Optional<Member> leastAsked) {
        return owner.filter(member -> member.isIndependentOf(author))
                .map(member -> new Ask(member.person(), Why.OWNS_THE_GOAL))
                .or(() ->
                        leastAsked
                                .filter(member -> member.isIndependentOf(author))
                                .map(member -> new Ask(member.person(), Why.LEAST_ASKED)));
    }

    /** Why this person. */
    public enum Why {
        OWNS_THE_GOAL("You own the goal that this serves, and you are of another firm."),
        LEAST_ASKED("Somebody of another firm must answer, and of you the least is asked now."),
        HANDED_OVER("Who was asked before named you to answer instead."),
        NOBODY_ANSWERED(
                "Nobody of another firm answered in time, so the delegates of all other firms are"
                        + " asked.");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** In words, for the person who is asked. */
        public String text() {
            return text;
        }
    }
}
