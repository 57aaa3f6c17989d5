package org.commonweal.membership.organizations;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.domain.Power;
import org.commonweal.membership.rulebook.Rulebooks;
import org.commonweal.membership.wire.OrganizationEnrolledV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Organizations: the SQL. */
@Component
class Organizations {

    private final ScopedDatabase database;
    private final Journal journal;
    private final Cursors cursors;

    Organizations(ScopedDatabase database, Journal journal, Cursors cursors) {
        this.database = database;
        this.journal = journal;
        this.cursors = cursors;
    }

    /** Empty without standing. */
    Mono<Situation> situation(EnrolOrganization.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(
                                        sql.sql(
                                                """
                                                SELECT me.person_id, me.organization_id, me.delegate,
                                                       o.role = 'SPONSOR' AS sponsors, power.*,
                                                       encode(j.request_hash, 'hex') AS earlier
                                                FROM standing me
                                                JOIN organization o ON o.alliance_id = me.alliance_id
                                                     AND o.id = me.organization_id
                                                %s
                                                LEFT JOIN journal j ON j.alliance_id = me.alliance_id
                                                     AND j.id = :command
                                                WHERE me.alliance_id = :alliance
                                                  AND me.issuer = :issuer AND me.subject = :subject
                                                  AND me.state = 'ACTIVE'\
                                                """
                                                        .formatted(Rulebooks.OVER_MEMBERSHIP)))
                                .bind("command", command.id())
                                .map(row -> situation(row))
                                .one());
    }

    private static Situation situation(Readable row) {
        return new Situation(
                member(row),
                Columns.of(row, "sponsors", Boolean.class),
                Rulebooks.power(row),
                row.get("earlier", String.class));
    }

    /** False when the id stands for an organization already. */
    Mono<Boolean> keep(EnrolOrganization.Command command, Member by) {
        var request = command.request();
        return database.inAlliance(
                command.caller().alliance(),
                sql -> {
                    var statement =
                            sql.sql(
                                            """
                                            WITH kept AS (
                                                INSERT INTO organization (alliance_id, id, name,
                                                    short_name, colour, role, mail_domains, provider,
                                                    enrolled_at)
                                                VALUES (:alliance, :id, :name, :short_name, :colour,
                                                    :role, :domains, nullif(:provider, ''), app_now())
                                                ON CONFLICT (alliance_id, id) DO NOTHING
                                                RETURNING alliance_id)\
                                            """
                                                    + Journal.APPEND)
                                    .bind("alliance", command.caller().alliance())
                                    .bind("id", command.id())
                                    .bind("name", request.name())
                                    .bind("short_name", request.shortName())
                                    .bind("colour", request.colour())
                                    .bind("role", request.role())
                                    .bind("domains", request.mailDomains().toArray(String[]::new))
                                    .bind(
                                            "provider",
                                            request.identityProvider() == null
                                                    ? ""
                                                    : request.identityProvider())
                                    .bind("journal", journal.json(enrolled(command, by)));
                    return statement.fetch().rowsUpdated().map(kept -> kept > 0);
                });
    }

    private static Journal.Entry enrolled(EnrolOrganization.Command command, Member by) {
        var request = command.request();
        return new Journal.Entry(
                command.id(),
                OrganizationEnrolledV1.TYPE,
                command.id(),
                1,
                by.person().value(),
                by.organization().value(),
                Audience.EVERYONE,
                command.requestHash(),
                new OrganizationEnrolledV1(
                        command.id(),
                        request.name(),
                        request.shortName(),
                        request.colour(),
                        request.role()));
    }

    Mono<OrganizationView> one(Caller caller, UUID id) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(VIEWS + " AND o.id = :id"))
                                .bind("id", id)
                                .map(Organizations::view)
                                .one());
    }

    /** By short name; empty without standing. */
    Mono<Page<OrganizationView>> page(Caller caller, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : cursors.decode(cursor, 2);
        return database.inAlliance(
                        caller.alliance(),
                        sql ->
                                caller.bind(
                                                sql.sql(
                                                        VIEWS
                                                                + """
                                                                 AND (o.short_name, o.id) >
                                                                    (:name, CAST(:id AS uuid))
                                                                ORDER BY o.short_name, o.id
                                                                LIMIT :most\
                                                                """))
                                        .bind("name", after == null ? "" : after.get(0))
                                        .bind("id", after == null ? NIL : after.get(1))
                                        .bind("most", limit + 1)
                                        .map(Organizations::view)
                                        .all()
                                        .collectList())
                .filter(rows -> cursor != null || !rows.isEmpty())
                .map(rows ->
                        Page.of(rows, limit, last -> cursors.encode(last.shortName(), last.id())));
    }

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    /** An alliance has an organization from its founding on: no row means no standing. */
    private static final String VIEWS =
            """
            SELECT o.id, o.name, o.short_name, o.colour, o.role, o.enrolled_at, o.left_at,
                   (SELECT count(*) FROM place m WHERE m.alliance_id = o.alliance_id
                       AND m.organization_id = o.id
                       AND m.suspended_at IS NULL AND m.class = 'MEMBER') AS members
            FROM standing me JOIN organization o ON o.alliance_id = me.alliance_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static OrganizationView view(Readable row) {
        return new OrganizationView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "short_name", String.class),
                Columns.of(row, "colour", String.class),
                Columns.of(row, "role", String.class),
                Columns.of(row, "members", Long.class),
                Columns.of(row, "enrolled_at", Instant.class),
                row.get("left_at", Instant.class));
    }

    private static Member member(Readable row) {
        return new Member(
                new PersonId(Columns.of(row, "person_id", UUID.class)),
                new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                Columns.of(row, "delegate", Boolean.class));
    }

    record Situation(Member me, boolean sponsors, Power power, @Nullable String earlierHash) {}

    record OrganizationView(
            UUID id,
            String name,
            String shortName,
            String colour,
            String role,
            long members,
            Instant enrolledAt,
            @Nullable Instant leftAt) {}
}
