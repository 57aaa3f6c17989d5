package org.commonweal.recognition.health;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.recognition.health.HealthV1.FiguresV1;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Health: counted from what is known of the contributions, whenever it is asked for. */
@Component
class HealthFigures {

    /** The row without a year is of all years together; it is there even without contributions. */
    private static final String FIGURES =
            """
            WITH me AS (
                SELECT alliance_id FROM standing
                WHERE alliance_id = :alliance AND issuer = :issuer AND subject = :subject
                  AND state = 'ACTIVE'),
            work AS MATERIALIZED (
                SELECT extract(year FROM c.written_at AT TIME ZONE 'UTC')::int AS year,
                       c.organization_id, c.acknowledged_by_another,
                       extract(epoch FROM c.acknowledged_at - c.written_at)::float8 AS delay
                FROM me JOIN contribution c ON c.alliance_id = me.alliance_id),
            answered AS (
                SELECT year, count(*) AS contributions, count(delay) AS acknowledged,
                       count(*) FILTER (WHERE acknowledged_by_another) AS by_another,
                       percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY delay) AS delays
                FROM work GROUP BY GROUPING SETS ((year), ())),
            made AS (
                SELECT year, organization_id, count(*) AS contributions
                FROM work WHERE organization_id IS NOT NULL
                GROUP BY GROUPING SETS ((year, organization_id), (organization_id))),
            ranked AS (
                SELECT year, row_number() OVER biggest_first AS place,
                       sum(contributions) OVER biggest_first AS together
                FROM made
                WINDOW biggest_first AS (PARTITION BY year
                    ORDER BY contributions DESC, organization_id ROWS UNBOUNDED PRECEDING))
            SELECT a.year, a.contributions, a.acknowledged, a.by_another,
                   round(a.delays[1]::numeric)::bigint AS p50,
                   round(a.delays[2]::numeric)::bigint AS p90,
                   (SELECT min(r.place) FROM ranked r
                    WHERE r.year IS NOT DISTINCT FROM a.year
                      AND r.together * 2 >= a.contributions)::int AS for_half
            FROM me CROSS JOIN answered a ORDER BY a.year NULLS LAST
            """;

    private final ScopedDatabase database;

    HealthFigures(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty without standing. */
    Mono<HealthV1> of(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(FIGURES))
                                .map(HealthFigures::figures)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(HealthFigures::health));
    }

    private static HealthV1 health(List<FiguresV1> rows) {
        return new HealthV1(rows.subList(0, rows.size() - 1), rows.getLast());
    }

    private static FiguresV1 figures(Readable row) {
        var contributions = Columns.of(row, "contributions", Long.class);
        var acknowledged = Columns.of(row, "acknowledged", Long.class);
        var byAnother = Columns.of(row, "by_another", Long.class);
        return new FiguresV1(
                row.get("year", Integer.class),
                contributions,
                acknowledged,
                byAnother,
                perMillion(acknowledged, contributions),
                perMillion(byAnother, contributions),
                row.get("p50", Long.class),
                row.get("p90", Long.class),
                row.get("for_half", Integer.class));
    }

    /** Rounded half up; 0 of 0 is 0. */
    private static long perMillion(long part, long whole) {
        return whole == 0 ? 0 : (part * 2_000_000 + whole) / (whole * 2);
    }
}
