package org.commonweal.purpose.goals;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME_OR_ITS_GUEST;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.loading.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading goals. */
@Component
class Goals {

    private static final int CHECK_INS_MAX = 200;

    private static final String COLUMNS =
            """
            , g.id, g.purpose_id, g.title, g.unit, g.baseline, g.target, g.stretch, g.due, g.owner,
              p.state = 'CLOSED' AS over, c.check_ins
            """;

    private static final UUID THE_ACTIVE_ONE = new UUID(0, 0);

    /** Values are written as text, so that JSON keeps every digit. */
    private static final String CHECK_INS =
            """
            LEFT JOIN LATERAL (
                SELECT coalesce(jsonb_agg(jsonb_build_object('id', last.id,
                           'value', last.value::text, 'on', last."on", 'by', last.by,
                           'note', last.note, 'at', last.at) ORDER BY last."on", last.id),
                           '[]')::text AS check_ins
                FROM (SELECT * FROM check_in i
                      WHERE i.alliance_id = g.alliance_id AND i.goal_id = g.id
                      ORDER BY i."on" DESC, i.id DESC LIMIT :checkIns) last) c ON true
            """;

    private static final String PAGE =
            ME
                    + COLUMNS
                    + FROM_ME
                    + """
                    LEFT JOIN purpose p
                    ON p.alliance_id = me.alliance_id
                       AND (p.id = :purpose
                            OR :anyActive AND p.state = 'ACTIVE')
                    LEFT JOIN goal g
                    ON g.alliance_id = p.alliance_id
                       AND g.purpose_id = p.id
                       AND g.id < :before
                    """
                    + CHECK_INS
                    + WHERE_ME
                    + "ORDER BY g.id DESC LIMIT :most";

    private final ScopedDatabase database;
    private final JsonMapper json;

    Goals(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One goal; empty when there is none that the caller may see: of guests, the call alone. */
    Mono<GoalResponse> one(Caller caller, UUID goal) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + COLUMNS
                                                        + FROM_ME
                                                        + """
                                                        JOIN goal g ON g.alliance_id = me.alliance_id
                                                             AND g.id = :goal
                                                        JOIN purpose p
                                                        ON p.alliance_id = g.alliance_id
                                                           AND p.id = g.purpose_id
                                                        """
                                                        + CHECK_INS
                                                        + WHERE_ME_OR_ITS_GUEST),
                                        caller)
                                .bind("goal", goal)
                                .bind("checkIns", CHECK_INS_MAX)
                                .map(this::goal)
                                .one());
    }

    /**
     * The newest goals below {@code before}, one more than {@code limit} if there are so many;
     * empty when the caller has no standing.
     *
     * @param purpose whose goals, or null for those of the active one
     */
    Mono<List<GoalResponse>> page(Caller caller, @Nullable UUID purpose, UUID before, int limit) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(PAGE), caller)
                                .bind("purpose", purpose == null ? THE_ACTIVE_ONE : purpose)
                                .bind("anyActive", purpose == null)
                                .bind("before", before)
                                .bind("checkIns", CHECK_INS_MAX)
                                .bind("most", limit + 1)
                                .map(this::ifAny)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList()));
    }

    private Optional<GoalResponse> ifAny(Readable row) {
        return row.get("id", UUID.class) == null ? Optional.empty() : Optional.of(goal(row));
    }

    private GoalResponse goal(Readable row) {
        var checkIns =
                json.readValue(
                        Columns.of(row, "check_ins", String.class),
                        new TypeReference<List<CheckInResponse>>() {});
        var stretch = row.get("stretch", BigDecimal.class);
        return new GoalResponse(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "purpose_id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "unit", String.class),
                Columns.of(row, "baseline", BigDecimal.class).toPlainString(),
                Columns.of(row, "target", BigDecimal.class).toPlainString(),
                stretch == null ? null : stretch.toPlainString(),
                Columns.of(row, "due", LocalDate.class),
                Columns.of(row, "owner", UUID.class),
                Columns.of(row, "over", Boolean.class),
                checkIns.isEmpty() ? null : checkIns.getLast().value(),
                checkIns);
    }
}
