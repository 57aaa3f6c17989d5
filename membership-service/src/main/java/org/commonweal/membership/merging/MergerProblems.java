package org.commonweal.membership.merging;

import org.commonweal.membership.domain.Merger;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a merger is not proposed or not answered. */
final class MergerProblems {

    private static final String EACH = "Each firm decides for itself; this one is not yours.";
    private static final String ADMINISTRATORS =
            "An administrator of your firm decides as which firm it goes on.";
    private static final String ITSELF = "Name another firm of the alliance.";
    private static final String AWAY =
            "One of the two is not here, or has said its last day. It can take that back first.";
    private static final String SPONSOR =
            "The sponsor has one voice as any firm. No firm goes on as the sponsor, and the sponsor"
                    + " as none; its people may move one by one.";
    private static final String OPEN =
            "Your firm, or the other one to yours, has proposed a merger. Answer that, or take it"
                    + " back.";
    private static final String READ =
            "Read again how many people go on for the other firm, and confirm that number.";
    private static final String SEATS =
            "Your firm has fewer free seats than people who come. Add seats, and accept then.";
    private static final String ONCE = "A proposal is answered once. It can be proposed anew.";
    private static final String TOO_OLD =
            "It could be accepted for %d days. Propose it anew."
                    .formatted(Merger.STANDS_FOR.toDays());

    private MergerProblems() {}

    static Problem of(Merger.Refusal reason) {
        return switch (reason) {
            case OTHER_FIRM -> forbidden("other-firm", "Not your firm", EACH);
            case NOT_AN_ADMINISTRATOR ->
                    forbidden(
                            "not-an-administrator",
                            "Only an administrator of the firm may do this",
                            ADMINISTRATORS);
            case FIRM_ITSELF -> conflict("merger-with-itself", "That is one firm", ITSELF);
            case FIRM_AWAY -> conflict("merger-firm-away", "The firm is not here", AWAY);
            case SPONSOR -> conflict("merger-with-sponsor", "Not with the sponsor", SPONSOR);
            case PROPOSED_ALREADY -> conflict("merger-proposed", "There is an open proposal", OPEN);
            case UNCONFIRMED ->
                    Problem.refusal(
                                    HttpStatus.PRECONDITION_FAILED,
                                    "merger-unconfirmed",
                                    "The number of people is another one",
                                    READ)
                            .error("/people", "is not how many people the firm has");
            case SEATS_TAKEN -> conflict("seats-taken", "Too few seats are free", SEATS);
            case ANSWERED -> conflict("merger-answered", "The proposal was answered", ONCE);
            case EXPIRED -> conflict("merger-expired", "The proposal is too old", TOO_OLD);
        };
    }

    private static Problem forbidden(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.FORBIDDEN, kebab, title, detail);
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
