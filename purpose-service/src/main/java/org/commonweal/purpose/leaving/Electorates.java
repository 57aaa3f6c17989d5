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
import org.commonweal.purpose.loading.Holds;
import org.commonweal.purpose.wire.ElectorLeftV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Electorates of open ballots, when a firm or a person of theirs leaves: the SQL. */
@Component
class Electorates {

    /**
     * The ballots that were open at that moment and wait for the vote: not those of which the firm
     * became an elector again after it had come back. A person who still belongs stays an elector.
     */
    private static final String AWAITING =
            """
            SELECT b.id, b.title, e.organization_id, e.person_id, (
                SELECT count(*)::int FROM elector o WHERE o.alliance_id = b.alliance_id
                  AND o.proposal_id = b.id AND o.left_at IS NULL
                  AND o.recused_at IS NULL AND o.voter_id <> :voter) AS electorate
            FROM proposal b
            JOIN elector e ON e.alliance_id = b.alliance_id AND e.proposal_id = b.id
                 AND e.voter_id = :voter
            WHERE b.alliance_id = :alliance AND b.state = 'OPEN'
              AND b.opens_at <= :at AND b.closes_at > :at
              AND e.choice IS NULL AND e.paper IS NULL AND e.left_at IS NULL
              AND NOT EXISTS (SELECT FROM standing s WHERE s.alliance_id = b.alliance_id
                              AND s.person_id = e.person_id AND s.state = 'ACTIVE'
                              AND s.class = 'MEMBER')
            ORDER BY b.id\
            """;

    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE elector SET left_at = :at
                WHERE alliance_id = :alliance AND voter_id = :voter
                  AND proposal_id = ANY(:proposals) AND choice IS NULL AND paper IS NULL
                  AND left_at IS NULL
                RETURNING alliance_id)\
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Electorates(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Empty when no ballot waits for the vote, as for an event that comes again.
     *
     * @param voter the firm that left, or the person
     */
    Mono<Long> settle(Event event, UUID voter) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        Holds.hold(sql, event.alliance())
                                .flatMapMany(_ ->
                                        sql.sql(AWAITING)
                                                .bind("alliance", event.alliance())
                                                .bind("voter", voter)
                                                .bind("at", event.at())
                                                .map(Electorates::left)
                                                .all())
                                .collectList()
                                .filter(ballots -> !ballots.isEmpty())
                                .flatMap(ballots -> keep(sql, event, voter, ballots)));
    }

    private Mono<Long> keep(
            DatabaseClient sql, Event event, UUID voter, List<ElectorLeftV1> ballots) {
        var proposals = ballots.stream().map(ElectorLeftV1::proposal).toArray(UUID[]::new);
        var facts = ballots.stream().map(ballot -> fact(event, ballot)).toList();
        return sql.sql(KEEP)
                .bind("alliance", event.alliance())
                .bind("voter", voter)
                .bind("at", event.at())
                .bind("proposals", proposals)
                .bind("journal", journal.json(facts))
                .fetch()
                .rowsUpdated();
    }

    private static ElectorLeftV1 left(Readable row) {
        return new ElectorLeftV1(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                row.get("person_id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "electorate", Integer.class));
    }

    private static Journal.Entry fact(Event event, ElectorLeftV1 ballot) {
        var voter = ballot.person() == null ? ballot.organization() : ballot.person();
        return new Journal.Entry(
                Ids.ofTransition(ballot.proposal(), "left/" + voter, event.at()),
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
