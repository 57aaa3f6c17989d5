package org.commonweal.membership.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.maildomains.WayInColumns;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the registry tells a person of themselves. */
@Component
class MyMemberships {

    private static final int LIST_MOST = 100;

    private final ScopedDatabase database;

    MyMemberships(ScopedDatabase database) {
        this.database = database;
    }

    /** One transaction, its reads in a row. */
    Mono<Me> of(Login login, PersonId person) {
        var self = Self.of(person, login);
        return database.inRegistry(
                Registry.scope(login, person),
                sql ->
                        Mono.zip(
                                        alliances(sql, login, person),
                                        invitations(sql, login),
                                        MyApplications.of(sql, person),
                                        MyPastAlliances.of(sql, person))
                                .map(four ->
                                        new Me(
                                                self,
                                                four.getT1(),
                                                four.getT2(),
                                                four.getT3(),
                                                four.getT4())));
    }

    /** Where this login stands, and for which firm: one of an earlier firm's shows nothing. */
    private static Mono<List<MyAlliance>> alliances(
            DatabaseClient sql, Login login, PersonId person) {
        return sql.sql(
                        """
                        SELECT a.alliance_id, a.name, a.slug, a.history, p.organization_id, p.delegate,
                               p.administrator, p.class, s.call, p.besides
                        FROM standing s
                        JOIN place p ON p.alliance_id = s.alliance_id AND p.person_id = s.person_id
                             AND p.organization_id = s.organization_id
                        JOIN alliance a ON a.alliance_id = s.alliance_id
                        WHERE s.person_id = :person AND s.state <> 'ENDED'
                          AND s.issuer = :issuer AND s.subject = :subject
                        ORDER BY a.name LIMIT :most\
                        """)
                .bind("issuer", login.issuer())
                .bind("subject", login.subject())
                .bind("person", person.value())
                .bind("most", LIST_MOST)
                .map(row -> alliance(row))
                .all()
                .collectList();
    }

    private static MyAlliance alliance(Readable row) {
        return new MyAlliance(
                Columns.of(row, "alliance_id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "slug", String.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "delegate", Boolean.class),
                Columns.of(row, "administrator", Boolean.class),
                ParticipantClass.valueOf(Columns.of(row, "class", String.class)),
                row.get("call", UUID.class),
                Columns.of(row, "besides", Boolean.class),
                Columns.of(row, "history", Boolean.class));
    }

    private static Mono<List<MyInvitation>> invitations(DatabaseClient sql, Login login) {
        return sql.sql(
                        """
                        SELECT i.id, i.alliance_id, a.name AS alliance_name, i.organization_id,
                               o.name AS organization_name, p.name AS inviter_name,
                               f.name AS inviter_organization, i.reason, i.ask, i.sent_at, i.expires_at,
                               i.class, i.call
                        FROM invitation i
                        JOIN alliance a ON a.alliance_id = i.alliance_id
                        JOIN organization o
                          ON o.alliance_id = i.alliance_id AND o.id = i.organization_id
                        JOIN organization f
                          ON f.alliance_id = i.alliance_id AND f.id = i.inviter_organization_id
                        JOIN person p ON p.id = i.inviter_id
                        WHERE i.email = :email AND i.state = 'SENT' AND i.expires_at > app_now()
                          AND\
                        """
                                + WayInColumns.ADDRESS_COUNTS
                                + "ORDER BY i.sent_at DESC LIMIT :most")
                .bind("email", login.provenEmail() == null ? "" : login.provenEmail())
                .bind("most", LIST_MOST)
                .bind("mail_domain", login.mailDomain())
                .bind("provider", login.provider())
                .map(row ->
                        new MyInvitation(
                                Columns.of(row, "id", UUID.class),
                                Columns.of(row, "alliance_id", UUID.class),
                                Columns.of(row, "alliance_name", String.class),
                                Columns.of(row, "organization_id", UUID.class),
                                Columns.of(row, "organization_name", String.class),
                                Columns.of(row, "inviter_name", String.class),
                                Columns.of(row, "inviter_organization", String.class),
                                Columns.of(row, "reason", String.class),
                                Columns.of(row, "ask", String.class),
                                Columns.of(row, "sent_at", Instant.class),
                                Columns.of(row, "expires_at", Instant.class),
                                ParticipantClass.valueOf(Columns.of(row, "class", String.class)),
                                row.get("call", UUID.class)))
                .all()
                .collectList();
    }

    record Me(
            Self person,
            List<MyAlliance> alliances,
            List<MyInvitation> invitations,
            List<MyApplications.MyApplication> applications,
            List<MyPastAlliances.PastAlliance> past) {}

    /**
     * @param provider the alias of the firm's own provider through which this login came, or null
     *     for an account of the platform's realm; who founds an alliance names it as the own firm's
     *     way in
     */
    record Self(UUID id, String name, @Nullable String email, @Nullable String provider) {

        static Self of(PersonId person, Login login) {
            var provider = login.provider().isEmpty() ? null : login.provider();
            return new Self(person.value(), login.name(), login.provenEmail(), provider);
        }
    }

    /**
     * @param organization for which the login acts
     * @param call the one goal that a guest may give to
     * @param besides whether it is a second firm's login, and the home firm another one
     */
    record MyAlliance(
            UUID id,
            String name,
            String slug,
            UUID organization,
            boolean delegate,
            boolean administrator,
            @JsonProperty("class") ParticipantClass memberClass,
            @Nullable UUID call,
            boolean besides,
            boolean history) {}

    record MyInvitation(
            UUID id,
            UUID alliance,
            String allianceName,
            UUID organization,
            String organizationName,
            String inviterName,
            String inviterOrganization,
            String reason,
            String ask,
            Instant sentAt,
            Instant expiresAt,
            @JsonProperty("class") ParticipantClass memberClass,
            @Nullable UUID call) {}
}
