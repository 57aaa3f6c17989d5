package org.commonweal.purpose.asking;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks who has become a delegate for what is still needed of the own firm, and no longer asks who
 * is none. The electorate stays as it was: firms are frozen in it, persons are not. A place at a
 * second firm, whose standing is told under its own id, has no vote and asks for nothing. Who
 * proposed what is to be reviewed and leaves, leaves that to the delegates of the firm, or of the
 * one as which it goes on.
 */
@Component
class AskDelegates implements EventHandler {

    private final DelegateNeeds needs;

    AskDelegates(DelegateNeeds needs) {
        this.needs = needs;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.standing-changed.v1", "membership.organization-left.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        if (event.type().equals("membership.organization-left.v1")) {
            var left = event.as(OrganizationLeftV1.class);
            return left.into() == null
                    ? Mono.empty()
                    : needs.handOver(event, left.organization(), left.into());
        }
        var changed = event.as(StandingChangedV1.class);
        return event.subject().equals(changed.person())
                ? needs.settle(event, changed)
                : Mono.empty();
    }

    /** Whose standing it is; what it is by now stands in this service's own copy. */
    record StandingChangedV1(UUID person, long version) {}

    /**
     * @param into the firm as which it goes on, or null
     */
    record OrganizationLeftV1(UUID organization, @Nullable UUID into) {}
}
