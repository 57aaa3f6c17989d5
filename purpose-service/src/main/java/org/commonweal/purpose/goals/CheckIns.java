package org.commonweal.purpose.goals;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.CheckingIn;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wire.GoalCheckedInV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of checking in: read once, let the decision be made, write once. */
@Component
class CheckIns {

    private static final String LOAD =
            ME
                    + EARLIER
                    + """
                    , g.owner, g.title, p.state = 'CLOSED' AS over,
                      (app_now() AT TIME ZONE a.time_zone)::date AS today
                    """
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    JOIN goal g ON g.alliance_id = me.alliance_id AND g.id = :goal
                    JOIN purpose p ON p.alliance_id = g.alliance_id AND p.id = g.purpose_id
                    """
                    + WHERE_ME;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO check_in (alliance_id, id, goal_id, value, "on", note, by, at)
                VALUES (:alliance, :id, :goal, :value, :on, :note, :by, app_now())
                RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    CheckIns(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps the value when it is taken; empty when there is no such goal for the caller. */
    Mono<CheckingIn> keep(CheckInOnGoal.Command command, Function<Found, CheckingIn> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .bind("goal", command.goal().value())
                                .map(CheckIns::found)
                                .one()
                                .flatMap(found -> kept(sql, command, found, decide.apply(found))));
    }

    private Mono<CheckingIn> kept(
            DatabaseClient sql, CheckInOnGoal.Command command, Found found, CheckingIn decision) {
        if (!(decision instanceof CheckingIn.Kept)) {
            return Mono.just(decision);
        }
        var spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("id", command.id())
                        .bind("goal", command.goal().value())
                        .bind("value", command.value())
                        .bind("on", command.on())
                        .bind("by", found.me().person().value())
                        .bind("journal", facts(command, found));
        var note = command.note();
        var bound = note == null ? spec.bindNull("note", String.class) : spec.bind("note", note);
        return Guard.held(bound.fetch().rowsUpdated(), decision);
    }

    private String facts(CheckInOnGoal.Command command, Found found) {
        var by = found.me();
        return journal.json(
                new Journal.Entry(
                        command.id(),
                        GoalCheckedInV1.TYPE,
                        command.goal().value(),
                        2,
                        by.person().value(),
                        by.organization().value(),
                        Audience.EVERYONE,
                        command.hash(),
                        new GoalCheckedInV1(
                                command.goal().value(),
                                command.id(),
                                command.value().toPlainString(),
                                command.on(),
                                by.person().value(),
                                found.title())));
    }

    private static Found found(Readable row) {
        return new Found(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                new PersonId(Columns.of(row, "owner", UUID.class)),
                Columns.of(row, "title", String.class),
                Columns.of(row, "over", Boolean.class),
                Columns.of(row, "today", LocalDate.class));
    }

    /**
     * What is known when the decision is made.
     *
     * @param over whether the purpose that the goal served is closed
     * @param today in the alliance's time zone
     */
    record Found(
            Member me,
            ParticipantClass as,
            Earlier earlier,
            PersonId owner,
            String title,
            boolean over,
            LocalDate today) {}
}
