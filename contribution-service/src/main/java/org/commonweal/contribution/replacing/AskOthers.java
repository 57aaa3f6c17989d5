package org.commonweal.contribution.replacing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A whole firm has left: what was asked of its people is asked of others, one contribution after
 * the other, so that each is asked of whom the least is needed by then. The standings of all of
 * them have ended before, so none is asked in another's place.
 */
@Component
class AskOthers implements EventHandler {

    private final Leavers leavers;
    private final AskedContributions contributions;

    AskOthers(Leavers leavers, AskedContributions contributions) {
        this.leavers = leavers;
        this.contributions = contributions;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.organization-left.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var firm = event.as(OrganizationLeftV1.class).organization();
        return leavers.stillAsked(event.alliance(), firm)
                .map(person -> new AskedContributions.Gone(person, Optional.empty()))
                .concatMap(gone -> {
                    var next = contributions.replaceNext(event, gone, AskAnother::instead);
                    return next.expand(_ -> next);
                })
                .then();
    }

    record OrganizationLeftV1(UUID organization) {}
}
