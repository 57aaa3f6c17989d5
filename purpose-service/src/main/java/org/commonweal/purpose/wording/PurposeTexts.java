package org.commonweal.purpose.wording;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wording.PurposeTextsController.TextVersion;
import org.commonweal.purpose.wording.WordingFixResponse.PurposeWords;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of reading what a purpose has said. */
@Component
class PurposeTexts {

    /** Until other words are proposed, what was ratified stands in the purpose alone. */
    private static final String LOAD =
            ME
                    + ", x.*"
                    + FROM_ME
                    + """
                    JOIN purpose p ON p.alliance_id = me.alliance_id AND p.id = :purpose
                    LEFT JOIN LATERAL (
                        SELECT t.version, t.title, t.statement, t.output, t.measure, t.goal,
                               t.since, t.fix_id
                        FROM purpose_text t
                        WHERE t.alliance_id = p.alliance_id AND t.purpose_id = p.id
                        UNION ALL
                        SELECT 1, p.title, p.statement, p.output, p.measure, p.goal,
                               p.ratified_at, NULL
                        WHERE p.ratified_at IS NOT NULL AND NOT EXISTS (
                            SELECT FROM purpose_text t
                            WHERE t.alliance_id = p.alliance_id AND t.purpose_id = p.id)) x
                    ON true
                    """
                    + WHERE_ME
                    + "ORDER BY x.version DESC LIMIT 200";

    private final ScopedDatabase database;

    PurposeTexts(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when there is no such purpose for the caller. */
    Mono<List<TextVersion>> of(Caller caller, UUID purpose) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(LOAD), caller)
                                .bind("purpose", purpose)
                                .map(PurposeTexts::version)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<TextVersion> version(Readable row) {
        var version = row.get("version", Integer.class);
        return version == null
                ? Optional.empty()
                : Optional.of(
                        new TextVersion(
                                version,
                                new PurposeWords(
                                        Columns.of(row, "title", String.class),
                                        row.get("statement", String.class),
                                        row.get("output", String.class),
                                        row.get("measure", String.class),
                                        row.get("goal", String.class)),
                                Columns.of(row, "since", Instant.class),
                                row.get("fix_id", UUID.class)));
    }
}
