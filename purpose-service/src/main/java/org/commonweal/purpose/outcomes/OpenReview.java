package org.commonweal.purpose.outcomes;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks who proposed it to look at a decision again, when the day for that begins. */
@Component
class OpenReview implements DueHandler {

    private final DueReviews reviews;

    OpenReview(DueReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String kind() {
        return "outcome-review";
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return reviews.ask(alliance, subject);
    }
}
