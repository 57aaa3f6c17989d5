package org.commonweal.membership.forks;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what was prepared. Everything is asked inside of the alliance where that was. */
@Component
public class PreparedForks {

    private static final String LOAD =
            """
            SELECT f.purpose_id, f.prepared_by, f.founded_as
            FROM standing me
            JOIN prepared_fork f ON f.alliance_id = me.alliance_id AND f.id = :fork
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND me.class = 'MEMBER'
            FOR UPDATE OF f
            """;

    private final ScopedDatabase database;

    PreparedForks(ScopedDatabase database) {
        this.database = database;
    }

    /** A fact that comes again changes nothing. */
    Mono<Long> keep(UUID alliance, HearFork.ForkPreparedV1 fork) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO prepared_fork (alliance_id, id, purpose_id,
                                            prepared_by)
                                        VALUES (:alliance, :fork, :purpose, :by)
                                        ON CONFLICT DO NOTHING\
                                        """)
                                .bind("alliance", alliance)
                                .bind("fork", fork.fork())
                                .bind("purpose", fork.purpose())
                                .bind("by", fork.preparedBy())
                                .fetch()
                                .rowsUpdated());
    }

    /**
     * Marks what was prepared as that of the new alliance, before that is founded: so that it is
     * founded once, whatever happens between.
     *
     * @param there the same login, in the alliance where it was prepared
     */
    public Mono<Claim> claim(Caller there, UUID fork, PersonId founder, UUID founded) {
        return Guard.twice(
                database.inAlliance(
                        there.alliance(),
                        sql ->
                                there.bind(sql.sql(LOAD))
                                        .bind("fork", fork)
                                        .map(PreparedForks::prepared)
                                        .one()
                                        .flatMap(found ->
                                                claim(sql, there, fork, found, founder, founded))
                                        .defaultIfEmpty(new Claim.Unknown())));
    }

    private static Mono<Claim> claim(
            DatabaseClient sql,
            Caller there,
            UUID fork,
            Prepared found,
            PersonId founder,
            UUID founded) {
        if (!found.by().equals(founder.value())) {
            return Mono.just(new Claim.AnothersOwn());
        }
        var given = new Claim.Given(there.alliance(), found.purpose(), fork);
        if (found.foundedAs() != null) {
            return Mono.just(found.foundedAs().equals(founded) ? given : new Claim.Founded());
        }
        return Guard.held(mark(sql, there.alliance(), fork, founded), given);
    }

    private static Mono<Long> mark(DatabaseClient sql, UUID alliance, UUID fork, UUID founded) {
        return sql.sql(
                        """
                        UPDATE prepared_fork SET founded_as = :founded
                        WHERE alliance_id = :alliance AND id = :fork AND founded_as IS NULL\
                        """)
                .bind("alliance", alliance)
                .bind("fork", fork)
                .bind("founded", founded)
                .fetch()
                .rowsUpdated();
    }

    /** The alliance was not founded after all; it may be under another id. */
    public Mono<Long> release(Claim.Given claim, UUID founded) {
        return database.inAlliance(
                claim.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        UPDATE prepared_fork SET founded_as = NULL
                                        WHERE alliance_id = :alliance AND id = :fork
                                          AND founded_as = :founded\
                                        """)
                                .bind("alliance", claim.alliance())
                                .bind("fork", claim.fork())
                                .bind("founded", founded)
                                .fetch()
                                .rowsUpdated());
    }

    private static Prepared prepared(Readable row) {
        return new Prepared(
                Columns.of(row, "purpose_id", UUID.class),
                Columns.of(row, "prepared_by", UUID.class),
                row.get("founded_as", UUID.class));
    }

    private record Prepared(UUID purpose, UUID by, @Nullable UUID foundedAs) {}
}
