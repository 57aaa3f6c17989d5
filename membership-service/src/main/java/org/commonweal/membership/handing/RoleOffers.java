package org.commonweal.membership.handing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Handover;
import org.commonweal.membership.domain.Handover.Colleague;
import org.commonweal.membership.wire.HandoverChangedV1;
import org.commonweal.membership.wire.NeedOpenedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Roles that are offered: the SQL. */
@Component
class RoleOffers {

    /** What a colleague {@code their} is, for the role {@code wanted.role}. */
    static final String COLLEAGUE =
            """
            CASE WHEN their.person_id IS NULL THEN 'NOBODY'
                 WHEN their.class <> 'MEMBER' THEN 'NO_MEMBER'
                 WHEN CASE wanted.role WHEN 'ADMINISTRATOR' THEN their.administrator
                      ELSE their.delegate END THEN 'HOLDS_IT'
                 ELSE 'FREE' END\
            """;

    private static final String WHY = "A colleague asks you to take over a role of your firm.";

    private final ScopedDatabase database;
    private final Journal journal;

    RoleOffers(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing. */
    Mono<Situation> situation(HandOver.Command command, UUID person, Handover.Role role) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("person", person)
                                .bind("role", role.name())
                                .map(row -> situation(row))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, o.name AS firm,
                   encode(j.request_hash, 'hex') AS earlier,
                   coalesce(CASE wanted.role WHEN 'ADMINISTRATOR' THEN own.administrator
                       ELSE own.delegate END, false) AS held,
                   %s AS colleague,
                   EXISTS (SELECT FROM handover h WHERE h.alliance_id = me.alliance_id
                       AND h.organization_id = me.organization_id AND h.from_id = me.person_id
                       AND h.role = wanted.role AND h.state = 'OFFERED') AS offered
            FROM standing me
            CROSS JOIN (SELECT CAST(:role AS text) AS role) wanted
            LEFT JOIN membership own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = me.organization_id
            LEFT JOIN membership their ON their.alliance_id = me.alliance_id
                 AND their.organization_id = me.organization_id AND their.person_id = :person
                 AND their.person_id <> me.person_id
                 AND their.state = 'ACTIVE' AND their.suspended_at IS NULL
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(COLLEAGUE);

    private static Situation situation(Readable row) {
        return new Situation(
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "firm", String.class),
                new Handover.Draft(
                        Columns.of(row, "held", Boolean.class),
                        Colleague.valueOf(Columns.of(row, "colleague", String.class)),
                        Columns.of(row, "offered", Boolean.class)),
                row.get("earlier", String.class));
    }

    /** False when the id stands for something, or the role is offered meanwhile. */
    Mono<Boolean> keep(HandOver.Command command, Situation by, UUID person, Handover.Role role) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(KEEP + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("id", command.handover())
                                .bind("organization", by.organization())
                                .bind("from", by.person())
                                .bind("person", person)
                                .bind("role", role.name())
                                .bind(
                                        "journal",
                                        journal.json(
                                                offered(command, by, person, role),
                                                needed(command, by, person)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO handover (alliance_id, id, organization_id, from_id, person_id, role,
                    state, offered_at, changed_at, version)
                VALUES (:alliance, :id, :organization, :from, :person, :role, 'OFFERED', app_now(),
                    app_now(), 1)
                ON CONFLICT DO NOTHING
                RETURNING alliance_id)\
            """;

    private static Journal.Entry offered(
            HandOver.Command command, Situation by, UUID person, Handover.Role role) {
        return new Journal.Entry(
                command.key(),
                HandoverChangedV1.TYPE,
                command.handover(),
                1,
                by.person(),
                by.organization(),
                new Audience.Persons(List.of(by.person(), person)),
                command.requestHash(),
                new HandoverChangedV1(
                        command.handover(),
                        by.organization(),
                        by.person(),
                        person,
                        role.name(),
                        Handover.State.OFFERED.name(),
                        1));
    }

    /** It has the handover's id, so that whatever ends the one ends the other. */
    private static Journal.Entry needed(HandOver.Command command, Situation by, UUID person) {
        var link = new NeedOpenedV1.LinkV1("handover", command.handover());
        return new Journal.Entry(
                Ids.derived(command.key(), 1),
                NeedOpenedV1.TYPE,
                command.handover(),
                1,
                by.person(),
                by.organization(),
                new Audience.Persons(List.of(person)),
                null,
                new NeedOpenedV1(command.handover(), person, WHY, null, link, by.firm()));
    }

    record Situation(
            UUID person,
            UUID organization,
            String firm,
            Handover.Draft draft,
            @Nullable String earlierHash) {}
}
