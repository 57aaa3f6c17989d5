package org.commonweal.membership.moving;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.bodies.Seats;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.Move;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.maildomains.WayInColumns;
import org.commonweal.membership.me.Registry;
import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.MemberMovedV1;
import org.commonweal.membership.wire.MemberSecondedV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Members on their way to another firm, from theirs or besides it: the SQL. */
@Component
class Transfers {

    private final ScopedDatabase database;

    Transfers(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when there is no such offer, or its person is no member any more. */
    Mono<Situation> situation(TakeUpMove.Command command, PersonId known) {
        return database.inRegistry(
                scope(command, known),
                sql ->
                        sql.sql(SITUATION)
                                .bind("alliance", command.caller().alliance())
                                .bind("issuer", command.login().issuer())
                                .bind("subject", command.login().subject())
                                .bind("command", command.key())
                                .bind("move", command.move())
                                .bind("known", known.value())
                                .bind("code", command.codeText())
                                .bind("mail_domain", command.login().mailDomain())
                                .bind("login", command.login().provider())
                                .map(row -> situation(row))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT v.kind, v.person_id, v.organization_id, v.state, v.expires_at, m.organization_id AS from_id,
                   %s, encode(j.request_hash, 'hex') AS earlier,
                   EXISTS (SELECT FROM standing s WHERE s.alliance_id = v.alliance_id
                       AND s.issuer = :issuer AND s.subject = :subject
                       AND s.person_id = v.person_id AND s.state = 'ACTIVE'
                       AND s.organization_id = m.organization_id) AS same_person,
                   coalesce(v.code_hash = sha256(convert_to(:code, 'UTF8')), false) AS code,
                   v.person_id <> :known AND (
                       EXISTS (SELECT FROM membership k WHERE k.person_id = :known)
                       OR EXISTS (SELECT FROM application p WHERE p.person_id = :known))
                       AS known_as_another,
                   o.left_at IS NOT NULL OR coalesce(o.seats <= %s, false)
                       AS seats_taken,
                   EXISTS (SELECT FROM secondment x WHERE x.alliance_id = v.alliance_id
                       AND x.person_id = v.person_id AND x.until IS NULL) AS seconded
            FROM move v
            JOIN organization o ON o.alliance_id = v.alliance_id AND o.id = v.organization_id
            JOIN membership m ON m.alliance_id = v.alliance_id AND m.person_id = v.person_id
                 AND m.state = 'ACTIVE'
            LEFT JOIN journal j ON j.alliance_id = v.alliance_id AND j.id = :command
            WHERE v.alliance_id = :alliance AND v.id = :move\
            """
                    .formatted(WayInColumns.COLUMNS, Seats.heldWithout("v.person_id"));

    private static Situation situation(Readable row) {
        return new Situation(
                MoveAnswers.move(row),
                new PersonId(Columns.of(row, "person_id", UUID.class)),
                Columns.of(row, "from_id", UUID.class),
                new Move.Proof(
                        Columns.of(row, "same_person", Boolean.class),
                        Columns.of(row, "code", Boolean.class),
                        Columns.of(row, "known_as_another", Boolean.class)),
                new Move.Space(
                        Columns.of(row, "seats_taken", Boolean.class),
                        Columns.of(row, "seconded", Boolean.class)),
                row.get("earlier", String.class));
    }

    /** Empty when the offer was answered, the last seat taken or the firm changed meanwhile. */
    Mono<Outcome> keep(TakeUpMove.Command command, PersonId known, Situation now) {
        var alliance = command.caller().alliance();
        var to = now.move().to().value();
        return database.inRegistry(
                scope(command, now.person()),
                sql ->
                        Successions.holdBoth(sql, alliance, now.from(), to)
                                .flatMap(_ -> keep(sql, command, now))
                                .flatMap(kept ->
                                        known.equals(now.person())
                                                ? Mono.just(kept)
                                                : forget(sql, known).thenReturn(kept)));
    }

    private static Mono<Outcome> keep(
            DatabaseClient sql, TakeUpMove.Command command, Situation now) {
        return statement(sql, command.key(), now.move().kind())
                .bindValues(
                        Map.of(
                                "alliance", command.caller().alliance(),
                                "move", command.move(),
                                "person", now.person().value(),
                                "from", now.from(),
                                "command", command.key(),
                                "hash", command.requestHash()))
                .bind("issuer", command.login().issuer())
                .bind("subject", command.login().subject())
                .bind("provider", command.login().provider())
                .bind("second", Ids.derived(command.key(), 1))
                .map(Transfers::moved)
                .one()
                .<Outcome>map(view -> new Outcome.Moved(view, true));
    }

    /** As whom the login was known until now: nobody is left there, and no word of anybody. */
    private static Mono<Long> forget(DatabaseClient sql, PersonId known) {
        return sql.sql("SELECT set_config('app.person', :person, true)")
                .bind("person", known.value().toString())
                .fetch()
                .rowsUpdated()
                .then(
                        sql.sql(
                                        """
                                        UPDATE person SET name = 'Former member', email = NULL,
                                            erased_at = app_now()
                                        WHERE id = :person\
                                        """)
                                .bind("person", known.value())
                                .fetch()
                                .rowsUpdated());
    }

    private static GenericExecuteSpec statement(DatabaseClient sql, UUID key, Move.Kind kind) {
        return switch (kind) {
            case MOVE ->
                    sql.sql(Transfer.STATEMENT)
                            .bindValues(Successions.values(key))
                            .bindValues(Secondments.homeValues())
                            .bindValues(OfficeSeats.values())
                            .bind("moved_type", MemberMovedV1.TYPE)
                            .bind("third", Ids.derived(key, 2));
            case SECONDMENT ->
                    sql.sql(Seconding.STATEMENT)
                            .bind("seconded_type", MemberSecondedV1.TYPE)
                            .bind("standing_type", StandingChangedV1.TYPE);
        };
    }

    /** What the same command brought about before. */
    Mono<Outcome> earlier(TakeUpMove.Command command, PersonId known) {
        return database.inRegistry(
                scope(command, known),
                sql ->
                        sql.sql(
                                        """
                                        SELECT v.person_id, v.from_id, v.organization_id,
                                               m.delegate AND v.kind = 'MOVE' AS delegate
                                        FROM move v JOIN membership m
                                          ON m.alliance_id = v.alliance_id
                                         AND m.person_id = v.person_id
                                        WHERE v.alliance_id = :alliance AND v.id = :move
                                          AND v.from_id IS NOT NULL\
                                        """)
                                .bind("alliance", command.caller().alliance())
                                .bind("move", command.move())
                                .map(row -> moved(row))
                                .one()
                                .<Outcome>map(view -> new Outcome.Moved(view, false)));
    }

    private static Outcome.MovedView moved(Readable row) {
        return new Outcome.MovedView(
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "from_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "delegate", Boolean.class));
    }

    private static Map<String, String> scope(TakeUpMove.Command command, PersonId person) {
        return Registry.scope(command.login(), person, command.caller().alliance());
    }

    record Situation(
            Move move,
            PersonId person,
            UUID from,
            Move.Proof proof,
            Move.Space space,
            @Nullable String earlierHash) {

        Move.Answer takenUp(Login login, Instant now) {
            return move.takenUp(login, proof, space, now);
        }
    }
}
