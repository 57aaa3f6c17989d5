package org.commonweal.purpose.stages;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.loading.Decisions;
import org.commonweal.purpose.loading.ProgressRows;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading how far the alliance has come. */
@Component
class Stages {

    private static final String LOAD =
            ME
                    + ProgressRows.COLUMNS
                    + RulebookRows.THRESHOLDS
                    + """
                    , (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', g.stage,
                           'since', g.since, 'words', g.words, 'decidedBy',
                    """
                    + Decisions.of("g.alliance_id", "g.decided_by")
                    + """
                           ) ORDER BY g.version DESC), '[]')
                       FROM (SELECT * FROM stage s WHERE s.alliance_id = me.alliance_id
                             ORDER BY s.version DESC LIMIT 50) g)::text AS history
                    """
                    + FROM_ME
                    + ProgressRows.LATERAL
                    + WHERE_ME;

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final JsonMapper json;

    Stages(ScopedDatabase database, RulebookRows rulebooks, JsonMapper json) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.json = json;
    }

    /** Empty when the caller has no standing. */
    Mono<StageResponse> of(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql -> Standings.bind(sql.sql(LOAD), caller).map(this::response).one());
    }

    private StageResponse response(Readable row) {
        var stage = ProgressRows.stage(row);
        return new StageResponse(
                stage,
                json.readValue(
                        Columns.of(row, "history", String.class),
                        new TypeReference<List<StageResponse.Entered>>() {}),
                StageResponse.Next.after(
                        stage, ProgressRows.progress(row), rulebooks.thresholds(row)));
    }
}
