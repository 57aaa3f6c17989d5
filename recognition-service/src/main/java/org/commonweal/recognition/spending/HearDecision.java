package org.commonweal.recognition.spending;

import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes in what the members decided to spend, as purpose-service says it. */
@Component
class HearDecision implements EventHandler {

    private final SpentPools pools;

    HearDecision(SpentPools pools) {
        this.pools = pools;
    }

    @Override
    public Set<String> types() {
        return Set.of("purpose.decision-adopted.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var adopted = event.as(DecisionAdoptedV1.class);
        var spending = adopted.spending();
        return spending == null
                ? Mono.empty()
                : pools.spend(
                        new Mandate(
                                event.alliance(),
                                event.id(),
                                adopted.decision(),
                                adopted.title(),
                                event.at()),
                        spending);
    }
}
