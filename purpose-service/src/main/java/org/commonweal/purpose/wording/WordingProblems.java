package org.commonweal.purpose.wording;

import java.util.TreeSet;
import java.util.UUID;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Rewording;
import org.commonweal.purpose.loading.ClassProblems;
import org.springframework.http.HttpStatus;

/** What is said to whoever proposes words that are not taken. */
final class WordingProblems {

    private WordingProblems() {}

    static Problem of(Rewording.Refusal refusal, UUID alliance) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case PURPOSE_NOT_RATIFIED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "purpose-not-ratified",
                            "There is no active purpose",
                            "A draft is changed as such, by any member and at any time.");
            case CHANGED_MEANWHILE ->
                    Problem.refusal(
                            HttpStatus.PRECONDITION_FAILED,
                            "changed-meanwhile",
                            "It changed meanwhile",
                            "The purpose says something else now. Read it again, then repeat.");
            case NOTHING_CHANGED ->
                    Problem.refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "wording-unchanged",
                            "These are the same words",
                            "Say at least one part in other words than it has now.");
            case DEADLINE_BY_BALLOT ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    "deadline-by-ballot",
                                    "More time is given by a ballot",
                                    "The deadline is what the members agreed upon. Propose to renew"
                                            + " the purpose.")
                            .error("/deadline", "is changed by a ballot alone")
                            .allowed("renew", "/api/alliances/%s/proposals".formatted(alliance));
            case OPEN_ALREADY ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    "wording-open",
                                    "Other words are proposed already",
                                    "Wait until the time of those is over, or call them major.")
                            .allowed("read", "/api/alliances/%s/wording-fixes".formatted(alliance));
        };
    }

    /** Each part that says something else is named. */
    static Problem fork(Rewording.Fork change, UUID alliance) {
        var problem =
                Problem.refusal(
                                HttpStatus.CONFLICT,
                                "purpose-change-is-a-fork",
                                "This would be another purpose",
                                "What a ratified purpose is for, who reads and who may be a member"
                                        + " stay. For another purpose found a new community, and"
                                        + " invite people to it one by one.")
                        .allowed("fork", "/api/alliances/%s/forks".formatted(alliance));
        for (var part : new TreeSet<>(change.scope())) {
            problem.error(
                    "/" + part.name().toLowerCase(java.util.Locale.ROOT), "says another thing");
        }
        if (change.audience()) {
            problem.error("/audience", "is who reads");
        }
        if (change.eligibility()) {
            problem.error("/eligibility", "is who may be a member");
        }
        return problem;
    }
}
