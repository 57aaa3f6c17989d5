package org.commonweal.purpose.loading;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Casting;

/** Why a member cannot vote on a ballot, for clients and for people. */
public final class CastingProblems {

    private CastingProblems() {}

    public static Problem of(Casting.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case NOT_A_DELEGATE ->
                    Problem.refusal(
                            FORBIDDEN,
                            "not-a-delegate",
                            "You are no delegate",
                            "Only a delegate casts the vote of your firm, or who stands in for one.");
            case NOT_IN_ELECTORATE ->
                    Problem.refusal(
                            FORBIDDEN,
                            "not-in-electorate",
                            "You are not in the electorate",
                            "It was frozen at the opening, when your firm had no delegate, or you were"
                                    + " no member. You can vote on the next ballot.");
            case RECUSED ->
                    Problem.refusal(
                            CONFLICT,
                            "recused",
                            "This is left to the others",
                            "Your vote was recused and is not counted. Take the recusal back to vote.");
            case BALLOT_NOT_OPEN ->
                    Problem.refusal(
                            CONFLICT,
                            "ballot-not-open",
                            "No ballot is open",
                            "It is talked about, or is over without a vote. Say what you think instead.");
            case CHOICE_NOT_OFFERED ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "choice-not-offered",
                                    "This ballot does not offer that",
                                    "It is decided by yes and no, and by its rule nobody can stop it"
                                            + " alone.")
                            .error("/choice", "is not offered on this ballot");
            case REASON_MISSING ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "reason-missing",
                                    "A reason is missing",
                                    "Who stops a proposal alone says why, so that it can be mended.")
                            .error("/reason", "says why, and is missing");
            case NO_PROXY ->
                    Problem.refusal(
                            FORBIDDEN,
                            "no-proxy",
                            "You do not hold this vote",
                            "Whoever gave it took it back, or its time is over, or it was never"
                                    + " accepted. You can cast your own.");
            case CAST_BY_ITS_OWN ->
                    Problem.refusal(
                            CONFLICT,
                            "cast-by-its-own",
                            "Whose vote it is has voted",
                            "Their own vote stands, and nobody casts another in their stead.");
            case SPLIT_NOT_OFFERED ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "split-not-offered",
                                    "A vote on this is one",
                                    "Where persons vote each says for themselves, and options are"
                                            + " marked by the whole vote. Only a firm's yes or no has"
                                            + " parts.")
                            .error("/split", "is not offered on this ballot");
            case SPLIT_NOT_WHOLE ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "split-not-whole",
                                    "The shares are not the whole vote",
                                    "Name one choice, or shares per million that are 1000000"
                                            + " together.")
                            .error("/split", "must be 1000000 in all");
            case CAUCUS_SILENT ->
                    Problem.refusal(
                            CONFLICT,
                            "caucus-silent",
                            "Your firm's caucus has said nothing",
                            "Cast a choice of your own, or wait until somebody of your firm has said"
                                    + " what they think.");
            case BALLOT_ANONYMOUS ->
                    Problem.refusal(
                            CONFLICT,
                            "ballot-anonymous",
                            "This ballot is anonymous",
                            "It takes no vote that comes with a name. Get a voting paper, and put the"
                                    + " vote into the box with it.");
            case PAPER_SIGNED ->
                    Problem.refusal(
                            CONFLICT,
                            "paper-signed",
                            "Your voting paper was signed already",
                            "A vote of yours may be in the box, and nobody can tell which, so it cannot be"
                                    + " taken out. Put in one that abstains.");
            case BALLOT_CLOSED ->
                    Problem.refusal(
                            CONFLICT,
                            "ballot-closed",
                            "The ballot is closed",
                            "Its time is over, and what was cast by then counts.");
        };
    }
}
