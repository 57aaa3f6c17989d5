package org.commonweal.membership.newlogin;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Codes that were told to members, as hashes; of each member the newest alone: the SQL. */
@Component
class Codes {

    private final ScopedDatabase database;

    Codes(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty without standing at the home firm: a second place has a login of its own. */
    Mono<Situation> situation(AskForCode.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .map(row ->
                                        new Situation(
                                                Columns.of(row, "person_id", UUID.class),
                                                Columns.of(row, "organization_id", UUID.class),
                                                Columns.of(row, "own_provider", Boolean.class),
                                                Columns.of(row, "told", Boolean.class)))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id,
                   EXISTS (SELECT ways_in(o.alliance_id, o.id, o.provider)) AS own_provider,
                   n.command IS NOT NULL AS told
            FROM standing me
            JOIN membership m ON m.alliance_id = me.alliance_id AND m.person_id = me.person_id
                 AND m.organization_id = me.organization_id
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = me.organization_id
            LEFT JOIN new_login n ON n.alliance_id = me.alliance_id
                 AND n.person_id = me.person_id AND n.command = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    /** Nobody learns of it: until the code is brought, nothing has changed. */
    Mono<Long> keep(AskForCode.Command command, Situation now, String code, Instant until) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO new_login (alliance_id, person_id,
                                            organization_id, command, code_hash, asked_at, until)
                                        VALUES (:alliance, :person, :organization, :command,
                                            sha256(convert_to(:code, 'UTF8')), app_now(), :until)
                                        ON CONFLICT (alliance_id, person_id) DO UPDATE
                                        SET organization_id = excluded.organization_id,
                                            command = excluded.command,
                                            code_hash = excluded.code_hash,
                                            asked_at = excluded.asked_at, until = excluded.until,
                                            taken_at = NULL\
                                        """)
                                .bind("alliance", command.caller().alliance())
                                .bind("person", now.person())
                                .bind("organization", now.organization())
                                .bind("command", command.key())
                                .bind("code", code)
                                .bind("until", until)
                                .fetch()
                                .rowsUpdated());
    }

    record Situation(UUID person, UUID organization, boolean ownProvider, boolean toldBefore) {}
}
