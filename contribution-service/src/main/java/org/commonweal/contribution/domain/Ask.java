package org.commonweal.contribution.domain;

/** An answer is asked of one person, with the reason why it must be them. */
public record Ask(PersonId of, Why why) {

    /** Why this person. */
    public enum Why {
        OWNS_THE_GOAL("You own the goal that this serves, and you are of another firm."),
        LEAST_ASKED("Somebody of another firm must answer, and of you the least is asked now."),
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
