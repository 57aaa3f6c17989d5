package org.commonweal.purpose.proposing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Deliberation;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.Part;
import org.commonweal.purpose.domain.poll.Fault;
import org.commonweal.purpose.loading.ClassProblems;

/** Why a ballot does not open, for clients and for people. */
final class OpeningProblems {

    private OpeningProblems() {}

    static Problem of(Opening.Refused refused) {
        return switch (refused) {
            case Opening.IdTaken _ -> Problem.idTaken();
            case Opening.ClassNotAllowed _ -> ClassProblems.membersAlone();
            case Opening.PurposeUnknown _ ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "purpose-unknown",
                                    "There is no such purpose",
                                    "Name a draft of this alliance.")
                            .error("/purpose", "is no purpose of this alliance");
            case Opening.AlreadyActive _ ->
                    Problem.refusal(
                            CONFLICT,
                            "purpose-already-active",
                            "The alliance has an active purpose",
                            "Close it by a decision first. Another scope beside it would be another"
                                    + " community: found a new alliance.");
            case Opening.AlreadyProposed _ ->
                    Problem.refusal(
                            CONFLICT,
                            "purpose-already-proposed",
                            "A ballot is open",
                            "What is voted on is decided by one ballot at a time. Wait for the open one to"
                                    + " close.");
            case Opening.PurposeClosed _ ->
                    Problem.refusal(
                            CONFLICT,
                            "purpose-closed",
                            "The purpose is closed",
                            "It is over. Put a draft to the vote instead.");
            case Opening.NotRatified _ ->
                    Problem.refusal(
                            CONFLICT,
                            "purpose-not-ratified",
                            "The purpose is not active",
                            "Only the active purpose is renewed or closed. Change a draft instead.");
            case Opening.FollowRefused why -> FollowProblems.of(why);
            case Opening.DeadlineNotLater(var present) ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "deadline-not-later",
                                    "The deadline is not later",
                                    "A renewal gives more time: a day after %s and after the"
                                                    .formatted(present)
                                            + " ballot's close.")
                            .error("/renewal/deadline", "is too early");
            case Opening.RulesAlreadyProposed _ ->
                    Problem.refusal(
                            CONFLICT,
                            "rules-already-proposed",
                            "A ballot on the rulebook is open",
                            "One change of the rulebook at a time is voted on. Wait for the open"
                                    + " ballot to close.");
            case Opening.RulesUnchanged _ ->
                    Problem.refusal(
                            UNPROCESSABLE_CONTENT,
                            "rules-unchanged",
                            "Nothing would change",
                            "The rulebook says this already. Change at least one of its rules.");
            case Opening.PersonUnknown _ -> OrderProblems.personUnknown();
            case Opening.OfficeDayPast _ -> OrderProblems.officeDayPast();
            case Opening.RulesOutOfRange(var flaws) -> RuleProblems.of(flaws);
            case Opening.QuestionFaulty(var faults) -> faulty(faults);
            case Opening.StageRefused stage -> StageProblems.of(stage);
            case Opening.NotInDialogue _ ->
                    Problem.refusal(
                            CONFLICT,
                            "not-in-dialogue",
                            "The proposal is not in dialogue",
                            "A ballot opens on what is talked about. This one was voted on already, or"
                                    + " is over.");
            case Opening.AnotherMatter _ ->
                    Problem.refusal(
                            UNPROCESSABLE_CONTENT,
                            "another-matter",
                            "That is another proposal",
                            "Other words are of the same kind and about the same purpose. Bring this up"
                                    + " as a proposal of its own.");
            case Opening.DecidedBySponsor _ ->
                    Problem.refusal(
                            CONFLICT,
                            "decided-by-sponsor",
                            "The sponsor decides this",
                            "By the rulebook a delegate of the sponsor approves it. Change the rulebook"
                                    + " by a ballot to take it over.");
            case Opening.DialogueFirst(var deliberation) -> dialogueFirst(deliberation);
            case Opening.DialogueTooShort(var until) ->
                    Problem.refusal(
                            CONFLICT,
                            "dialogue-too-short",
                            "The dialogue is not over",
                            "By the rulebook a ballot on it can open from %s on.".formatted(until));
            case Opening.VoicesMissing(var needed, var heard) ->
                    Problem.refusal(
                            CONFLICT,
                            "voices-missing",
                            "Too few firms were heard",
                            "By the rulebook %d firms are heard before a ballot opens; so far %d said"
                                            .formatted(needed, heard)
                                    + " something.");
            case Opening.ElectorateTooLarge _ -> ElectorateProblems.tooLarge();
            case Opening.OptionsNotAnonymous _ -> ElectorateProblems.optionsNotAnonymous();
            case Opening.ElectorateTooSmall(var electors) -> ElectorateProblems.tooSmall(electors);
            case Opening.Incomplete(var missing) -> incomplete(missing);
            case Opening.TooShort(var minimum) -> tooShort(minimum);
            case Opening.TooLong _ ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "ballot-too-long",
                                    "The ballot is too long",
                                    "A ballot is open for at most %d days."
                                            .formatted(Opening.LONGEST.toDays()))
                            .error("/closesAt", "is too late");
            case Opening.NobodyMayVote _ -> ElectorateProblems.nobody();
        };
    }

    private static Problem faulty(List<Fault> faults) {
        var problem =
                Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "question-faulty",
                        "The question cannot be asked so",
                        "Each method needs its options and amounts, as the errors say.");
        faults.forEach(fault -> problem.error("/question/asks" + fault.pointer(), fault.message()));
        return problem;
    }

    private static Problem dialogueFirst(Deliberation deliberation) {
        return Problem.refusal(
                CONFLICT,
                "dialogue-first",
                "The members are heard first",
                "By the rulebook it is talked about for at least %s, and %d firms are heard, before a"
                                .formatted(
                                        words(deliberation.minimum()), deliberation.voicesMinimum())
                        + " ballot opens: send it without closesAt, and open its ballot then.");
    }

    private static Problem incomplete(Set<Part> missing) {
        var problem =
                Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "purpose-incomplete",
                        "The purpose is not complete",
                        "A purpose needs an output, a measure, a deadline and a goal before it is"
                                + " voted on.");
        for (var part : missing) {
            problem.error(pointer(part), lack(part));
        }
        return problem;
    }

    private static String pointer(Part part) {
        return switch (part) {
            case OUTPUT -> "/output";
            case MEASURE -> "/measure";
            case DEADLINE -> "/deadline";
            case GOAL -> "/goal";
        };
    }

    private static String lack(Part part) {
        return switch (part) {
            case OUTPUT -> "says what will be there in the end, and is missing";
            case MEASURE -> "says by what the impact is measured, and is missing";
            case DEADLINE -> "must be a day after the ballot's close";
            case GOAL -> "says what agreed end it serves, and is missing";
        };
    }

    private static Problem tooShort(Duration minimum) {
        return Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "ballot-too-short",
                        "The ballot is too short",
                        "The rulebook says that a ballot is open for at least %s."
                                .formatted(words(minimum)))
                .error("/closesAt", "is too early");
    }

    private static String words(Duration minimum) {
        if (minimum.toSeconds() % 3600 == 0) {
            return minimum.toHours() + " hours";
        }
        return minimum.toSeconds() % 60 == 0
                ? minimum.toMinutes() + " minutes"
                : minimum.toSeconds() + " seconds";
    }
}
