package org.commonweal.purpose.domain;

/**
 * By which terms an alliance decides: its founder's are version 1, each later version is a
 * decision's. A ballot keeps the one under which it was opened.
 */
public record Charter(long version, Terms terms) {

    /** What an adopted change makes of it. */
    Charter changed(Terms next) {
        return new Charter(version + 1, next);
    }
}
