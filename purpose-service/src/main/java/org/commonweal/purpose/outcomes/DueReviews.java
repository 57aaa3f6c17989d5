package org.commonweal.purpose.outcomes;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.loading.ProposerRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of a review's day that begins: be alone, see who is to be asked, write once. */
@Component
class DueReviews {

    /** Whoever has read before that nobody is asked begins again: the revision is another. */
    private static final String LOCK =
            """
            WITH alone AS (
                UPDATE alliance SET revision = revision + 1 WHERE alliance_id = :alliance
                RETURNING alliance_id)
            SELECT due.at FROM alone
            JOIN due ON due.alliance_id = alone.alliance_id AND due.kind = 'outcome-review'
                 AND due.subject = :proposal
            WHERE due.at <= app_now()
            """;

    private static final String ASKED =
            """
            SELECT b.title, speaker.person_id, speaker.organization_id
            FROM proposal b
            """
                    + ProposerRows.SPEAKERS
                    + "WHERE b.alliance_id = :alliance AND b.id = :proposal\n";

    private static final String KEEP =
            """
            WITH kept AS (
                DELETE FROM due
                WHERE alliance_id = :alliance AND kind = 'outcome-review' AND subject = :proposal
                  AND at = :at
                RETURNING alliance_id)
            """
                    + OpenNeeds.OPEN
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final OpenNeeds needs;
    private final Journal journal;

    DueReviews(ScopedDatabase database, OpenNeeds needs, Journal journal) {
        this.database = database;
        this.needs = needs;
        this.journal = journal;
    }

    /**
     * Asks once; empty when the day was moved meanwhile. Where nobody is left to be asked, whoever
     * becomes a delegate of the firm is.
     */
    Mono<Long> ask(UUID alliance, UUID proposal) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", alliance)
                                .bind("proposal", proposal)
                                .map(row -> Columns.of(row, "at", Instant.class))
                                .one()
                                .flatMap(at -> ask(sql, alliance, proposal, at)));
    }

    private Mono<Long> ask(DatabaseClient sql, UUID alliance, UUID proposal, Instant at) {
        return sql.sql(ASKED)
                .bind("alliance", alliance)
                .bind("proposal", proposal)
                .map(row -> need(row, proposal, at))
                .all()
                .collectList()
                .flatMap(asked -> keep(sql, alliance, proposal, at, asked));
    }

    private Mono<Long> keep(
            DatabaseClient sql, UUID alliance, UUID proposal, Instant at, List<Need> asked) {
        return sql.sql(KEEP)
                .bind("alliance", alliance)
                .bind("proposal", proposal)
                .bind("at", at)
                .bind("needs", needs.json(asked))
                .bind("journal", journal.json(NeedFacts.opened(asked)))
                .fetch()
                .rowsUpdated();
    }

    private static Need need(Readable row, UUID proposal, Instant at) {
        var person = Columns.of(row, "person_id", UUID.class);
        return new Need(
                Ids.ofTransition(proposal, "review/" + person, at),
                new Need.Subject.Review(proposal, Columns.of(row, "title", String.class), at),
                new Delegate(
                        new PersonId(person),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class))));
    }
}
