package org.commonweal.purpose.proxies;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Giving;
import org.commonweal.purpose.domain.ProxyAnswer;
import org.commonweal.purpose.loading.CastingProblems;
import org.commonweal.purpose.loading.ClassProblems;

/** Why a vote is not given, or its proxy not answered, for clients and for people. */
final class ProxyProblems {

    private ProxyProblems() {}

    static Problem of(Giving.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case NOT_A_DELEGATE -> CastingProblems.of(Casting.Refusal.NOT_A_DELEGATE);
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case HOLDER_UNKNOWN ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "proxy-holder-unknown",
                                    "A vote is held by a member",
                                    "Name somebody who is a member of this alliance today, of any"
                                            + " firm.")
                            .error("/holder", "is no member here");
            case HOLDER_VOTES_ANYHOW ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "proxy-holder-votes-anyhow",
                                    "This person casts that vote anyhow",
                                    "A vote is given to somebody else than its owner and the firm's"
                                            + " own delegates.")
                            .error("/holder", "casts this vote anyhow");
            case HOLDER_FULL -> full();
            case PROPOSAL_UNKNOWN ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "proposal-unknown",
                                    "There is no such proposal",
                                    "Name a proposal of this alliance, or none for all of them.")
                            .error("/proposal", "is not known here");
            case PROPOSAL_OVER -> CastingProblems.of(Casting.Refusal.BALLOT_CLOSED);
            case PROPOSAL_ANONYMOUS ->
                    Problem.refusal(
                            CONFLICT,
                            "ballot-anonymous",
                            "This ballot is anonymous",
                            "Nobody can cast a vote for another there. Get a voting paper yourself.");
            case DATES ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "proxy-dates",
                                    "A proxy has an end",
                                    "It ends later than now, and within %d days."
                                            .formatted(Giving.TERM_MAX.toDays()))
                            .error("/until", "is out of range");
            case GIVEN_ALREADY ->
                    Problem.refusal(
                            CONFLICT,
                            "proxy-given",
                            "This vote is given already",
                            "One holds it at a time. Take the other proxy back first.");
        };
    }

    static Problem of(ProxyAnswer.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case NOT_THE_HOLDER ->
                    Problem.refusal(
                            FORBIDDEN,
                            "not-the-holder",
                            "It is given to somebody else",
                            "Only who is to hold a vote accepts or declines it; who gave it can take"
                                    + " it back.");
            case NOT_THE_GIVER -> CastingProblems.of(Casting.Refusal.NOT_A_DELEGATE);
            case HOLDER_FULL -> full();
            case OVER ->
                    Problem.refusal(
                            CONFLICT,
                            "proxy-over",
                            "This proxy is over",
                            "It was answered, taken back, or its time has passed. Another one can be"
                                    + " given.");
        };
    }

    private static Problem full() {
        return Problem.refusal(
                CONFLICT,
                "proxies-full",
                "As many votes are held as the rulebook allows",
                "One person votes for a bounded number of others. Hand one back, or name somebody"
                        + " else.");
    }
}
