package org.commonweal.membership.applying;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application, for the applicant and for those who decide.
 *
 * @param questions as they were when they were answered
 * @param reason what those who decided say
 * @param offer the invitation that an accepted applicant may take up
 */
record ApplicationView(
        UUID id,
        UUID person,
        String name,
        UUID organization,
        List<String> questions,
        List<String> answers,
        State state,
        Instant appliedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable UUID offer) {

    ApplicationView {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    enum State {
        OPEN,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }
}
