package org.commonweal.membership.bodies;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.OrganizationChangedV1;
import org.commonweal.membership.wire.SeatsSetV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Firms as their administrators change them: the SQL. */
@Component
class Bodies {

    private final ScopedDatabase database;
    private final Journal journal;

    Bodies(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Who acts, on what, concerning whom; empty without standing or organization. */
    Mono<Situation> situation(Govern.Command command, UUID person) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("organization", command.organization())
                                .bind("person", person)
                                .map(Bodies::situation)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id AS mine, own.administrator AS administers,
                   o.id, o.role, o.version, encode(j.request_hash, 'hex') AS earlier,
                   their.administrator, their.delegate, their.class,
                   %s AS members,
                   (SELECT count(*) FROM membership m WHERE m.alliance_id = o.alliance_id
                       AND m.organization_id = o.id AND m.state = 'ACTIVE'
                       AND (m.suspended_at IS NULL OR m.person_id = :person)
                       AND m.administrator) AS administrators,
                   (SELECT count(*) FROM membership m WHERE m.alliance_id = o.alliance_id
                       AND m.organization_id = o.id AND m.state = 'ACTIVE'
                       AND (m.suspended_at IS NULL OR m.person_id = :person)
                       AND m.delegate) AS delegates
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = :organization
            LEFT JOIN membership their ON their.alliance_id = o.alliance_id
                 AND their.organization_id = o.id AND their.person_id = :person
                 AND their.state = 'ACTIVE'
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
                 AND j.actor = me.person_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(Seats.HELD);

    private static Situation situation(Readable row) {
        var administrator = row.get("administrator", Boolean.class);
        return new Situation(
                Columns.of(row, "person_id", UUID.class),
                new Body.Official(
                        new OrganizationId(Columns.of(row, "mine", UUID.class)),
                        Columns.of(row, "administers", Boolean.class)),
                new Body(
                        new OrganizationId(Columns.of(row, "id", UUID.class)),
                        Columns.of(row, "members", Long.class),
                        Columns.of(row, "administrators", Long.class),
                        Columns.of(row, "delegates", Long.class)),
                administrator == null
                        ? null
                        : new Body.Present(
                                ParticipantClass.valueOf(Columns.of(row, "class", String.class)),
                                new Body.Roles(
                                        administrator, Columns.of(row, "delegate", Boolean.class))),
                Columns.of(row, "role", String.class),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** False when somebody changed the firm meanwhile. */
    Mono<Boolean> describe(Govern.Command command, Situation now, Govern.Description description) {
        var fact = description.changed(command.organization(), now.role());
        var entry = entry(command, now, OrganizationChangedV1.TYPE, Audience.EVERYONE, fact);
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(DESCRIBE + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("organization", command.organization())
                                .bind("version", now.version())
                                .bind("name", description.name())
                                .bind("short_name", description.shortName())
                                .bind("colour", description.colour())
                                .bind("journal", journal.json(entry))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static final String DESCRIBE =
            """
            WITH kept AS (
                UPDATE organization SET name = :name,
                    short_name = :short_name, colour = :colour,
                    version = version + 1
                WHERE alliance_id = :alliance AND id = :organization
                  AND version = :version
                RETURNING alliance_id)\
            """;

    /** False when somebody joined or changed the firm meanwhile. */
    Mono<Boolean> seat(Govern.Command command, Situation now, @Nullable Integer seats) {
        var entry =
                entry(
                        command,
                        now,
                        SeatsSetV1.TYPE,
                        new Audience.Organization(command.organization()),
                        new SeatsSetV1(command.organization(), seats));
        var alliance = command.caller().alliance();
        return database.inAlliance(
                alliance,
                sql -> {
                    var statement =
                            sql.sql(SEAT + Journal.APPEND)
                                    .bind("alliance", alliance)
                                    .bind("organization", command.organization())
                                    .bind("version", now.version())
                                    .bind("journal", journal.json(entry));
                    var bound =
                            seats == null
                                    ? statement.bindNull("seats", Integer.class)
                                    : statement.bind("seats", seats);
                    return Successions.hold(sql, alliance, command.organization())
                            .flatMap(_ -> bound.fetch().rowsUpdated())
                            .map(kept -> kept > 0);
                });
    }

    private static final String SEAT =
            """
            WITH kept AS (
                UPDATE organization o SET seats = CAST(:seats AS int), version = version + 1
                WHERE alliance_id = :alliance AND id = :organization AND version = :version
                  AND (CAST(:seats AS int) IS NULL OR CAST(:seats AS int) >= %s)
                RETURNING alliance_id)\
            """
                    .formatted(Seats.HELD);

    private static Journal.Entry entry(
            Govern.Command command, Situation now, String type, Audience audience, Object payload) {
        return new Journal.Entry(
                command.key(),
                type,
                command.organization(),
                now.version() + 1,
                now.person(),
                now.by().organization().value(),
                audience,
                command.requestHash(),
                payload);
    }

    record Situation(
            UUID person,
            Body.Official by,
            Body body,
            Body.@Nullable Present theirs,
            String role,
            long version,
            @Nullable String earlierHash) {}
}
