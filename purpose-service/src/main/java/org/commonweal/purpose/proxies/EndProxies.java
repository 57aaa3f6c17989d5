package org.commonweal.purpose.proxies;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What was given to or by somebody who has left is over, and does not come back with them: whoever
 * leaves alone, and each who leaves with the firm, whose standings are told before. Whom a
 * directory only suspends comes back to it; meanwhile it is not in force.
 */
@Component
class EndProxies implements EventHandler {

    private final ProxyEnds ends;

    EndProxies(ProxyEnds ends) {
        this.ends = ends;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.member-left.v1", "membership.organization-left.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var cause =
                event.type().equals("membership.member-left.v1")
                        ? event.as(MemberLeftV1.class).person()
                        : event.as(OrganizationLeftV1.class).organization();
        return ends.end(event.alliance(), cause, event.at());
    }

    record MemberLeftV1(UUID person) {}

    record OrganizationLeftV1(UUID organization) {}
}
