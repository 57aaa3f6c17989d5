package org.commonweal.purpose.proposing;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.List;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Gate;
import org.commonweal.purpose.domain.RuleFlaw;

/** What is wrong with rules that are proposed, each at its place. */
final class RuleProblems {

    private RuleProblems() {}

    static Problem of(List<RuleFlaw> flaws) {
        var problem =
                Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "rule-out-of-range",
                        "A rule is out of range",
                        "A rulebook can ask that a ballot is open for between one second and %d days,"
                                        .formatted(RuleFlaw.BALLOT_MINIMUM_MAX.toDays())
                                + " and that a dialogue comes before it for at most %d days, which is"
                                        .formatted(RuleFlaw.DIALOGUE_MINIMUM_MAX.toDays())
                                + " before it is stale. A gate needs at least 1, and no more than there can"
                                + " be; other words for the purpose wait between one hour"
                                + " and %d days. What"
                                        .formatted(RuleFlaw.WORDING_WINDOW_MAX.toDays())
                                + " the alliance is for and who rules is"
                                + " decided by a ballot of its members; a delegate alone enrols"
                                + " firms, and a sponsor, where there is one, decides who belongs,"
                                + " who holds an office and what is paid.");
        for (var flaw : flaws) {
            problem.error(pointer(flaw), about(flaw) + what(flaw));
        }
        return problem;
    }

    private static String pointer(RuleFlaw flaw) {
        return switch (flaw.kind()) {
            case BALLOT_MINIMUM -> "/rules/change/ballotMinimum";
            case DIALOGUE_MINIMUM -> "/rules/change/dialogueMinimum";
            case STALE_BEFORE_BALLOT, STALE_AFTER -> "/rules/change/staleAfter";
            case GATE -> "/rules/change/thresholds/gates";
            case WORDING_WINDOW -> "/rules/change/thresholds/wordingWindow";
            case NOT_TO_BE_GIVEN_AWAY, NOBODY_DECIDES -> "/rules/change/decider";
        };
    }

    private static String about(RuleFlaw flaw) {
        return flaw.gate().<Enum<?>>map(gate -> gate).or(flaw::matter).map(Enum::name).orElse("It");
    }

    private static String what(RuleFlaw flaw) {
        return switch (flaw.kind()) {
            case BALLOT_MINIMUM -> ": the shortest ballot is out of range";
            case DIALOGUE_MINIMUM -> ": the shortest dialogue is out of range";
            case STALE_BEFORE_BALLOT -> ": a dialogue would be stale before its ballot may open";
            case STALE_AFTER ->
                    " must be between one second and %d days"
                            .formatted(RuleFlaw.STALE_AFTER_MAX.toDays());
            case GATE ->
                    " must be between 1 and %d".formatted(flaw.gate().map(Gate::most).orElse(1));
            case WORDING_WINDOW ->
                    " must be between one hour and %d days"
                            .formatted(RuleFlaw.WORDING_WINDOW_MAX.toDays());
            case NOT_TO_BE_GIVEN_AWAY -> ": the members decide it by a ballot";
            case NOBODY_DECIDES -> ": nobody could decide it alone";
        };
    }
}
