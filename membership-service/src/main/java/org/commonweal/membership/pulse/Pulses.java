package org.commonweal.membership.pulse;

import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.wire.PulseV1;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Pulses in the write-ahead log: the SQL. */
@Component
class Pulses {

    private static final UUID NO_ALLIANCE = new UUID(0, 0);

    private final ScopedDatabase database;
    private final JsonMapper json;
    private final Clock clock;

    Pulses(ScopedDatabase database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    Mono<Long> beat() {
        return database.inAlliance(
                NO_ALLIANCE,
                sql ->
                        sql.sql(
                                        "SELECT pg_logical_emit_message(true, 'commonweal.pulse', :content)")
                                .bind(
                                        "content",
                                        json.writeValueAsString(new PulseV1(clock.instant(), null)))
                                .fetch()
                                .rowsUpdated());
    }
}
