package org.commonweal.purpose.forking;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Forking;
import org.commonweal.purpose.forking.PrepareFork.Known;
import org.commonweal.purpose.loading.PurposeRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wire.ForkPreparedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of preparing a fork: read once, with whom it affects, and write once. */
@Component
class PreparedForks {

    private static final String LOAD =
            ME
                    + EARLIER
                    + PurposeRows.COLUMNS
                    + ", i.impact::text AS impact, (i.impact->>'members')::int AS people"
                    + "\n"
                    + FROM_ME_AND_EARLIER
                    + """
                    LEFT JOIN purpose p ON p.alliance_id = me.alliance_id AND p.state = 'ACTIVE'
                    """
                    + Impacts.LATERAL
                    + WHERE_ME;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO fork (alliance_id, id, purpose_id, changes, title, statement, output,
                    measure, deadline, goal, audience, eligibility, reason, prepared_by,
                    prepared_at, impact)
                SELECT alliance_id, :id, id, :changes, :title, :statement, :output, :measure,
                    :deadline, :goal, :audience, :eligibility, :reason, :by, app_now(),
                    CAST(:impact AS jsonb)
                FROM purpose
                WHERE alliance_id = :alliance AND id = :purpose AND state = 'ACTIVE'
                RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    PreparedForks(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps what is prepared; empty when the caller has no standing. */
    Mono<Forking> keep(PrepareFork.Command command, Function<Known, Forking> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .map(PreparedForks::known)
                                .one()
                                .flatMap(known -> kept(sql, command, known, decide.apply(known))));
    }

    private Mono<Forking> kept(
            DatabaseClient sql, PrepareFork.Command command, Known known, Forking decision) {
        if (!(decision instanceof Forking.Prepared prepared)) {
            return Mono.just(decision);
        }
        var text = command.plan().text();
        var spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("purpose", prepared.from().value())
                        .bind("id", command.id())
                        .bind("changes", changes(prepared))
                        .bind("title", text.title())
                        .bind("reason", command.reason())
                        .bind("by", known.me().person().value())
                        .bind("impact", known.impact())
                        .bind("journal", fact(command, known, prepared));
        spec = orNull(spec, "statement", text.statement(), String.class);
        spec = orNull(spec, "output", text.output(), String.class);
        spec = orNull(spec, "measure", text.measure(), String.class);
        spec = orNull(spec, "deadline", text.deadline(), LocalDate.class);
        spec = orNull(spec, "goal", text.goal(), String.class);
        spec = orNull(spec, "audience", command.plan().audience(), String.class);
        spec = orNull(spec, "eligibility", command.plan().eligibility(), String.class);
        return Guard.held(spec.fetch().rowsUpdated(), decision);
    }

    private static String[] changes(Forking.Prepared prepared) {
        return prepared.changes().stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private String fact(PrepareFork.Command command, Known known, Forking.Prepared prepared) {
        var me = known.me();
        return journal.json(
                new Journal.Entry(
                        command.id(),
                        ForkPreparedV1.TYPE,
                        command.id(),
                        1,
                        me.person().value(),
                        me.organization().value(),
                        Audience.EVERYONE,
                        command.hash(),
                        new ForkPreparedV1(
                                command.id(),
                                prepared.from().value(),
                                command.plan().text().title(),
                                me.person().value(),
                                java.util.List.of(changes(prepared)),
                                known.people())));
    }

    private static Known known(Readable row) {
        return new Known(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                Optional.ofNullable(row.get("id", UUID.class)).map(_ -> PurposeRows.purpose(row)),
                Columns.of(row, "impact", String.class),
                Columns.of(row, "people", Integer.class));
    }
}
