package org.commonweal.recognition.domain;

/** What the ledger counts. Hours and activity are no units, and never will be. */
public enum Unit {
    /** One contribution that somebody of another firm acknowledged. */
    CREDIT("credit");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
