package org.commonweal.purpose.proxies;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.Body;
import org.commonweal.purpose.domain.Giving;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A delegate gives the firm's vote to another member, or a person the own. */
@Component
class GiveProxy {

    private final Proxies proxies;
    private final StandingsGuard guard;

    GiveProxy(Proxies proxies, StandingsGuard guard) {
        this.proxies = proxies;
        this.guard = guard;
    }

    /** The decision; empty when the caller has no standing. */
    Mono<Giving> handle(Command command) {
        return guard.fresh(
                command.caller(),
                Guard.twice(
                        Mono.defer(() -> proxies.give(command, found -> decide(command, found)))));
    }

    private static Giving decide(Command command, Proxies.Found found) {
        return switch (found.earlier()) {
            case SAME -> new Giving.Repeated();
            case OTHER -> new Giving.Refused(Giving.Refusal.ID_TAKEN);
            case NONE ->
                    Giving.decide(
                            found.giver(),
                            found.holder(),
                            found.scope(command.proposal() != null, command.until()),
                            found.now());
        };
    }

    /**
     * @param proxy the id of the proxy and of the command
     * @param proposal null for all
     * @param hash of the request
     */
    record Command(
            Caller caller,
            UUID proxy,
            UUID holder,
            Body body,
            @Nullable UUID proposal,
            @Nullable Instant until,
            String hash) {}
}
