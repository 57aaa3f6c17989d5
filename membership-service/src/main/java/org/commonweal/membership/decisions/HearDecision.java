package org.commonweal.membership.decisions;

import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes in what the members decided, as purpose-service says it. */
@Component
class HearDecision implements EventHandler {

    private final CarriedDecisions decisions;

    HearDecision(CarriedDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> types() {
        return Set.of("purpose.decision-adopted.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var adopted = event.as(DecisionAdoptedV1.class);
        var order = adopted.order();
        return order == null
                ? Mono.empty()
                : decisions.carryOut(
                        new Mandate(
                                event.alliance(),
                                event.id(),
                                adopted.decision(),
                                adopted.kind(),
                                adopted.title(),
                                event.at()),
                        order);
    }
}
