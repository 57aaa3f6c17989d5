package org.commonweal.purpose.leaving;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A firm that has left is not waited for: on ballots on which it has not voted it leaves the
 * denominator. A vote that it cast as a member counts, for it was cast by the rules.
 */
@Component
class SettleBallots implements EventHandler {

    private final Electorates electorates;

    SettleBallots(Electorates electorates) {
        this.electorates = electorates;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.organization-left.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return electorates.settle(event, event.as(OrganizationLeftV1.class).organization());
    }

    record OrganizationLeftV1(UUID organization) {}
}
