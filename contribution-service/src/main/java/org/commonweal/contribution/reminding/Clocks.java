package org.commonweal.contribution.reminding;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.contribution.domain.Contribution;
import org.commonweal.contribution.needs.Candidates;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.reading.ContributionRows;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clocks of unanswered contributions. A moment's row of {@code due} goes in the statement that
 * keeps its effect, under the contribution's version: two clocks, or a clock and an answer, cannot
 * both win.
 */
@Component
class Clocks {

    private static final String LOAD =
            """
            SELECT c.id, c.title, c.acknowledge_by, c.author_id, c.organization_id, c.reminded_at,
                c.escalated_at, c.version,
                CAST((SELECT coalesce(jsonb_agg(n.person_id), '[]') FROM (
                    SELECT n.person_id FROM need n
                    WHERE n.alliance_id = c.alliance_id AND n.link_id = c.id
                      AND n.service = 'contribution' AND n.closed_at IS NULL
                      AND EXISTS (SELECT FROM standing s
                                  WHERE s.alliance_id = n.alliance_id
                                    AND s.person_id = n.person_id AND s.state = 'ACTIVE')
                    ORDER BY n.person_id) n) AS text) AS asked,
                CAST((SELECT coalesce(jsonb_agg(s.person_id), '[]') FROM (
                    SELECT DISTINCT s.person_id FROM standing s
                    WHERE s.alliance_id = c.alliance_id AND s.delegate AND s.state = 'ACTIVE'
                      AND s.organization_id <> c.organization_id AND
            """
                    + Candidates.NOT_OF.formatted("c.organization_id")
                    + """
                            ORDER BY s.person_id LIMIT 10000) s) AS text) AS delegates,
                    """
                    + Candidates.COLUMNS
                    + """
                    FROM due d
                    JOIN contribution c ON c.alliance_id = d.alliance_id AND c.id = d.subject
                    LEFT JOIN goal g ON g.alliance_id = c.alliance_id AND g.id = c.goal_id
                    """
                    + Candidates.joins("c.organization_id")
                    + """
                    WHERE d.alliance_id = :alliance AND d.kind = :kind AND d.subject = :subject
                      AND d.at <= app_now() AND c.state = 'OPEN'
                    """;

    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE contribution SET %s = app_now(), version = version + 1
                WHERE alliance_id = :alliance AND id = :subject AND version = :version
                  AND state = 'OPEN'
                RETURNING alliance_id),
            passed AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = :kind
                  AND due.subject = :subject),
            """
                    + NeedFacts.OPEN
                    + Journal.APPEND;

    private static final String PASS =
            "DELETE FROM due WHERE alliance_id = :alliance AND kind = :kind AND subject = :subject";

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;

    Clocks(ScopedDatabase database, Journal journal, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /** Nothing when an answer, or another clock, came first; the moment then comes no more. */
    Mono<Long> act(
            UUID alliance, String kind, UUID subject, Function<Waiting, Waiting.Effect> decide) {
        return database.inAlliance(
                alliance,
                sql ->
                        at(sql.sql(LOAD), alliance, kind, subject)
                                .map(this::waiting)
                                .one()
                                .flatMap(waiting ->
                                        at(
                                                        keeping(
                                                                sql,
                                                                waiting,
                                                                decide.apply(waiting)),
                                                        alliance,
                                                        kind,
                                                        subject)
                                                .fetch()
                                                .rowsUpdated()));
    }

    private DatabaseClient.GenericExecuteSpec keeping(
            DatabaseClient sql, Waiting waiting, Waiting.Effect effect) {
        return switch (effect) {
            case Waiting.Effect.Nothing _ -> sql.sql(PASS);
            case Waiting.Effect.Passed(var stage, var needs, var entries) ->
                    sql.sql(KEEP.formatted(column(stage)))
                            .bind("version", waiting.version())
                            .bind("needs", json.writeValueAsString(needs))
                            .bind("journal", journal.json(entries));
        };
    }

    private static String column(Contribution.Stage stage) {
        return switch (stage) {
            case REMINDED -> "reminded_at";
            case ESCALATED -> "escalated_at";
            case WAITING -> throw new IllegalArgumentException("no moment leads to waiting");
        };
    }

    private static DatabaseClient.GenericExecuteSpec at(
            DatabaseClient.GenericExecuteSpec query, UUID alliance, String kind, UUID subject) {
        return query.bind("alliance", alliance).bind("kind", kind).bind("subject", subject);
    }

    private Waiting waiting(Readable row) {
        return new Waiting(
                ContributionRows.open(row),
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "acknowledge_by", Instant.class),
                Columns.of(row, "version", Long.class),
                ids(Columns.of(row, "asked", String.class)),
                ids(Columns.of(row, "delegates", String.class)),
                Candidates.of(row));
    }

    private List<UUID> ids(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}
