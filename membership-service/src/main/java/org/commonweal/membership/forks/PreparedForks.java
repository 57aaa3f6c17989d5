package org.commonweal.membership.forks;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what was prepared. Everything is asked inside of the alliance where that was. */
@Component
public class PreparedForks {

    private static final String LOAD =
            """
            SELECT f.purpose_id, f.prepared_by
            FROM standing me
            JOIN prepared_fork f ON f.alliance_id = me.alliance_id AND f.id = :fork
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND me.class = 'MEMBER'
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
     * Whether the caller may found it; founding it takes it, and by that alone it is founded once.
     *
     * @param there the same login, in the alliance where it was prepared
     */
    public Mono<Claim> claim(Caller there, UUID fork, PersonId founder) {
        return database.inAlliance(
                there.alliance(),
                sql ->
                        there.bind(sql.sql(LOAD))
                                .bind("fork", fork)
                                .map(row -> claim(row, there.alliance(), fork, founder))
                                .one()
                                .defaultIfEmpty(new Claim.Unknown()));
    }

    private static Claim claim(Readable row, UUID alliance, UUID fork, PersonId founder) {
        return Columns.of(row, "prepared_by", UUID.class).equals(founder.value())
                ? new Claim.Given(alliance, Columns.of(row, "purpose_id", UUID.class), fork)
                : new Claim.AnothersOwn();
    }
}
