package org.commonweal.purpose.dialogue;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.wire.ProposalExpiredV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Dialogues whose time is over: the SQL. */
@Component
class StaleDialogues {

    private static final String LOCK =
            """
            SELECT title, version FROM proposal
            WHERE alliance_id = :alliance AND id = :proposal AND state = 'DIALOGUE' FOR UPDATE\
            """;

    private static final String KEEP =
            """
            WITH come AS (
                DELETE FROM due
                WHERE alliance_id = :alliance AND kind = 'dialogue-stale' AND subject = :proposal
                  AND at <= app_now()
                RETURNING alliance_id),
            kept AS (
                UPDATE proposal SET state = 'EXPIRED', version = version + 1
                FROM come
                WHERE proposal.alliance_id = come.alliance_id AND proposal.id = :proposal
                  AND proposal.state = 'DIALOGUE'
                RETURNING proposal.alliance_id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    StaleDialogues(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty when a ballot was opened meanwhile, or it was withdrawn. */
    Mono<Long> expire(UUID alliance, UUID proposal, Instant at) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", alliance)
                                .bind("proposal", proposal)
                                .map(row -> expired(row, proposal, at))
                                .one()
                                .flatMap(fact -> keep(sql, alliance, fact)));
    }

    private Mono<Long> keep(DatabaseClient sql, UUID alliance, Journal.Entry fact) {
        return sql.sql(KEEP)
                .bind("alliance", alliance)
                .bind("proposal", fact.subject())
                .bind("journal", journal.json(fact))
                .fetch()
                .rowsUpdated();
    }

    private static Journal.Entry expired(Readable row, UUID proposal, Instant at) {
        return new Journal.Entry(
                Ids.ofTransition(proposal, "expired", at),
                ProposalExpiredV1.TYPE,
                proposal,
                Columns.of(row, "version", Long.class) + 1,
                null,
                null,
                Audience.EVERYONE,
                null,
                new ProposalExpiredV1(proposal, Columns.of(row, "title", String.class)));
    }
}
