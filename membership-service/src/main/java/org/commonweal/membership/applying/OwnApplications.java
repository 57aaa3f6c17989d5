package org.commonweal.membership.applying;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Application;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.maildomains.WayInColumns;
import org.commonweal.membership.me.Registry;
import org.commonweal.membership.wire.ApplicationSentV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Applying: the SQL. No standing is asked for, and none is given. */
@Component
class OwnApplications {

    static final String DECIDERS =
            "ARRAY(SELECT DISTINCT d.person_id FROM standing d WHERE d.alliance_id = a.alliance_id AND"
                    + Applications.DECIDES
                    + "ORDER BY 1 LIMIT 1000) AS deciders";

    private final ScopedDatabase database;
    private final Journal journal;

    OwnApplications(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty when nobody ever set a front door. */
    Mono<Sending> sending(Apply.Command command, PersonId person) {
        return database.inRegistry(
                scope(command, person),
                sql ->
                        sql.sql(SENDING)
                                .bind("alliance", command.caller().alliance())
                                .bind("organization", command.request().organization())
                                .bind("person", person.value())
                                .bind("mail_domain", command.login().mailDomain())
                                .bind("command", command.id())
                                .bind("login", command.login().provider())
                                .map(OwnApplications::sending)
                                .one());
    }

    private static final String SENDING =
            """
            SELECT f.version, f.open, f.questions,
            """
                    + WayInColumns.COLUMNS
                    + """
                           , encode(j.request_hash, 'hex') AS earlier,
                           EXISTS (SELECT FROM membership m WHERE m.alliance_id = f.alliance_id
                               AND m.person_id = :person AND m.state = 'ACTIVE') AS already_member,
                           EXISTS (SELECT FROM application x WHERE x.alliance_id = f.alliance_id
                               AND x.person_id = :person AND x.state = 'OPEN') AS applied_already,
                           (SELECT max(x.decided_at) FROM application x WHERE x.person_id = :person
                               AND x.alliance_id = f.alliance_id AND x.state = 'REFUSED'
                               AND x.decided_by IS NOT NULL) AS refused_at,
                    """
                    + DECIDERS
                    + """
                     FROM front_door f
                    CROSS JOIN LATERAL (VALUES (f.alliance_id, CAST(:organization AS uuid)))
                        AS a(alliance_id, organization_id)
                    LEFT JOIN organization o ON o.alliance_id = f.alliance_id
                         AND o.id = a.organization_id AND o.role <> 'HISTORICAL'
                         AND o.left_at IS NULL
                    LEFT JOIN journal j ON j.alliance_id = f.alliance_id AND j.id = :command
                    WHERE f.alliance_id = :alliance ORDER BY f.version DESC LIMIT 1\
                    """;

    private static Sending sending(Readable row) {
        return new Sending(
                new Application.Draft(
                        FrontDoors.door(row),
                        WayInColumns.of(row),
                        Columns.of(row, "already_member", Boolean.class),
                        Columns.of(row, "applied_already", Boolean.class),
                        row.get("refused_at", Instant.class)),
                row.get("earlier", String.class),
                deciders(row));
    }

    static Audience deciders(Readable row) {
        return new Audience.Persons(List.of(Columns.of(row, "deciders", UUID[].class)));
    }

    /** False when the id stands for an application already. */
    Mono<Boolean> keep(Apply.Command command, PersonId person, Audience deciders) {
        return database.inRegistry(
                scope(command, person),
                sql ->
                        sql.sql(
                                        """
                                        WITH kept AS (
                                            INSERT INTO application (alliance_id, id, person_id, email,
                                                organization_id, questions_version, answers, state,
                                                applied_at, version)
                                            VALUES (:alliance, :id, :person, :email, :organization,
                                                :questions, :answers, 'OPEN', app_now(), 1)
                                            ON CONFLICT (alliance_id, id) DO NOTHING
                                            RETURNING alliance_id)\
                                        """
                                                + Journal.APPEND)
                                .bindValues(values(command, person))
                                .bind("journal", journal.json(sent(command, person, deciders)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static Map<String, Object> values(Apply.Command command, PersonId person) {
        var request = command.request();
        return Map.of(
                "alliance", command.caller().alliance(),
                "id", command.id(),
                "person", person.value(),
                "email", String.valueOf(command.login().provenEmail()),
                "organization", request.organization(),
                "questions", request.questionsVersion(),
                "answers", request.stripped().toArray(String[]::new));
    }

    private static Journal.Entry sent(Apply.Command command, PersonId person, Audience deciders) {
        return new Journal.Entry(
                command.id(),
                ApplicationSentV1.TYPE,
                command.id(),
                1,
                person.value(),
                null,
                deciders,
                command.requestHash(),
                new ApplicationSentV1(
                        command.id(),
                        command.request().organization(),
                        command.request().questionsVersion()));
    }

    private static Map<String, String> scope(Apply.Command command, PersonId person) {
        return Registry.scope(command.login(), person, command.caller().alliance());
    }

    record Sending(Application.Draft draft, @Nullable String earlierHash, Audience deciders) {}
}
