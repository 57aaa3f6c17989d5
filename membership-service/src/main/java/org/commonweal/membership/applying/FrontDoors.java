package org.commonweal.membership.applying;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.FrontDoor;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.wire.FrontDoorSetV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an alliance asks of strangers: the SQL. */
@Component
class FrontDoors {

    static final String NEWEST =
            """
             LEFT JOIN LATERAL (SELECT * FROM front_door f WHERE f.alliance_id = a.alliance_id
                 ORDER BY f.version DESC LIMIT 1) d ON true
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    FrontDoors(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing. */
    Mono<Situation> situation(Caller caller, UUID command) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(
                                        sql.sql(
                                                """
                                                SELECT a.person_id, a.organization_id, a.delegate,
                                                       d.version, d.open, d.questions,
                                                       encode(j.request_hash, 'hex') AS earlier
                                                FROM standing a\
                                                """
                                                        + NEWEST
                                                        + """
                                                        LEFT JOIN journal j
                                                          ON j.alliance_id = a.alliance_id
                                                         AND j.id = :command
                                                        WHERE a.alliance_id = :alliance
                                                          AND a.issuer = :issuer
                                                          AND a.subject = :subject
                                                          AND a.state = 'ACTIVE'\
                                                        """))
                                .bind("command", command)
                                .map(FrontDoors::decisive)
                                .one());
    }

    private static Situation decisive(Readable row) {
        return new Situation(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                row.get("earlier", String.class),
                door(row));
    }

    static FrontDoor door(Readable row) {
        return row.get("version", Long.class) == null
                ? FrontDoor.CLOSED
                : new FrontDoor(
                        Columns.of(row, "version", Long.class),
                        Columns.of(row, "open", Boolean.class),
                        List.of(Columns.of(row, "questions", String[].class)));
    }

    /** False when somebody else set this version meanwhile. */
    Mono<Boolean> keep(SetFrontDoor.Command command, Member by, FrontDoor door) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(
                                        """
                                        WITH kept AS (
                                            INSERT INTO front_door (alliance_id, version, open,
                                                questions, set_by, set_at)
                                            VALUES (:alliance, :version, :open, :questions, :by,
                                                app_now())
                                            ON CONFLICT (alliance_id, version) DO NOTHING
                                            RETURNING alliance_id)\
                                        """
                                                + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("version", door.version())
                                .bind("open", door.open())
                                .bind("questions", door.questions().toArray(String[]::new))
                                .bind("by", by.person().value())
                                .bind("journal", journal.json(set(command, by, door)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static Journal.Entry set(SetFrontDoor.Command command, Member by, FrontDoor door) {
        return new Journal.Entry(
                command.key(),
                FrontDoorSetV1.TYPE,
                command.caller().alliance(),
                door.version(),
                by.person().value(),
                by.organization().value(),
                Audience.EVERYONE,
                command.requestHash(),
                new FrontDoorSetV1(door.version(), door.open(), door.questions().size()));
    }

    record Situation(Member me, @Nullable String earlierHash, FrontDoor door) {}
}
