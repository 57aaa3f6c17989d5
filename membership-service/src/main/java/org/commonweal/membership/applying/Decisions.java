package org.commonweal.membership.applying;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.bodies.Seats;
import org.commonweal.membership.domain.Application;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.wire.ApplicationDecidedV1;
import org.commonweal.membership.wire.InvitationSentV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers to applications: the SQL. It writes offers, and no membership. */
@Component
class Decisions {

    private final ScopedDatabase database;
    private final Journal journal;

    Decisions(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty when there is no such application for the caller to decide on. */
    Mono<Situation> situation(DecideApplication.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("id", command.application())
                                .bind("command", command.key())
                                .bind("class", command.decision().offer().as().name())
                                .map(Decisions::decisive)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT d.person_id, d.organization_id, d.delegate, a.organization_id AS firm, a.state,
                   a.version, encode(j.request_hash, 'hex') AS earlier,
                   EXISTS (SELECT FROM membership m WHERE m.alliance_id = a.alliance_id
                       AND m.person_id = a.person_id AND m.state = 'ACTIVE') AS already_member,
                   coalesce(:class = 'MEMBER' AND (SELECT o.seats <= %s + %s
                       FROM organization o WHERE o.alliance_id = a.alliance_id
                         AND o.id = a.organization_id), false) AS seats_taken
            FROM standing d JOIN application a ON a.alliance_id = d.alliance_id
            LEFT JOIN journal j ON j.alliance_id = a.alliance_id AND j.id = :command
            WHERE d.alliance_id = :alliance AND d.issuer = :issuer AND d.subject = :subject
              AND a.id = :id AND\
            """
                            .formatted(Seats.HELD, Seats.INVITED)
                    + Applications.DECIDES;

    private static Situation decisive(Readable row) {
        return new Situation(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                Columns.of(row, "state", String.class).equals("OPEN")
                        ? new Application.Open(
                                Columns.of(row, "already_member", Boolean.class),
                                Columns.of(row, "seats_taken", Boolean.class))
                        : new Application.Closed(),
                Columns.of(row, "firm", UUID.class),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** Zero when the application was answered or withdrawn meanwhile. */
    Mono<Long> keep(DecideApplication.Command command, Situation now) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(KEEP + Journal.APPEND)
                                .bindValues(values(command, now))
                                .bind("journal", journal.json(told(command, now)))
                                .fetch()
                                .rowsUpdated());
    }

    private static final String KEEP =
            """
            WITH asked AS (
                SELECT a.*, p.name FROM application a JOIN person p ON p.id = a.person_id
                WHERE a.alliance_id = :alliance AND a.id = :id AND a.state = 'OPEN'
                FOR UPDATE OF a),
            offered AS (
                INSERT INTO invitation (alliance_id, id, email, name, organization_id, inviter_id,
                    inviter_organization_id, reason, ask, text_hash, state, sent_at, expires_at,
                    version, class, call)
                SELECT alliance_id, :offer, email, name, organization_id, :by, :by_organization,
                    :reason, :ask, sha256(convert_to(CAST(:id AS text), 'UTF8')), 'SENT', app_now(),
                    app_now() + make_interval(days => :days), 1, :class, CAST(:call AS uuid)
                FROM asked WHERE :accepted),
            kept AS (
                UPDATE application a SET decided_at = app_now(), decided_by = :by, reason = :reason,
                    state = CASE WHEN :accepted THEN 'ACCEPTED' ELSE 'REFUSED' END,
                    offer_id = CASE WHEN :accepted THEN CAST(:offer AS uuid) END,
                    version = a.version + 1
                FROM asked WHERE a.alliance_id = asked.alliance_id AND a.id = asked.id
                RETURNING a.alliance_id)\
            """;

    private static Map<String, Object> values(DecideApplication.Command command, Situation now) {
        var decision = command.decision();
        var call = decision.offer().call();
        return Map.ofEntries(
                Map.entry("alliance", command.caller().alliance()),
                Map.entry("id", command.application()),
                Map.entry("offer", offer(command)),
                Map.entry("by", now.by().person().value()),
                Map.entry("by_organization", now.by().organization().value()),
                Map.entry("reason", decision.reason().strip()),
                Map.entry("ask", decision.ask().strip()),
                Map.entry("accepted", decision.accepted()),
                Map.entry("class", decision.offer().as().name()),
                Map.entry("call", call == null ? Parameters.in(UUID.class) : call),
                Map.entry("days", (int) Invitation.STANDS_FOR.toDays()));
    }

    private static UUID offer(DecideApplication.Command command) {
        return Ids.derived(command.key(), 1);
    }

    private static List<Journal.Entry> told(DecideApplication.Command command, Situation now) {
        var by = now.by();
        var accepted = command.decision().accepted();
        var facts = new ArrayList<Journal.Entry>();
        facts.add(
                new Journal.Entry(
                        command.key(),
                        ApplicationDecidedV1.TYPE,
                        command.application(),
                        now.version() + 1,
                        by.person().value(),
                        by.organization().value(),
                        new Audience.Persons(List.of(by.person().value())),
                        command.requestHash(),
                        new ApplicationDecidedV1(
                                command.application(),
                                now.firm(),
                                accepted,
                                accepted ? offer(command) : null)));
        if (accepted) {
            facts.add(offered(command, now));
        }
        return facts;
    }

    /** Its mail is the one of every invitation. */
    private static Journal.Entry offered(DecideApplication.Command command, Situation now) {
        var by = now.by();
        return new Journal.Entry(
                Ids.derived(command.key(), 2),
                InvitationSentV1.TYPE,
                offer(command),
                1,
                by.person().value(),
                by.organization().value(),
                new Audience.Persons(List.of(by.person().value())),
                null,
                new InvitationSentV1(
                        offer(command),
                        now.firm(),
                        by.person().value(),
                        command.decision().ask().strip()));
    }

    record Situation(
            Member by,
            Application application,
            UUID firm,
            long version,
            @Nullable String earlierHash) {}
}
