package org.commonweal.purpose.asking;

import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.loading.Holds;
import org.commonweal.purpose.loading.ProxyRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of making what is asked of people what their standings and firms say. */
@Component
class DelegateNeeds {

    /**
     * Waits for all who are about to ask or to be answered; those who begin after this see what it
     * leaves, and those who have read already begin again, because the revision is another.
     */
    private static final String LOCK =
            """
            WITH fresh AS (
                INSERT INTO settled (alliance_id, person_id, version)
                VALUES (:alliance, :person, :version)
                ON CONFLICT (alliance_id, person_id) DO UPDATE SET version = excluded.version
                WHERE settled.version < excluded.version
                RETURNING alliance_id)
            UPDATE alliance SET revision = revision + 1
            FROM fresh WHERE alliance.alliance_id = fresh.alliance_id
            RETURNING alliance.time_zone\
            """;

    /** What should be asked beside what is; one side is missing where they differ. */
    private static final String DIFFERENCES =
            """
            WITH delegate AS (
                SELECT DISTINCT organization_id FROM standing
                WHERE alliance_id = :alliance AND person_id = :person
                  AND delegate AND state = 'ACTIVE' AND class = 'MEMBER'),
            wanted AS (
                SELECT 'VOTE' AS kind, b.id AS subject, e.voter_id, e.organization_id, b.title,
                       b.closes_at AS due
                FROM proposal b
                JOIN elector e ON e.alliance_id = b.alliance_id AND e.proposal_id = b.id
                     AND e.choice IS NULL AND e.paper IS NULL AND e.left_at IS NULL
                     AND e.recused_at IS NULL
                WHERE b.alliance_id = :alliance AND b.state = 'OPEN'
                  AND CASE WHEN e.person_id IS NULL
                      THEN e.organization_id IN (SELECT organization_id FROM delegate)
                      ELSE e.person_id = :person AND EXISTS (
                          SELECT FROM standing s WHERE s.alliance_id = :alliance
                            AND s.person_id = :person AND s.state = 'ACTIVE'
                            AND s.class = 'MEMBER') END
                UNION ALL
                SELECT 'VOTE', b.id, e.voter_id, h.organization_id, b.title, b.closes_at
            """
                    + ProxyRows.inForce(
                            """
                            JOIN elector e ON e.alliance_id = x.alliance_id AND e.voter_id = x.voter_id
                                 AND e.choice IS NULL AND e.left_at IS NULL AND e.recused_at IS NULL
                            JOIN proposal b ON b.alliance_id = e.alliance_id AND b.id = e.proposal_id
                                 AND b.state = 'OPEN' AND NOT b.anonymous\
                            """)
                    + """
                          AND x.holder_id = :person AND (x.proposal_id IS NULL OR x.proposal_id = b.id)
                          AND x.voter_id NOT IN (SELECT organization_id FROM delegate)
                        UNION ALL
                        SELECT 'DEADLINE', p.id, CAST(NULL AS uuid), delegate.organization_id, p.title,
                               (p.deadline + 1)::timestamp AT TIME ZONE :zone
                        FROM purpose p CROSS JOIN delegate
                        WHERE p.alliance_id = :alliance AND p.state = 'ACTIVE'
                          AND NOT EXISTS (SELECT FROM due WHERE due.alliance_id = p.alliance_id
                                          AND due.kind = 'purpose-deadline' AND due.subject = p.id)),
                    asked AS (
                        SELECT id, coalesce(proposal_id, purpose_id) AS subject, organization_id, voter_id
                        FROM need WHERE alliance_id = :alliance AND person_id = :person AND open
                          AND review_of IS NULL)
                    SELECT asked.id AS need, CAST(:person AS uuid) AS person, wanted.kind, wanted.subject, wanted.voter_id,
                           wanted.organization_id, wanted.title, wanted.due
                    FROM wanted FULL JOIN asked ON asked.subject = wanted.subject
                         AND asked.organization_id = wanted.organization_id
                         AND coalesce(asked.voter_id, asked.subject) = coalesce(wanted.voter_id, wanted.subject)
                    WHERE asked.id IS NULL OR wanted.subject IS NULL
                    """
                    + "UNION ALL\n"
                    + ReviewNeeds.DIFFERENCES;

    private static final String KEEP =
            "WITH kept AS (SELECT CAST(:alliance AS uuid) AS alliance_id)"
                    + OpenNeeds.CLOSE
                    + OpenNeeds.OPEN
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final OpenNeeds needs;
    private final Journal journal;

    DelegateNeeds(ScopedDatabase database, OpenNeeds needs, Journal journal) {
        this.database = database;
        this.needs = needs;
        this.journal = journal;
    }

    /** Asks and takes back, once for each version. Empty when nothing differs. */
    Mono<Long> settle(Event event, AskDelegates.StandingChangedV1 changed) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", event.alliance())
                                .bind("person", changed.person())
                                .bind("version", changed.version())
                                .map(row -> Columns.of(row, "time_zone", String.class))
                                .one()
                                .flatMap(zone ->
                                        settle(
                                                sql,
                                                event,
                                                sql.sql(DIFFERENCES)
                                                        .bind("person", changed.person())
                                                        .bind("zone", zone))));
    }

    /** Hands what the firm proposed to the one as which it goes on, whose delegates are asked. */
    Mono<Long> handOver(Event event, UUID from, UUID into) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        Holds.hold(sql, event.alliance())
                                .delayUntil(_ ->
                                        sql.sql(ReviewNeeds.HAND_OVER)
                                                .bind("alliance", event.alliance())
                                                .bind("from", from)
                                                .bind("into", into)
                                                .bind("at", event.at())
                                                .fetch()
                                                .rowsUpdated())
                                .flatMap(zone ->
                                        settle(
                                                sql,
                                                event,
                                                sql.sql(ReviewNeeds.DIFFERENCES)
                                                        .bind("zone", zone))));
    }

    private Mono<Long> settle(DatabaseClient sql, Event event, GenericExecuteSpec differences) {
        return differences
                .bind("alliance", event.alliance())
                .map(row -> Differences.of(row, event))
                .all()
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> keep(sql, event, found));
    }

    private Mono<Long> keep(
            DatabaseClient sql, Event event, List<Differences.Difference> differences) {
        var gone = differences.stream().flatMap(one -> one.gone().stream()).toList();
        var come = differences.stream().flatMap(one -> one.come().stream()).toList();
        var facts = NeedFacts.both(NeedFacts.closedAt(event.at(), gone), NeedFacts.opened(come));
        return sql.sql(KEEP)
                .bind("alliance", event.alliance())
                .bind("done", OpenNeeds.done(gone))
                .bind("needs", needs.json(come))
                .bind("journal", journal.json(facts))
                .fetch()
                .rowsUpdated();
    }
}
