package org.commonweal.purpose.alliances;

import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps which organizations take part, and which of them is the sponsor. */
@Component
class KnowOrganizations implements EventHandler {

    private final Alliances alliances;

    KnowOrganizations(Alliances alliances) {
        this.alliances = alliances;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.organization-enrolled.v1", "membership.organization-changed.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        return alliances.organization(event, event.as(OrganizationV1.class));
    }
}
