package org.commonweal.contribution.domain;

import java.time.Duration;
import java.time.Instant;

/** By when the alliance's own limit wants an answer, and when half of that time has passed. */
public record AnswerClock(Instant remindAt, Instant acknowledgeBy) {

    public AnswerClock {
        if (!remindAt.isBefore(acknowledgeBy)) {
            throw new IllegalArgumentException("a reminder comes before the limit: " + remindAt);
        }
    }

    public static AnswerClock starting(Instant now, Duration limit) {
        return new AnswerClock(now.plus(limit.dividedBy(2)), now.plus(limit));
    }
}
