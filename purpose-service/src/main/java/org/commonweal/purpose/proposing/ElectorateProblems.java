package org.commonweal.purpose.proposing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Electorate;
import org.commonweal.purpose.domain.Secrecy;

/** Why a ballot does not open because of who would vote on it. */
final class ElectorateProblems {

    private ElectorateProblems() {}

    static Problem nobody() {
        return Problem.refusal(
                CONFLICT,
                "nobody-may-vote",
                "Nobody may vote",
                "By the rulebook there is nobody who has a vote on it.");
    }

    static Problem tooLarge() {
        return Problem.refusal(
                CONFLICT,
                "electorate-too-large",
                "The electorate is too large",
                "At most %d have a vote on one ballot.".formatted(Electorate.ELECTORS_MAX));
    }

    static Problem tooSmall(int electors) {
        return Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "electorate-too-small",
                        "Too few would hide each other",
                        ("An anonymous ballot needs at least %d electors whose votes"
                                        + " weigh the same; here they are %d. Vote by name, hidden until the"
                                        + " close.")
                                .formatted(Secrecy.ELECTORS_MIN, electors))
                .error("/anonymous", "needs more electors");
    }

    static Problem optionsNotAnonymous() {
        return Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "options-not-anonymous",
                        "A question with options is not anonymous",
                        "An order or points of one's own can be known again. Ask with yes and no, or"
                                + " hide the marks until the close.")
                .error("/anonymous", "is for yes and no");
    }
}
