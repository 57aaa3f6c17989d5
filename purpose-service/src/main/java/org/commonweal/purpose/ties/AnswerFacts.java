package org.commonweal.purpose.ties;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventBatchHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What was given waits for an answer; an answer, also one that declines with a reason, is one half
 * of a tie between two people of two firms. No inbox: the effects are the same however often they
 * come.
 */
@Component
class AnswerFacts implements EventBatchHandler {

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
    public Mono<?> handle(List<Event> events) {
        return ties.keep(
                events.getFirst().alliance(), events.stream().map(AnswerFacts::told).toList());
    }

    private static Ties.Told told(Event event) {
        if (event.type().equals(SUBMITTED)) {
            return new Ties.Told(event.as(SubmittedV1.class).contribution(), null, null);
        }
        var answer = event.as(AnsweredV1.class);
        return new Ties.Told(answer.contribution(), answer.author(), answer.by());
    }

    record SubmittedV1(UUID contribution) {}

    /** What an acknowledgement and a refusal have in common. */
    record AnsweredV1(UUID contribution, UUID by, UUID author) {}
}
