package org.commonweal.membership.moving;

import org.commonweal.membership.domain.Move;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a move is not offered or not taken up. */
final class MoveProblems {

    private static final String OFFICIALS =
            "An administrator or a delegate of your firm can offer this.";
    private static final String INVITE = "Only a member can move. Invite whoever is none.";
    private static final String WHY =
            "An offer is personal: write at least %d characters on why."
                    .formatted(Move.REASON_LEAST);
    private static final String THERE =
            "A move is taken up through the new firm's own login. Log in there and enter the code"
                    + " that you were told here.";
    private static final String OURS = "This person works for your firm already.";
    private static final String AWAIT =
            "The person has an open offer of your firm. Wait for the answer.";
    private static final String SEATS =
            "All seats of this firm are taken or promised. An administrator of the firm can add"
                    + " seats.";
    private static final String ONCE = "An offer is answered once. The firm can offer it anew.";
    private static final String TOO_OLD =
            "It could be taken up for %d days. Ask the firm for a new one."
                    .formatted(Move.STANDS_FOR.toDays());
    private static final String NEW_LOGIN =
            "This login has been a member or an applicant under its own name. Take the move up"
                    + " with a login that is new here.";
    private static final String OWN_LOGIN =
            "With this login you act for your home firm. Log in with the account that the second firm"
                    + " has given you, and enter the code that you were told here.";
    private static final String TWO =
            "A person belongs to two firms at most. The person or the second firm can end that"
                    + " first.";
    private static final String TOLD =
            "A code is told once and kept nowhere. Agree again for another; it replaces this one.";

    private MoveProblems() {}

    static Problem of(Move.Refusal reason) {
        return switch (reason) {
            case NOT_AN_OFFICIAL -> forbidden("not-an-official", "Not for you to offer", OFFICIALS);
            case OTHER_WAY_IN ->
                    forbidden("move-other-way-in", "Log in as the new firm's people do", THERE);
            case NO_MEMBER ->
                    unfit("move-of-no-member", "Not a member", INVITE)
                            .error("/person", "is not a member of the alliance");
            case REASON_MISSING ->
                    unfit("move-reason-missing", "Say why", WHY)
                            .error("/reason", "says why the firm wants this person");
            case NOT_ADDRESSED -> Problem.notFound();
            case OF_THE_FIRM -> conflict("move-within-firm", "One of your own", OURS);
            case OFFERED_ALREADY -> conflict("move-offered", "Your firm has offered it", AWAIT);
            case SEATS_TAKEN -> conflict("seats-taken", "No seat is free", SEATS);
            case ANSWERED -> conflict("move-answered", "The offer was answered", ONCE);
            case EXPIRED -> conflict("move-expired", "The offer is too old", TOO_OLD);
            case ONE_LOGIN_ONE_FIRM ->
                    conflict(
                            "one-login-one-firm",
                            "A second firm needs a login of its own",
                            OWN_LOGIN);
            case TWO_FIRMS_ALREADY ->
                    conflict("two-firms-already", "The person belongs to two firms", TWO);
            case KNOWN_AS_ANOTHER ->
                    conflict("login-known-as-another", "This login is somebody else", NEW_LOGIN);
        };
    }

    static Problem toldBefore() {
        return conflict("move-code-told", "The code was told once", TOLD);
    }

    private static Problem forbidden(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.FORBIDDEN, kebab, title, detail);
    }

    private static Problem unfit(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.UNPROCESSABLE_CONTENT, kebab, title, detail);
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
