package org.commonweal.purpose.deputies;

import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps who stands in for whom, and when. Whether a deputy may vote follows from it at the moment
 * of the vote: within the dates, and while the delegate is one.
 */
@Component
class DeputyFacts implements EventHandler {

    /** A vote that is being cast begins again, because the revision is another. */
    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO deputy (alliance_id, id, organization_id, delegate_id, person_id,
                                    from_at, until_at, state, version)
                VALUES (:alliance, :deputy, :organization, :delegate, :person, :from, :until,
                        :state, :version)
                ON CONFLICT (alliance_id, id) DO UPDATE
                SET state = excluded.state, until_at = excluded.until_at,
                    version = excluded.version
                WHERE deputy.version < excluded.version
                RETURNING alliance_id)
            UPDATE alliance SET revision = revision + 1
            FROM kept WHERE alliance.alliance_id = kept.alliance_id\
            """;

    private final ScopedDatabase database;

    DeputyFacts(ScopedDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.deputy-changed.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        var deputy = event.as(DeputyChangedV1.class);
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(KEEP)
                                .bind("alliance", event.alliance())
                                .bind("deputy", deputy.deputy())
                                .bind("organization", deputy.organization())
                                .bind("delegate", deputy.delegate())
                                .bind("person", deputy.person())
                                .bind("from", deputy.from())
                                .bind("until", deputy.until())
                                .bind("state", deputy.state())
                                .bind("version", deputy.version())
                                .fetch()
                                .rowsUpdated());
    }
}
