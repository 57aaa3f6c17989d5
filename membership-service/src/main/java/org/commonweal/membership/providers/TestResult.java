package org.commonweal.membership.providers;

import org.commonweal.platform.brokering.Trial;

/** What the last test showed: what the realm saw, or that nothing came back. */
enum TestResult {
    PASSED,
    PASSED_WITHOUT_NAME,
    PASSED_WITH_ACCOUNT,
    NO_ADDRESS,
    OTHER_DOMAIN,
    ANSWER_REFUSED,
    NOTHING_CAME;

    static TestResult of(Trial seen) {
        return switch (seen) {
            case PASSED -> PASSED;
            case PASSED_WITHOUT_NAME -> PASSED_WITHOUT_NAME;
            case PASSED_WITH_ACCOUNT -> PASSED_WITH_ACCOUNT;
            case NO_ADDRESS -> NO_ADDRESS;
            case OTHER_DOMAIN -> OTHER_DOMAIN;
            case ANSWER_REFUSED -> ANSWER_REFUSED;
        };
    }
}
