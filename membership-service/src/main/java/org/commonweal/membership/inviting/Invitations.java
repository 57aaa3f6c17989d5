package org.commonweal.membership.inviting;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.bodies.Seats;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.inviting.InvitationsController.InvitationRequest;
import org.commonweal.membership.wire.InvitationSentV1;
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

/** Invitations that members send: the SQL. */
@Component
class Invitations {

    private static final String COLUMNS =
            """
            SELECT i.*, CASE WHEN i.state = 'SENT' AND i.expires_at <= app_now() THEN 'EXPIRED'
                             ELSE i.state END AS shown_state
            FROM invitation i
            """;

    private static final String MINE =
            """
             JOIN standing me ON me.alliance_id = i.alliance_id AND me.person_id = i.inviter_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND i.inviter_organization_id = me.organization_id\
            """;

    private final ScopedDatabase database;
    private final Journal journal;
    private final Cursors cursors;

    Invitations(ScopedDatabase database, Journal journal, Cursors cursors) {
        this.database = database;
        this.journal = journal;
        this.cursors = cursors;
    }

    /** What decides whether this invitation is sent; empty without standing. */
    Mono<Situation> situation(InvitePerson.Command command) {
        var request = command.request();
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.id())
                                .bind("organization", request.organization())
                                .bind("email", lower(request.email()))
                                .bind("mail_domain", mailDomain(request))
                                .bind("text", text(request))
                                .bind("class", request.offer().as().name())
                                .bind("call", call(request))
                                .map(Invitations::decisive)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, me.delegate, me.class,
                   encode(j.request_hash, 'hex') AS earlier,
                   EXISTS (SELECT FROM organization o WHERE o.alliance_id = me.alliance_id
                       AND o.id = :organization AND o.role <> 'HISTORICAL' AND o.left_at IS NULL) AS organization_known,
                   EXISTS (SELECT FROM membership m JOIN person p ON p.id = m.person_id
                       WHERE m.alliance_id = me.alliance_id AND m.state = 'ACTIVE'
                         AND p.email = :email
                         AND NOT\
            """
                    + Widenings.of(":organization", ":class", ":call")
                    + """
                           ) AS already_member,
                           EXISTS (SELECT FROM mail_domain d WHERE d.alliance_id = me.alliance_id
                               AND d.name = :mail_domain AND d.state = 'PROVED'
                               AND d.organization_id <> :organization) AS address_of_another,
                           coalesce(:class = 'MEMBER' AND (SELECT o.seats <= %s + %s
                               FROM organization o WHERE o.alliance_id = me.alliance_id
                                 AND o.id = :organization), false) AS seats_taken,
                           (SELECT count(*) FROM invitation i WHERE i.alliance_id = me.alliance_id
                               AND i.inviter_id = me.person_id
                               AND i.text_hash = sha256(convert_to(:text, 'UTF8'))) AS identical
                    FROM standing me
                    LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
                    WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
                      AND me.state = 'ACTIVE'\
                    """
                            .formatted(Seats.HELD, Seats.INVITED);

    private static Situation decisive(Readable row) {
        return new Situation(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                ParticipantClass.valueOf(Columns.of(row, "class", String.class)),
                row.get("earlier", String.class),
                Columns.of(row, "organization_known", Boolean.class),
                Columns.of(row, "address_of_another", Boolean.class),
                new Invitation.Place(
                        Columns.of(row, "already_member", Boolean.class),
                        Columns.of(row, "seats_taken", Boolean.class)),
                Columns.of(row, "identical", Integer.class));
    }

    private static String mailDomain(InvitationRequest request) {
        return DomainName.ofAddress(request.email()).map(DomainName::value).orElse("");
    }

    /** False when the id stands for an invitation already. */
    Mono<Boolean> keep(InvitePerson.Command command, Member by) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(
                                        """
                                        WITH kept AS (
                                            INSERT INTO invitation (alliance_id, id, email, name,
                                                organization_id, inviter_id, inviter_organization_id,
                                                reason, ask, text_hash, state, sent_at, expires_at,
                                                version, class, call)
                                            VALUES (:alliance, :id, :email, :name, :organization,
                                                :inviter, :inviter_organization, :reason, :ask,
                                                sha256(convert_to(:text, 'UTF8')), 'SENT', app_now(),
                                                app_now() + make_interval(days => :days), 1, :class,
                                                CAST(:call AS uuid))
                                            ON CONFLICT (alliance_id, id) DO NOTHING
                                            RETURNING alliance_id)\
                                        """
                                                + Journal.APPEND)
                                .bindValues(values(command, by))
                                .bind("journal", journal.json(sent(command, by)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static Map<String, Object> values(InvitePerson.Command command, Member by) {
        var request = command.request();
        return Map.ofEntries(
                Map.entry("alliance", command.caller().alliance()),
                Map.entry("id", command.id()),
                Map.entry("email", lower(request.email())),
                Map.entry("name", request.name()),
                Map.entry("organization", request.organization()),
                Map.entry("inviter", by.person().value()),
                Map.entry("inviter_organization", by.organization().value()),
                Map.entry("reason", request.reason().strip()),
                Map.entry("ask", request.ask().strip()),
                Map.entry("text", text(request)),
                Map.entry("class", request.offer().as().name()),
                Map.entry("call", call(request)),
                Map.entry("days", (int) Invitation.STANDS_FOR.toDays()));
    }

    private static Journal.Entry sent(InvitePerson.Command command, Member by) {
        var inviter = by.person().value();
        return new Journal.Entry(
                command.id(),
                InvitationSentV1.TYPE,
                command.id(),
                1,
                inviter,
                by.organization().value(),
                new Audience.Persons(java.util.List.of(inviter)),
                command.requestHash(),
                new InvitationSentV1(
                        command.id(),
                        command.request().organization(),
                        inviter,
                        command.request().ask().strip()));
    }

    /** One that the caller sent. */
    Mono<InvitationView> sentBy(Caller caller, UUID id) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(COLUMNS + MINE + " AND i.id = :id"))
                                .bind("id", id)
                                .map(Invitations::view)
                                .one());
    }

    /** Those that the caller sent, newest first; none, too, without standing. */
    Mono<Page<InvitationView>> sentBy(Caller caller, @Nullable String cursor, int limit) {
        var after = cursors.below(cursor);
        return database.inAlliance(
                        caller.alliance(),
                        sql ->
                                caller.bind(
                                                sql.sql(
                                                        COLUMNS
                                                                + MINE
                                                                + """
                                                                 AND i.id < :after
                                                                ORDER BY i.id DESC LIMIT :most\
                                                                """))
                                        .bind("after", after)
                                        .bind("most", limit + 1)
                                        .map(Invitations::view)
                                        .all()
                                        .collectList())
                .map(rows -> Page.of(rows, limit, last -> cursors.encode(last.id())));
    }

    /** One that is addressed to a login by its proven address; empty otherwise. */
    Mono<InvitationView> addressedTo(Login login, UUID alliance, UUID id) {
        var email = login.provenEmail();
        if (email == null) {
            return Mono.empty();
        }
        return database.inRegistry(
                Map.of("email", email),
                sql ->
                        sql.sql(
                                        COLUMNS
                                                + """
                                                WHERE i.alliance_id = :alliance AND i.id = :id
                                                 AND i.email = :email\
                                                """)
                                .bind("alliance", alliance)
                                .bind("id", id)
                                .bind("email", email)
                                .map(Invitations::view)
                                .one());
    }

    static InvitationView view(Readable row) {
        return new InvitationView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "email", String.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "inviter_id", UUID.class),
                ParticipantClass.valueOf(Columns.of(row, "class", String.class)),
                row.get("call", UUID.class),
                Columns.of(row, "reason", String.class),
                Columns.of(row, "ask", String.class),
                InvitationView.State.valueOf(Columns.of(row, "shown_state", String.class)),
                Columns.of(row, "sent_at", Instant.class),
                Columns.of(row, "expires_at", Instant.class),
                row.get("answered_at", Instant.class));
    }

    private static Parameter call(InvitationRequest request) {
        var call = request.call();
        return call == null ? Parameters.in(UUID.class) : Parameters.in(call);
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Blanks and case do not make two texts different. */
    private static String text(InvitationRequest request) {
        return (request.reason() + "\n" + request.ask())
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    record Situation(
            Member me,
            ParticipantClass as,
            @Nullable String earlierHash,
            boolean organizationKnown,
            boolean addressOfAnother,
            Invitation.Place place,
            int identical) {

        Invitation.Draft draft(InvitationRequest request) {
            return new Invitation.Draft(
                    as,
                    request.offer(),
                    request.reason(),
                    request.ask(),
                    organizationKnown,
                    addressOfAnother,
                    place,
                    identical);
        }
    }
}
