package org.commonweal.membership.moving;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.bodies.Seats;
import org.commonweal.membership.domain.Move;
import org.commonweal.membership.wire.MoveChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offers that a firm's officials make: the SQL. */
@Component
class Offers {

    private final ScopedDatabase database;
    private final Journal journal;

    Offers(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Who offers, to whom, with what room; empty without standing. */
    Mono<Situation> situation(OfferMove.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.id())
                                .bind("person", command.person())
                                .map(row -> situation(row, command))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, own.administrator, own.delegate,
                   encode(j.request_hash, 'hex') AS earlier,
                   their.person_id IS NOT NULL AS member,
                   coalesce(their.organization_id = me.organization_id, false) AS at_home_here,
                   s.id IS NOT NULL AS seconded,
                   coalesce(s.organization_id = me.organization_id, false) AS seconded_here,
                   coalesce(o.seats <= %s + %s + (
                       SELECT count(*) FROM move v WHERE v.alliance_id = o.alliance_id
                         AND v.organization_id = o.id AND v.state = 'OFFERED'
                         AND v.expires_at > app_now()), false) AS seats_taken,
                   EXISTS (SELECT FROM move v WHERE v.alliance_id = o.alliance_id
                       AND v.organization_id = o.id AND v.person_id = :person
                       AND v.state = 'OFFERED' AND v.expires_at > app_now()) AS offered
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = me.organization_id
            LEFT JOIN membership their ON their.alliance_id = me.alliance_id
                 AND their.person_id = :person AND their.state = 'ACTIVE'
                 AND their.class = 'MEMBER'
            LEFT JOIN secondment s ON s.alliance_id = me.alliance_id
                 AND s.person_id = :person AND s.until IS NULL
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(Seats.HELD, Seats.INVITED);

    private static Situation situation(Readable row, OfferMove.Command command) {
        return new Situation(
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                new Move.Draft(
                        command.kind(),
                        new Move.Offerer(
                                Columns.of(row, "administrator", Boolean.class),
                                Columns.of(row, "delegate", Boolean.class)),
                        new Move.Candidate(
                                Columns.of(row, "member", Boolean.class),
                                Columns.of(row, "at_home_here", Boolean.class),
                                Columns.of(row, "seconded", Boolean.class),
                                Columns.of(row, "seconded_here", Boolean.class)),
                        new Move.Room(
                                Columns.of(row, "seats_taken", Boolean.class),
                                Columns.of(row, "offered", Boolean.class)),
                        command.reason()),
                row.get("earlier", String.class));
    }

    /** False when the id stands for an offer already. */
    Mono<Boolean> keep(OfferMove.Command command, Situation by) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(KEEP + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("id", command.id())
                                .bind("kind", command.kind().name())
                                .bind("person", command.person())
                                .bind("organization", by.organization())
                                .bind("by", by.person())
                                .bind("reason", command.reason().strip())
                                .bind("days", (int) Move.STANDS_FOR.toDays())
                                .bind("journal", journal.json(offered(command, by)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO move (alliance_id, id, kind, person_id, organization_id, offered_by, reason,
                    state, offered_at, expires_at, version)
                VALUES (:alliance, :id, :kind, :person, :organization, :by, :reason, 'OFFERED',
                    app_now(), app_now() + make_interval(days => :days), 1)
                ON CONFLICT (alliance_id, id) DO NOTHING
                RETURNING alliance_id)\
            """;

    private static Journal.Entry offered(OfferMove.Command command, Situation by) {
        return new Journal.Entry(
                command.id(),
                MoveChangedV1.TYPE,
                command.id(),
                1,
                by.person(),
                by.organization(),
                new Audience.Persons(List.of(command.person(), by.person())),
                command.requestHash(),
                new MoveChangedV1(
                        command.id(),
                        command.person(),
                        by.organization(),
                        Move.State.OFFERED.name()));
    }

    record Situation(
            UUID person, UUID organization, Move.Draft draft, @Nullable String earlierHash) {}
}
