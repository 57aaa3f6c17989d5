package org.commonweal.recognition.spending;

import java.util.Locale;
import org.commonweal.recognition.domain.Spending.Obstacle;

/** What is said when a pool does not pay: a code for programs, a sentence for people. */
final class Obstacles {

    private Obstacles() {}

    /** Such as {@code pool-balance-too-low}. */
    static String code(Obstacle reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sentence(Obstacle reason) {
        return switch (reason) {
            case POOL_UNKNOWN -> "There is no such pool.";
            case POOL_NOT_OPEN -> "The pool was not confirmed by another organization.";
            case PAYEE_MISSING -> "The decision names nobody who is paid.";
            case PAYEE_UNKNOWN -> "Who is paid has never been of this alliance.";
            case POOL_OTHER_CURRENCY -> "The pool is in another currency.";
            case POOL_BALANCE_TOO_LOW -> "The pool holds less than what was to be spent.";
        };
    }
}
