package org.commonweal.purpose.goals;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Goal;
import org.commonweal.purpose.domain.GoalSetting;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wire.GoalSetV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of setting a goal: read once, let the decision be made, write once. */
@Component
class GoalSettings {

    private static final String LOAD =
            ME
                    + EARLIER
                    + """
                    , p.id AS active,
                      EXISTS (SELECT FROM standing o WHERE o.alliance_id = me.alliance_id
                              AND o.person_id = :owner AND o.state = 'ACTIVE'
                              AND o.class = 'MEMBER') AS owner_is_member
                    """
                    + FROM_ME_AND_EARLIER
                    + """
                    LEFT JOIN purpose p ON p.alliance_id = me.alliance_id AND p.state = 'ACTIVE'
                    """
                    + WHERE_ME;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO goal (alliance_id, id, purpose_id, title, unit, baseline, target,
                                  stretch, due, owner, set_by, set_at)
                SELECT alliance_id, :id, id, :title, :unit, :baseline, :target, :stretch, :due,
                       :owner, :by, app_now()
                FROM purpose
                WHERE alliance_id = :alliance AND id = :purpose AND state = 'ACTIVE'
                RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    GoalSettings(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps the goal when it is set; empty when the caller has no standing. */
    Mono<GoalSetting> set(SetGoal.Command command, Function<Found, GoalSetting> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.wish().id().value(),
                                        command.hash())
                                .bind("owner", command.wish().owner().value())
                                .map(GoalSettings::found)
                                .one()
                                .flatMap(found ->
                                        keep(sql, command, found.me(), decide.apply(found))));
    }

    private Mono<GoalSetting> keep(
            DatabaseClient sql, SetGoal.Command command, Member me, GoalSetting setting) {
        if (!(setting instanceof GoalSetting.Set(Goal goal))) {
            return Mono.just(setting);
        }
        var measure = goal.measure();
        var spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("id", goal.id().value())
                        .bind("purpose", goal.purpose().value())
                        .bind("title", goal.title())
                        .bind("unit", measure.unit())
                        .bind("baseline", measure.baseline())
                        .bind("target", measure.target())
                        .bind("due", goal.due())
                        .bind("owner", goal.owner().value())
                        .bind("by", me.person().value())
                        .bind("journal", facts(goal, me, command.hash()));
        var stretch = measure.stretch();
        var bound =
                stretch == null
                        ? spec.bindNull("stretch", BigDecimal.class)
                        : spec.bind("stretch", stretch);
        return Guard.held(bound.fetch().rowsUpdated(), setting);
    }

    private String facts(Goal goal, Member by, String hash) {
        return journal.json(
                new Journal.Entry(
                        goal.id().value(),
                        GoalSetV1.TYPE,
                        goal.id().value(),
                        1,
                        by.person().value(),
                        by.organization().value(),
                        Audience.EVERYONE,
                        hash,
                        new GoalSetV1(
                                goal.id().value(),
                                goal.purpose().value(),
                                goal.title(),
                                goal.measure().unit(),
                                goal.measure().baseline().toPlainString(),
                                goal.measure().target().toPlainString(),
                                goal.due(),
                                goal.owner().value())));
    }

    private static Found found(Readable row) {
        return new Found(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                Optional.ofNullable(row.get("active", UUID.class)).map(PurposeId::new),
                Columns.of(row, "owner_is_member", Boolean.class));
    }

    /** What is known when the decision is made. */
    record Found(
            Member me,
            ParticipantClass as,
            Earlier earlier,
            Optional<PurposeId> activePurpose,
            boolean ownerIsMember) {}
}
