package org.commonweal.membership.offices;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.Seat;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a member says to an office of the own: the SQL. */
@Component
class OwnOffices {

    /** For the home firm alone: a place at a second one holds no office. */
    private static final String SITUATION =
            """
            SELECT me.person_id, s.state, s.version, encode(j.request_hash, 'hex') AS earlier
            FROM standing me
            JOIN office s ON s.alliance_id = me.alliance_id AND s.id = :seat
                 AND s.person_id = me.person_id
            JOIN membership m ON m.alliance_id = me.alliance_id
                 AND m.person_id = me.person_id AND m.organization_id = me.organization_id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static final String KEEP =
            """
            WITH seat_changed AS (
                UPDATE office s SET
                    state = CASE CAST(:answer AS text) WHEN 'ACCEPT' THEN 'HELD'
                        WHEN 'DECLINE' THEN 'DECLINED' ELSE 'ENDED' END,
                    cause = CASE CAST(:answer AS text) WHEN 'RESIGN' THEN 'RESIGNED' END,
                    changed_at = app_now(), version = s.version + 1
                WHERE s.alliance_id = :alliance AND s.id = :seat AND s.version = :version
                RETURNING s.*, old.state AS was)
            """
                    + OfficeSeats.CLOCK
                    + """
                    ,
                    told AS (
                        INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                            audience, at, request_hash, payload)
                        SELECT e.alliance_id,
                            CASE f.type WHEN :office_type THEN CAST(:command AS uuid) ELSE uuidv7() END,
                            f.type, e.id, e.version, e.person_id, e.organization_id, f.audience,
                            e.changed_at,
                            CASE f.type WHEN :office_type THEN decode(:hash, 'hex') END, f.payload
                        FROM seat_changed e CROSS JOIN LATERAL (
                    """
                    + OfficeSeats.FACTS
                    + """
                    ) f)
                    SELECT id FROM seat_changed\
                    """;

    private final ScopedDatabase database;

    OwnOffices(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty for everybody but the member it was given to. */
    Mono<Situation> situation(AnswerOffice.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("seat", command.seat())
                                .bind("command", command.key())
                                .map(row -> situation(row))
                                .one());
    }

    private static Situation situation(Readable row) {
        return new Situation(
                new Seat(Seat.State.valueOf(Columns.of(row, "state", String.class))),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** False when it changed meanwhile. */
    Mono<Boolean> keep(AnswerOffice.Command command, Situation now) {
        var alliance = command.caller().alliance();
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(KEEP)
                                .bindValues(OfficeSeats.values())
                                .bind("alliance", alliance)
                                .bind("seat", command.seat())
                                .bind("version", now.version())
                                .bind("answer", command.answer().name())
                                .bind("command", command.key())
                                .bind("hash", command.requestHash())
                                .map(row -> Columns.of(row, "id", UUID.class))
                                .one()
                                .hasElement());
    }

    record Situation(Seat seat, long version, @Nullable String earlierHash) {}
}
