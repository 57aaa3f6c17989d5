package org.commonweal.purpose.proposing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Opening;

/** Why a proposal does not go on from another, for clients and for people. */
final class FollowProblems {

    private FollowProblems() {}

    static Problem of(Opening.FollowRefused refused) {
        return switch (refused) {
            case Opening.FollowsUnknown _ ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "follows-unknown",
                                    "There is no such proposal",
                                    "Name a proposal of this alliance to go on from.")
                            .error("/follows", "is no proposal of this alliance");
            case Opening.FollowedNotOver _ ->
                    Problem.refusal(
                            CONFLICT,
                            "followed-not-over",
                            "That proposal is not over",
                            "Go on from what is decided, withdrawn or expired. Until then say there"
                                    + " what you think.");
        };
    }
}
