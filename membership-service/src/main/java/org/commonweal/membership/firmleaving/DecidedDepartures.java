package org.commonweal.membership.firmleaving;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Firms that the members remove by a decision: the SQL, inside the alliance's scope. */
public final class DecidedDepartures {

    private DecidedDepartures() {}

    /**
     * As a leaving of the firm's own: one statement ends all its memberships, and each person is
     * told. Empty when it has left meanwhile.
     *
     * @param fact the id of what is told of it
     */
    public static Mono<Instant> end(
            DatabaseClient sql, UUID alliance, UUID organization, UUID decision, UUID fact) {
        return Departures.held(sql, alliance, organization, EndOfFirm.DECIDED, fact)
                .flatMap(statement ->
                        statement.bind("decision", decision).map(Departures::leftAt).one());
    }
}
