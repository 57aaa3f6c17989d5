package org.commonweal.purpose.leaving;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.wire.ElectorLeftV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Electorates of open ballots, when a firm of theirs leaves: the SQL. */
@Component
class Electorates {

    /** Waits for votes that are being kept; who has read already and then votes begins again. */
    private static final String LOCK =
            """
            UPDATE alliance SET revision = revision + 1
            WHERE alliance_id = :alliance RETURNING alliance_id\
            """;

    /**
     * The ballots that were open when the firm left and wait for its vote: not those of which it
     * became an elector again after it had come back.
     */
    private static final String AWAITING =
            """
            SELECT b.id, b.title, (
                SELECT count(*)::int FROM elector o WHERE o.alliance_id = b.alliance_id
                  AND o.proposal_id = b.id AND o.left_at IS NULL) - 1 AS electorate
            FROM proposal b
            JOIN elector e ON e.alliance_id = b.alliance_id AND e.proposal_id = b.id
                 AND e.organization_id = :organization
            WHERE b.alliance_id = :alliance AND b.state = 'OPEN'
              AND b.opens_at <= :at AND b.closes_at > :at
              AND e.choice IS NULL AND e.left_at IS NULL
            ORDER BY b.id\
            """;

    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE elector SET left_at = :at
                WHERE alliance_id = :alliance AND organization_id = :organization
                  AND proposal_id = ANY(:proposals) AND choice IS NULL AND left_at IS NULL
                RETURNING alliance_id)\
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Electorates(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty when no ballot waits for the firm, as for an event that comes again. */
    Mono<Long> settle(Event event, UUID organization) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", event.alliance())
                                .map(row -> Columns.of(row, "alliance_id", UUID.class))
                                .one()
                                .flatMapMany(_ ->
                                        sql.sql(AWAITING)
                                                .bind("alliance", event.alliance())
                                                .bind("organization", organization)
                                                .bind("at", event.at())
                                                .map(row -> left(row, organization))
                                                .all())
                                .collectList()
                                .filter(ballots -> !ballots.isEmpty())
                                .flatMap(ballots -> keep(sql, event, organization, ballots)));
    }

    private Mono<Long> keep(
            DatabaseClient sql, Event event, UUID organization, List<ElectorLeftV1> ballots) {
        var proposals = ballots.stream().map(ElectorLeftV1::proposal).toArray(UUID[]::new);
        var facts = ballots.stream().map(ballot -> fact(event, ballot)).toList();
        return sql.sql(KEEP)
                .bind("alliance", event.alliance())
                .bind("organization", organization)
                .bind("at", event.at())
                .bind("proposals", proposals)
                .bind("journal", journal.json(facts))
                .fetch()
                .rowsUpdated();
    }

    private static ElectorLeftV1 left(Readable row, UUID organization) {
        return new ElectorLeftV1(
                Columns.of(row, "id", UUID.class),
                organization,
                Columns.of(row, "title", String.class),
                Columns.of(row, "electorate", Integer.class));
    }

    private static Journal.Entry fact(Event event, ElectorLeftV1 ballot) {
        return new Journal.Entry(
                Ids.ofTransition(ballot.proposal(), "left/" + ballot.organization(), event.at()),
                ElectorLeftV1.TYPE,
                ballot.proposal(),
                1,
                null,
                ballot.organization(),
                Audience.EVERYONE,
                null,
                ballot);
    }
}
