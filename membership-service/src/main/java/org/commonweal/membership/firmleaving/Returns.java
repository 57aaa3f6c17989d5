package org.commonweal.membership.firmleaving;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Firms that come back: the SQL. */
@Component
class Returns {

    private final ScopedDatabase database;
    private final Journal journal;

    Returns(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing, and for an organization that is not there. */
    Mono<Situation> situation(BringBackFirm.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("organization", command.organization())
                                .map(Returns::found)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, me.delegate, o.name, o.short_name, o.colour,
                   o.role, o.left_at, o.version, mine.role = 'SPONSOR' AS sponsors, power.*,
                   encode(j.request_hash, 'hex') AS earlier
            FROM standing me
            JOIN organization mine ON mine.alliance_id = me.alliance_id
                 AND mine.id = me.organization_id
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = :organization
                 AND o.role <> 'HISTORICAL'
            %s
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(Rulebooks.OVER_MEMBERSHIP);

    private static Situation found(Readable row) {
        return new Situation(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                row.get("left_at", Instant.class) != null,
                Columns.of(row, "version", Long.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "short_name", String.class),
                Columns.of(row, "colour", String.class),
                Columns.of(row, "role", String.class),
                Columns.of(row, "sponsors", Boolean.class),
                Rulebooks.power(row),
                row.get("earlier", String.class));
    }

    /** False when somebody was faster. */
    Mono<Boolean> keep(BringBackFirm.Command command, Situation now) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(
                                        """
                                        WITH kept AS (
                                            UPDATE organization
                                            SET left_at = NULL, version = version + 1
                                            WHERE alliance_id = :alliance AND id = :organization
                                              AND version = :version AND left_at IS NOT NULL
                                            RETURNING alliance_id)\
                                        """
                                                + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("organization", command.organization())
                                .bind("version", now.version())
                                .bind("journal", journal.json(enrolled(command, now)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static Journal.Entry enrolled(BringBackFirm.Command command, Situation now) {
        return new Journal.Entry(
                command.key(),
                OrganizationEnrolledV1.TYPE,
                command.organization(),
                now.version() + 1,
                now.by().person().value(),
                now.by().organization().value(),
                Audience.EVERYONE,
                command.requestHash(),
                new OrganizationEnrolledV1(
                        command.organization(),
                        now.name(),
                        now.shortName(),
                        now.colour(),
                        now.role()));
    }

    record Situation(
            Member by,
            boolean left,
            long version,
            String name,
            String shortName,
            String colour,
            String role,
            boolean sponsors,
            Power power,
            @Nullable String earlierHash) {}
}
