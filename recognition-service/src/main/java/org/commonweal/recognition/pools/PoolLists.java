package org.commonweal.recognition.pools;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pools and their movements as all members read them: the SQL. */
@Component
class PoolLists {

    private static final String POOLS =
            """
            SELECT p.*, (
                SELECT coalesce(sum(d.amount), 0)::bigint FROM deposit d
                WHERE d.alliance_id = p.alliance_id AND d.pool_id = p.id
                  AND d.state = 'RECORDED') AS waiting
            FROM standing me JOIN pool p ON p.alliance_id = me.alliance_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    /** What came in has the deposit's id, what went out the transaction's. */
    private static final String MOVEMENTS =
            """
            SELECT x.* FROM standing me CROSS JOIN LATERAL (
                SELECT d.id, d.amount, d.organization_id, CAST(NULL AS uuid) AS person_id,
                    d.state, CAST(NULL AS uuid) AS decision_id, CAST(NULL AS text) AS title,
                    d.confirmed_by_organization_id, d.changed_at AS at
                FROM deposit d
                WHERE d.alliance_id = me.alliance_id AND d.pool_id = :pool AND d.id < :after
                UNION ALL
                SELECT t.id, -e.amount, CASE e.account WHEN 'ORGANIZATION' THEN e.holder_id END,
                    CASE e.account WHEN 'PERSON' THEN e.holder_id END, 'CONFIRMED',
                    t.decision_id, x.title, NULL, t.at
                FROM money_transaction t
                JOIN money_entry e ON e.alliance_id = t.alliance_id AND e.transaction_id = t.id
                     AND e.account <> 'POOL'
                JOIN executed_decision x ON x.alliance_id = t.alliance_id
                     AND x.decision_id = t.decision_id
                WHERE t.alliance_id = me.alliance_id AND t.pool_id = :pool AND t.id < :after) x
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private final NewestFirst<PoolV1> pools;
    private final NewestFirst<MovementV1> movements;

    PoolLists(ScopedDatabase database, Cursors cursors) {
        movements =
                new NewestFirst<>(
                        database, cursors, MOVEMENTS, PoolLists::movement, MovementV1::id);
        pools = new NewestFirst<>(database, cursors, POOLS, PoolLists::pool, PoolV1::id);
    }

    /** Empty without standing. */
    Mono<PoolV1> one(Caller caller, UUID pool) {
        return pools.one(caller, pool);
    }

    /** Newest first; empty without standing. */
    Mono<Page<PoolV1>> page(Caller caller, @Nullable String cursor, int limit) {
        return pools.page(caller, cursor, limit);
    }

    /** Newest first; empty without standing, and for a pool that is not there. */
    Mono<Page<MovementV1>> movements(Caller caller, UUID pool, @Nullable String cursor, int limit) {
        return one(caller, pool)
                .flatMap(_ -> movements.page(caller, Map.of("pool", pool), cursor, limit));
    }

    private static PoolV1 pool(Readable row) {
        return new PoolV1(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "currency", String.class),
                Columns.of(row, "organization_id", UUID.class),
                PoolRows.state(row),
                Columns.of(row, "balance", Long.class),
                Columns.of(row, "waiting", Long.class),
                row.get("confirmed_by_organization_id", UUID.class),
                Columns.of(row, "recorded_at", Instant.class),
                Columns.of(row, "changed_at", Instant.class));
    }

    private static MovementV1 movement(Readable row) {
        return new MovementV1(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "amount", Long.class),
                row.get("organization_id", UUID.class),
                row.get("person_id", UUID.class),
                PoolRows.state(row),
                row.get("decision_id", UUID.class),
                row.get("title", String.class),
                row.get("confirmed_by_organization_id", UUID.class),
                Columns.of(row, "at", Instant.class));
    }
}
