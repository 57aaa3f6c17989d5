package org.commonweal.recognition.domain;

/** One line of a transaction. */
public record Entry(Account account, Unit unit, long amount) {

    public Entry {
        if (amount == 0) {
            throw new IllegalArgumentException("an entry moves something");
        }
    }
}
