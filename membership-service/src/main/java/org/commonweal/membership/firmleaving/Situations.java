package org.commonweal.membership.firmleaving;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.domain.Departure;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a decision on a firm's leaving rests on: the SQL. */
@Component
class Situations {

    private final ScopedDatabase database;

    Situations(ScopedDatabase database) {
        this.database = database;
    }

    /** What the same command brought about before, by whoever sent it, member or not any more. */
    Mono<LeaveAsFirm.Outcome> earlier(LeaveAsFirm.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(EARLIER))
                                .bind("command", command.key())
                                .map(row -> earlier(row, command))
                                .one());
    }

    private static final String EARLIER =
            """
            SELECT encode(j.request_hash, 'hex') AS earlier, j.subject,
                   CAST(j.payload ->> 'leavesAt' AS timestamptz) AS leaves_at,
                   CASE WHEN j.payload -> 'people' IS NOT NULL THEN j.at END AS left_at
            FROM journal j
            JOIN standing me ON me.alliance_id = j.alliance_id AND me.person_id = j.actor
            WHERE j.alliance_id = :alliance AND j.id = :command
              AND me.issuer = :issuer AND me.subject = :subject\
            """;

    private static LeaveAsFirm.Outcome earlier(Readable row, LeaveAsFirm.Command command) {
        return Columns.of(row, "earlier", String.class).equals(command.requestHash())
                ? new LeaveAsFirm.Outcome.Done(
                        new LeaveAsFirm.ExitView(
                                Columns.of(row, "subject", UUID.class),
                                row.get("leaves_at", Instant.class),
                                row.get("left_at", Instant.class)))
                : new LeaveAsFirm.Outcome.IdTaken();
    }

    /** Empty without standing, and for an organization that is not there. */
    Mono<Situation> of(Caller caller, UUID organization) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(SITUATION))
                                .bind("organization", organization)
                                .map(Situations::situation)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id AS mine, own.administrator,
                   o.id, o.version, o.leaves_at, l.time_zone, app_now() AS now,
                   (SELECT count(*) FROM membership m WHERE m.alliance_id = o.alliance_id
                       AND m.organization_id = o.id AND m.state = 'ACTIVE') AS members
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = :organization
            JOIN alliance l ON l.alliance_id = me.alliance_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static Situation situation(Readable row) {
        return new Situation(
                Columns.of(row, "person_id", UUID.class),
                new Body.Official(
                        new OrganizationId(Columns.of(row, "mine", UUID.class)),
                        Columns.of(row, "administrator", Boolean.class)),
                new Departure.Firm(
                        new OrganizationId(Columns.of(row, "id", UUID.class)),
                        Columns.of(row, "members", Long.class),
                        row.get("leaves_at", Instant.class) != null),
                Columns.of(row, "version", Long.class),
                ZoneId.of(Columns.of(row, "time_zone", String.class)),
                Columns.of(row, "now", Instant.class));
    }

    /** Who acts, on which firm, in the version that was read, and what day it is there. */
    record Situation(
            UUID person,
            Body.Official by,
            Departure.Firm firm,
            long version,
            ZoneId zone,
            Instant now) {

        LocalDate today() {
            return LocalDate.ofInstant(now, zone);
        }

        /** When the day is over. */
        Instant endOf(LocalDate day) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }
}
