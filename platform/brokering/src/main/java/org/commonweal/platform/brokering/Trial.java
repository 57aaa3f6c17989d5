package org.commonweal.platform.brokering;

/** What a test login showed; each has its words in the client. */
public enum Trial {
    PASSED(true),
    /** All but a name: people will be asked for it. */
    PASSED_WITHOUT_NAME(true),
    /** All, but the person has an account with that address already and keeps to it. */
    PASSED_WITH_ACCOUNT(true),
    NO_ADDRESS(false),
    OTHER_DOMAIN(false),
    /** Signature, secret or audience: the realm does not believe the answer. */
    ANSWER_REFUSED(false);

    private final boolean passed;

    Trial(boolean passed) {
        this.passed = passed;
    }

    public boolean isPassed() {
        return passed;
    }
}
