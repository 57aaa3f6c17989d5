package org.commonweal.membership.moving;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.membership.domain.Move;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.maildomains.WayInColumns;
import org.commonweal.membership.wire.MoveChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the person answers with the present login: the SQL. */
@Component
class MoveAnswers {

    private final ScopedDatabase database;
    private final Journal journal;

    MoveAnswers(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * An offer to somebody else is not found, whether it is there or not. With a second firm's
     * login the person does not leave the home firm.
     */
    Mono<Situation> situation(AnswerMove.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("move", command.move())
                                // Who takes the offer up is known only then.
                                .bind("mail_domain", "")
                                .bind("login", "")
                                .map(row -> situation(row))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT v.kind, v.person_id, v.organization_id, v.offered_by, v.state, v.expires_at, v.version,
                   %s, encode(j.request_hash, 'hex') AS earlier
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
                 AND NOT own.besides
            JOIN move v ON v.alliance_id = me.alliance_id AND v.person_id = me.person_id
                 AND v.id = :move
            JOIN organization o ON o.alliance_id = v.alliance_id AND o.id = v.organization_id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
                 AND j.actor = me.person_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(WayInColumns.COLUMNS);

    private static Situation situation(Readable row) {
        return new Situation(
                move(row),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "offered_by", UUID.class),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    static Move move(Readable row) {
        return new Move(
                Move.Kind.valueOf(Columns.of(row, "kind", String.class)),
                new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                Objects.requireNonNull(WayInColumns.of(row)),
                Move.State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "expires_at", Instant.class));
    }

    /** Keeps the code's hash, the newest alone; empty when the offer was answered meanwhile. */
    Mono<Long> agree(AnswerMove.Command command, Situation now, String code) {
        return write(command, now, AGREE, "AGREED", bound -> bound.bind("code", code));
    }

    private static final String AGREE =
            """
            WITH kept AS (
                UPDATE move SET code_hash = sha256(convert_to(:code, 'UTF8')), version = version + 1
                WHERE alliance_id = :alliance AND id = :move AND state = 'OFFERED'
                  AND version = :version
                RETURNING alliance_id)\
            """;

    /** Empty when the offer was answered meanwhile. */
    Mono<Long> decline(AnswerMove.Command command, Situation now) {
        return write(command, now, DECLINE, "DECLINED", bound -> bound);
    }

    private static final String DECLINE =
            """
            WITH kept AS (
                UPDATE move SET state = 'DECLINED', answered_at = app_now(), code_hash = NULL,
                    version = version + 1
                WHERE alliance_id = :alliance AND id = :move AND state = 'OFFERED'
                  AND version = :version
                RETURNING alliance_id)\
            """;

    private Mono<Long> write(
            AnswerMove.Command command,
            Situation now,
            String statement,
            String state,
            java.util.function.UnaryOperator<GenericExecuteSpec> rest) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        rest.apply(sql.sql(statement + Journal.APPEND))
                                .bind("alliance", command.caller().alliance())
                                .bind("move", command.move())
                                .bind("version", now.version())
                                .bind("journal", journal.json(fact(command, now, state)))
                                .fetch()
                                .rowsUpdated()
                                .filter(kept -> kept > 0));
    }

    /** Whether the person thinks about it is the person's own affair; a no is the offerer's too. */
    private static Journal.Entry fact(AnswerMove.Command command, Situation now, String state) {
        return new Journal.Entry(
                command.key(),
                MoveChangedV1.TYPE,
                command.move(),
                now.version() + 1,
                now.person(),
                null,
                new Audience.Persons(
                        state.equals("DECLINED")
                                ? List.of(now.person(), now.offerer())
                                : List.of(now.person())),
                command.requestHash(),
                new MoveChangedV1(command.move(), now.person(), now.move().to().value(), state));
    }

    record Situation(
            Move move, UUID person, UUID offerer, long version, @Nullable String earlierHash) {}
}
