package org.commonweal.contribution.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Our copy of an alliance: its own limit for an answer, and whether it takes a history. */
@Component
class AllianceFacts implements EventHandler {

    private final Copies copies;
    private final JsonMapper json;

    AllianceFacts(Copies copies, JsonMapper json) {
        this.copies = copies;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.alliance-founded.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return copies.keep(event, json.treeToValue(event.payload(), AllianceFoundedV1.class));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AllianceFoundedV1(Duration acknowledgementLimit, UUID founder, boolean history) {}
}
