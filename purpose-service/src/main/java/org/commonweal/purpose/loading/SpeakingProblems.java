package org.commonweal.purpose.loading;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;

import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Speaking;

/** Why something is not taken in a dialogue, for clients and for people. */
public final class SpeakingProblems {

    private SpeakingProblems() {}

    public static Problem of(Speaking.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case NOT_IN_DIALOGUE ->
                    Problem.refusal(
                            CONFLICT,
                            "not-in-dialogue",
                            "The proposal is not in dialogue",
                            "It is voted on, or is over. What was said until then stands.");
            case TEXT_CHANGED ->
                    Problem.refusal(
                            CONFLICT,
                            "text-changed",
                            "The text has changed",
                            "Read what it says now, and say what you think of that.");
            case CONCERN_UNKNOWN -> Problem.notFound();
            case NOT_WHO_RAISED_IT ->
                    Problem.refusal(
                            FORBIDDEN,
                            "not-who-raised-it",
                            "This is another member's concern",
                            "Who raised a concern says whether it is resolved. You can answer it.");
            case NOT_WHO_BROUGHT_IT_UP ->
                    Problem.refusal(
                            FORBIDDEN,
                            "not-who-brought-it-up",
                            "Another member brought this up",
                            "Who brought it up changes it and takes it back. Raise a concern, or bring"
                                    + " up a proposal of your own.");
            case WRITTEN_AS_A_DRAFT ->
                    Problem.refusal(
                            CONFLICT,
                            "written-as-a-draft",
                            "The text is a draft's",
                            "Change the draft: the dialogue has its words at once, as a version of their"
                                    + " own.");
            case DIALOGUE_FULL ->
                    Problem.refusal(
                            CONFLICT,
                            "dialogue-full",
                            "Enough was said",
                            "A dialogue takes %d voices, of one member %d. Open its ballot, or bring up a"
                                            .formatted(
                                                    Speaking.VOICES_MAX,
                                                    Speaking.VOICES_PER_MEMBER_MAX)
                                    + " better proposal.");
        };
    }
}
