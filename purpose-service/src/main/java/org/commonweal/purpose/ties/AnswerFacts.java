package org.commonweal.purpose.ties;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What was given waits for an answer; an answer, also one that declines with a reason, is one half
 * of a tie between two people of two firms.
 */
@Component
class AnswerFacts implements EventHandler {

    private static final String SUBMITTED = "contribution.submitted.v1";

    private final Ties ties;

    AnswerFacts(Ties ties) {
        this.ties = ties;
    }

    @Override
    public Set<String> types() {
        return Set.of(SUBMITTED, "contribution.acknowledged.v1", "contribution.declined.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return event.type().equals(SUBMITTED)
                ? ties.given(event.alliance(), event.as(SubmittedV1.class).contribution())
                : ties.answered(event.alliance(), event.as(AnsweredV1.class));
    }

    record SubmittedV1(UUID contribution) {}

    /** What an acknowledgement and a refusal have in common. */
    record AnsweredV1(UUID contribution, UUID by, UUID author) {}
}
