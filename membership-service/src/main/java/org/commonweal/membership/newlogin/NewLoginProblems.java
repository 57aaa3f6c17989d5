package org.commonweal.membership.newlogin;

import org.commonweal.membership.domain.NewLogin;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when no code is told, or when it is not taken. */
final class NewLoginProblems {

    private static final String NOTHING_NEW =
            "Your firm's people log in with accounts of this platform. When an administrator of"
                    + " your firm has connected its own provider, ask again.";
    private static final String ONCE =
            "A code is good once. With the login that used it you are here already; for another,"
                    + " ask for another code with that one.";
    private static final String TOO_OLD =
            "It could be brought for %d days. Ask for another one with your present login."
                    .formatted(NewLogin.CODE_STANDS_FOR.toDays());
    private static final String THE_OTHER =
            "This is the login that asked. Log in through your firm's own provider and enter the"
                    + " code there.";
    private static final String THERE =
            "The code counts with a login that came through the own provider of the firm whose"
                    + " member asked for it. Log in there and enter it again.";
    private static final String ANOTHER =
            "This login has been a member or an applicant under its own name. The code counts with"
                    + " a login that is new here.";
    private static final String TOLD =
            "A code is told once and kept nowhere. Ask for another; it replaces this one.";

    private NewLoginProblems() {}

    static Problem of(NewLogin.Refusal reason) {
        return switch (reason) {
            case CODE_UNKNOWN -> Problem.notFound();
            case NO_OWN_PROVIDER ->
                    conflict("no-own-provider", "Your firm has no other login", NOTHING_NEW);
            case CODE_USED -> conflict("login-code-used", "The code was used", ONCE);
            case CODE_EXPIRED -> conflict("login-code-expired", "The code is too old", TOO_OLD);
            case SAME_LOGIN -> conflict("login-code-same", "Use it with the other one", THE_OTHER);
            case OTHER_WAY_IN ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "login-code-other-way-in",
                            "Log in through your firm",
                            THERE);
            case KNOWN_AS_ANOTHER ->
                    conflict("login-known-as-another", "This login is somebody else", ANOTHER);
        };
    }

    static Problem toldBefore() {
        return conflict("login-code-told", "The code was told once", TOLD);
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
