package org.commonweal.membership.firmleaving;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.commonweal.platform.messaging.Ids;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a firm out when the database's clock says that its last day is over, never before. */
@Component
class PassLastDay implements DueHandler {

    private final Departures departures;

    PassLastDay(Departures departures) {
        this.departures = departures;
    }

    @Override
    public String kind() {
        return "firm-leaves";
    }

    @Override
    public Mono<Instant> act(UUID alliance, UUID subject, Instant at) {
        return departures.end(alliance, subject, Ids.ofTransition(subject, "leaves", at));
    }
}
