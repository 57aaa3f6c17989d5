package org.commonweal.membership.newlogin;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.NewLogin;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.maildomains.WayInColumns;
import org.commonweal.membership.me.Registry;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Members whom another login takes over: the SQL. */
@Component
class Takeovers {

    private final ScopedDatabase database;

    Takeovers(ScopedDatabase database) {
        this.database = database;
    }

    /**
     * Empty when nobody here was told that code, or is a member of that firm no more, or the firm's
     * directory has named the person inactive.
     */
    Mono<Situation> situation(TakeOver.Command command, PersonId known) {
        return database.inRegistry(
                Registry.scope(command.login(), known, command.caller().alliance()),
                sql ->
                        sql.sql(SITUATION)
                                .bind("alliance", command.caller().alliance())
                                .bind("issuer", command.login().issuer())
                                .bind("subject", command.login().subject())
                                .bind("code", command.code())
                                .bind("command", command.key())
                                .bind("known", known.value())
                                .bind("mail_domain", command.login().mailDomain())
                                .bind("login", command.login().provider())
                                .map(row -> situation(row))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT n.person_id, n.organization_id, n.until,
                   n.taken_at IS NOT NULL AS taken, %s,
                   encode(j.request_hash, 'hex') AS earlier,
                   EXISTS (SELECT FROM standing s WHERE s.alliance_id = n.alliance_id
                       AND s.issuer = :issuer AND s.subject = :subject
                       AND s.person_id = n.person_id AND s.state = 'ACTIVE') AS same_person,
                   n.person_id <> :known AND (
                       EXISTS (SELECT FROM membership k WHERE k.person_id = :known)
                       OR EXISTS (SELECT FROM application p WHERE p.person_id = :known))
                       AS known_as_another
            FROM new_login n
            JOIN organization o ON o.alliance_id = n.alliance_id AND o.id = n.organization_id
            JOIN membership m ON m.alliance_id = n.alliance_id AND m.person_id = n.person_id
                 AND m.organization_id = n.organization_id AND m.state = 'ACTIVE'
                 AND m.class <> 'GUEST' AND m.suspended_at IS NULL
            LEFT JOIN journal j ON j.alliance_id = n.alliance_id AND j.id = :command
            WHERE n.alliance_id = :alliance AND n.code_hash = sha256(convert_to(:code, 'UTF8'))\
            """
                    .formatted(WayInColumns.COLUMNS);

    private static Situation situation(Readable row) {
        return new Situation(
                new NewLogin(
                        Objects.requireNonNull(WayInColumns.of(row)),
                        Columns.of(row, "until", Instant.class),
                        Columns.of(row, "taken", Boolean.class)),
                new NewLogin.Bearer(
                        Columns.of(row, "same_person", Boolean.class),
                        Columns.of(row, "known_as_another", Boolean.class)),
                view(row),
                row.get("earlier", String.class));
    }

    private static Outcome.TakenOverView view(Readable row) {
        return new Outcome.TakenOverView(
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class));
    }

    /** Empty when it was taken, or the membership changed, at the same moment. */
    Mono<Outcome> take(TakeOver.Command command, Situation now) {
        var alliance = command.caller().alliance();
        return database.inRegistry(
                Registry.scope(command.login(), new PersonId(now.view().person()), alliance),
                sql ->
                        Successions.hold(sql, alliance, now.view().organization())
                                .flatMap(_ -> take(sql, command, now)));
    }

    private static Mono<Outcome> take(DatabaseClient sql, TakeOver.Command command, Situation now) {
        return sql.sql(Takeover.STATEMENT)
                .bindValues(
                        Map.of(
                                "alliance", command.caller().alliance(),
                                "person", now.view().person(),
                                "code", command.code(),
                                "command", command.key(),
                                "second", Ids.derived(command.key(), 1),
                                "hash", command.requestHash(),
                                "standing_type", StandingChangedV1.TYPE,
                                "issuer", command.login().issuer(),
                                "subject", command.login().subject(),
                                "provider", command.login().provider()))
                .map(Takeovers::view)
                .one()
                .<Outcome>map(view -> new Outcome.TakenOver(view, true));
    }

    record Situation(
            NewLogin newLogin,
            NewLogin.Bearer bearer,
            Outcome.TakenOverView view,
            @Nullable String earlierHash) {

        NewLogin.Answer takenOver(Login login, Instant now) {
            return newLogin.takenOver(login, bearer, now);
        }
    }
}
