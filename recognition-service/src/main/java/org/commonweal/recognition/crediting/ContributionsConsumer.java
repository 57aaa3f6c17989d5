package org.commonweal.recognition.crediting;

import java.util.List;
import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventBatchHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Listens to contribution-service. No inbox: the effects are the same however often they come. */
@Component
class ContributionsConsumer implements EventBatchHandler {

    private static final String SUBMITTED = "contribution.submitted.v1";
    private static final String ACKNOWLEDGED = "contribution.acknowledged.v1";
    private static final String IMPORTED = "contribution.imported.v1";
    private static final String ACKNOWLEDGEMENT_IMPORTED =
            "contribution.acknowledgement-imported.v1";

    private final CreditAuthors creditAuthors;

    ContributionsConsumer(CreditAuthors creditAuthors) {
        this.creditAuthors = creditAuthors;
    }

    @Override
    public Set<String> types() {
        return Set.of(SUBMITTED, ACKNOWLEDGED, IMPORTED, ACKNOWLEDGEMENT_IMPORTED);
    }

    @Override
    public Mono<?> handle(List<Event> events) {
        var news = events.stream().map(event -> new News(event, fact(event))).toList();
        return creditAuthors.handle(events.getFirst().alliance(), news);
    }

    private Fact fact(Event event) {
        return switch (event.type()) {
            case SUBMITTED -> event.as(SubmittedV1.class).fact(event.at());
            case ACKNOWLEDGED -> event.as(AcknowledgedV1.class).fact();
            case IMPORTED -> event.as(ImportedV1.class).fact();
            case ACKNOWLEDGEMENT_IMPORTED -> event.as(AcknowledgementImportedV1.class).fact();
            default -> throw new IllegalArgumentException("not asked for: " + event.type());
        };
    }

    /** An event and what it tells. */
    record News(Event event, Fact fact) {

        boolean isHistory() {
            return event.type().equals(ACKNOWLEDGEMENT_IMPORTED);
        }
    }
}
