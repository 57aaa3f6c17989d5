package org.commonweal.contribution.replacing;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of a firm's people: the SQL. */
@Component
class FirmAsks {

    private static final String LOAD =
            """
            WITH me AS (
                SELECT alliance_id, person_id, organization_id FROM standing
                WHERE alliance_id = :alliance AND issuer = :issuer AND subject = :subject
                  AND state = 'ACTIVE'),
            asked AS (
                SELECT n.link_id, n.title, n.person_id, n.due, n.person_id = me.person_id AS mine
                FROM me
                JOIN need n ON n.alliance_id = me.alliance_id AND n.closed_at IS NULL
                     AND n.service = 'contribution'
                     AND n.person_id IN (SELECT s.person_id FROM standing s
                         WHERE s.alliance_id = me.alliance_id AND s.state = 'ACTIVE'
                           AND s.organization_id = me.organization_id)
                WHERE n.alliance_id = :alliance)
            SELECT (SELECT count(*) FROM asked WHERE mine) AS of_me,
                   (SELECT count(*) FROM asked) AS of_all,
                   CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('contribution', f.link_id,
                           'title', f.title, 'person', f.person_id, 'due', f.due)
                           ORDER BY f.mine DESC, f.due, f.link_id), '[]')
                       FROM (SELECT * FROM asked ORDER BY mine DESC, due, link_id
                             LIMIT :most) f) AS text) AS first
            FROM me\
            """;

    private final ScopedDatabase database;
    private final JsonMapper json;

    FirmAsks(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty without standing. */
    Mono<AskedOfFirmV1> of(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(LOAD))
                                .bind("most", AskedOfFirmV1.FIRST_MOST)
                                .map(this::asked)
                                .one());
    }

    private AskedOfFirmV1 asked(Readable row) {
        return new AskedOfFirmV1(
                Columns.of(row, "of_me", Long.class),
                Columns.of(row, "of_all", Long.class),
                List.of(
                        json.readValue(
                                Columns.of(row, "first", String.class),
                                AskedOfFirmV1.AskV1[].class)));
    }
}
