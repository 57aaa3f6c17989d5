package org.commonweal.purpose.executing;

import static org.commonweal.purpose.loading.Bindings.orNull;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.wire.DecisionAdoptedV1;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is to be carried out, and what became of it: the SQL. */
@Component
public class Executions {

    /** Goes on after {@code kept} (alliance_id, id): from now on somebody is to carry it out. */
    public static final String AWAIT =
            """
            , awaited AS (
                INSERT INTO execution (alliance_id, proposal_id, state, at)
                SELECT alliance_id, id, 'PENDING', app_now() FROM kept)
            """;

    /** The first outcome stands: what comes again, or comes too late, changes nothing. */
    private static final String CONCLUDE =
            """
            UPDATE execution SET state = :state, refusal = :refusal, detail = :detail, at = :at
            WHERE alliance_id = :alliance AND proposal_id = :decision AND state = 'PENDING'\
            """;

    private final ScopedDatabase database;

    Executions(ScopedDatabase database) {
        this.database = database;
    }

    /**
     * The one fact by which it is told.
     *
     * @param at when it was decided
     */
    public static Journal.Entry adopted(UUID proposal, Instant at, DecisionAdoptedV1 fact) {
        return new Journal.Entry(
                Ids.ofTransition(proposal, "decision-adopted", at),
                DecisionAdoptedV1.TYPE,
                proposal,
                1,
                null,
                null,
                Audience.EVERYONE,
                null,
                fact);
    }

    Mono<Long> conclude(Event event, DecisionExecutedV1 executed) {
        return database.inAlliance(
                event.alliance(),
                sql -> {
                    var spec =
                            sql.sql(CONCLUDE)
                                    .bind("alliance", event.alliance())
                                    .bind("decision", executed.decision())
                                    .bind("state", executed.outcome())
                                    .bind("at", event.at());
                    var refused = orNull(spec, "refusal", executed.refusal(), String.class);
                    return orNull(refused, "detail", executed.detail(), String.class)
                            .fetch()
                            .rowsUpdated();
                });
    }
}
