package org.commonweal.membership.me;

import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is refused to a person about themselves. */
public final class MyProblems {

    private MyProblems() {}

    /** Until the login begins anew there is nobody behind it. */
    public static Problem erased(Tombstones.Tombstone tombstone) {
        return Problem.refusal(
                        HttpStatus.GONE,
                        "erased",
                        "Your data was erased",
                        "On %s what was known of you here was erased. You may begin anew, as somebody else."
                                .formatted(tombstone.at()))
                .allowed("begin-anew", "/api/me/new-beginning");
    }
}
