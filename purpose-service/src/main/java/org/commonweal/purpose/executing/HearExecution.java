package org.commonweal.purpose.executing;

import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears from those who carry decisions out what became of each. */
@Component
class HearExecution implements EventHandler {

    private final Executions executions;

    HearExecution(Executions executions) {
        this.executions = executions;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.decision-executed.v1", "recognition.decision-executed.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        return executions.conclude(event, event.as(DecisionExecutedV1.class));
    }
}
