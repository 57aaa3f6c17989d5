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
import org.commonweal.purpose.loading.CharterRows;
import org.commonweal.purpose.loading.CharterTerms;
import org.commonweal.purpose.loading.Decision;
import org.commonweal.purpose.loading.Decisions;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading charters. */
@Component
class Charters {

    private static final int VERSIONS_MAX = 100;

    private static final String NEWEST =
            ME
                    + CharterRows.COLUMNS
                    + ", c.since, b.title, b.words,\n"
                    + Decisions.of("c.alliance_id", "c.decided_by")
                    + "::text AS decision"
                    + FROM_ME
                    + """
                    JOIN charter c ON c.alliance_id = me.alliance_id
                    LEFT JOIN proposal b ON b.alliance_id = c.alliance_id AND b.id = c.decided_by
                    """
                    + WHERE_ME
                    + "ORDER BY c.version DESC LIMIT :most";

    private final ScopedDatabase database;
    private final JsonMapper json;

    Charters(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The newest versions, the one in force first; empty when the caller has no standing. */
    Mono<List<CharterResponse>> newest(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(NEWEST), caller)
                                .bind("most", VERSIONS_MAX)
                                .map(this::charter)
                                .all()
                                .collectList()
                                .filter(charters -> !charters.isEmpty()));
    }

    private CharterResponse charter(Readable row) {
        var charter = CharterRows.charter(row);
        var decision = row.get("decision", String.class);
        return new CharterResponse(
                charter.version(),
                CharterTerms.of(charter.terms()),
                Columns.of(row, "since", Instant.class),
                row.get("title", String.class),
                row.get("words", String.class),
                decision == null ? null : json.readValue(decision, Decision.class));
    }
}
