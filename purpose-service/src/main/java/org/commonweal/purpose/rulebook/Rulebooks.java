package org.commonweal.purpose.rulebook;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.loading.Decision;
import org.commonweal.purpose.loading.Decisions;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading rulebooks. */
@Component
class Rulebooks {

    private static final int VERSIONS_MAX = 100;

    private static final String NEWEST =
            ME
                    + RulebookRows.COLUMNS
                    + ", r.since, b.title, b.content->>'words' AS words,\n"
                    + Decisions.of("r.alliance_id", "r.decided_by")
                    + "::text AS decision"
                    + FROM_ME
                    + """
                    JOIN rulebook r ON r.alliance_id = me.alliance_id
                    LEFT JOIN proposal b ON b.alliance_id = r.alliance_id AND b.id = r.decided_by
                    """
                    + WHERE_ME
                    + "ORDER BY r.version DESC LIMIT :most";

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final JsonMapper json;

    Rulebooks(ScopedDatabase database, RulebookRows rulebooks, JsonMapper json) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.json = json;
    }

    /** The newest versions, the one in force first; empty when the caller has no standing. */
    Mono<List<RulebookVersion>> newest(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(NEWEST), caller)
                                .bind("most", VERSIONS_MAX)
                                .map(this::version)
                                .all()
                                .collectList()
                                .filter(versions -> !versions.isEmpty()));
    }

    private RulebookVersion version(Readable row) {
        var decision = row.get("decision", String.class);
        return new RulebookVersion(
                Columns.of(row, "rulebook_version", Long.class),
                rulebooks.document(row),
                Columns.of(row, "since", Instant.class),
                row.get("title", String.class),
                row.get("words", String.class),
                decision == null ? null : json.readValue(decision, Decision.class));
    }
}
