package org.commonweal.purpose.proxies;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What was given to or by somebody who has left is over, and does not come back with them: whoever
 * leaves alone, and each who leaves with the firm. A place at a second firm, whose standing is told
 * under its own id, has no vote to give.
 */
@Component
class EndProxies implements EventHandler {

    private final ProxyEnds ends;

    EndProxies(ProxyEnds ends) {
        this.ends = ends;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "membership.member-left.v1",
                "membership.organization-left.v1",
                "membership.standing-changed.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return switch (event.type()) {
            case "membership.member-left.v1" ->
                    ends.end(event.alliance(), event.as(MemberLeftV1.class).person());
            case "membership.organization-left.v1" ->
                    ends.end(event.alliance(), event.as(OrganizationLeftV1.class).organization());
            default -> changed(event, event.as(StandingEndedV1.class));
        };
    }

    private Mono<Long> changed(Event event, StandingEndedV1 standing) {
        return standing.isOver() && event.subject().equals(standing.person())
                ? ends.end(event.alliance(), standing.person())
                : Mono.empty();
    }

    record MemberLeftV1(UUID person) {}

    record OrganizationLeftV1(UUID organization) {}

    /**
     * @param goesOn whether the person stays, with another login or for another firm
     */
    record StandingEndedV1(UUID person, String state, @Nullable Boolean goesOn) {

        boolean isOver() {
            return state.equals("ENDED") && !Boolean.TRUE.equals(goesOn);
        }
    }
}
