package org.commonweal.membership.ownlogin;

import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a firm's own login is not changed. */
final class OwnLoginProblems {

    private OwnLoginProblems() {}

    static Problem notAnAdministrator() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "not-an-administrator",
                "Only your firm's administrators may do this",
                "Ask a delegate of your firm.");
    }

    static Problem toldBefore() {
        return Problem.refusal(
                HttpStatus.CONFLICT,
                "scim-token-told",
                "The token was told once",
                "A token is told once and kept nowhere. Make another; it replaces this one.");
    }
}
