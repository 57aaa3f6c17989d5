package org.commonweal.purpose.dialogue;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.dialogue.DialogueResponse.Concern;
import org.commonweal.purpose.dialogue.DialogueResponse.Position;
import org.commonweal.purpose.dialogue.DialogueResponse.TextVersion;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading dialogues; how much there can be is bounded when it is said. */
@Component
class Conversations {

    private static final String LOAD =
            ME
                    + """
                    , CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('version', t.version,
                            'title', t.title, 'content', t.content, 'by', t.by, 'at', t.at)
                            ORDER BY t.version DESC), '[]')
                        FROM (SELECT * FROM proposal_text t WHERE t.alliance_id = b.alliance_id
                              AND t.proposal_id = b.id ORDER BY t.version DESC LIMIT 100) t)
                        AS text) AS texts,
                      CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id,
                            'person', v.person_id, 'organization', v.organization_id,
                            'stance', v.stance, 'words', v.words,
                            'textVersion', v.text_version, 'at', v.at) ORDER BY v.id DESC), '[]')
                        FROM (SELECT DISTINCT ON (v.person_id) v.* FROM voice v
                              WHERE v.alliance_id = b.alliance_id AND v.proposal_id = b.id
                                AND v.kind = 'POSITION'
                              ORDER BY v.person_id, v.at DESC, v.id DESC) v) AS text) AS positions,
                      CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id,
                            'person', v.person_id, 'organization', v.organization_id,
                            'blocking', v.blocking, 'words', v.words,
                            'textVersion', v.text_version, 'at', v.at,
                            'resolvedAt', v.resolved_at, 'answers', (
                                SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id,
                                    'person', w.person_id, 'organization', w.organization_id,
                                    'words', w.words, 'at', w.at) ORDER BY w.at, w.id), '[]')
                                FROM voice w WHERE w.alliance_id = v.alliance_id
                                  AND w.concern_id = v.id)) ORDER BY v.at, v.id), '[]')
                        FROM voice v WHERE v.alliance_id = b.alliance_id
                          AND v.proposal_id = b.id AND v.kind = 'CONCERN') AS text) AS concerns
                    """
                    + FROM_ME
                    + "JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal\n"
                    + WHERE_ME;

    private final ScopedDatabase database;
    private final JsonMapper json;

    Conversations(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty when there is no such proposal for the caller. */
    Mono<DialogueResponse> of(Caller caller, UUID proposal) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(LOAD), caller)
                                .bind("proposal", proposal)
                                .map(this::dialogue)
                                .one());
    }

    private DialogueResponse dialogue(Readable row) {
        return new DialogueResponse(
                read(row, "texts", new TypeReference<List<TextVersion>>() {}),
                read(row, "positions", new TypeReference<List<Position>>() {}),
                read(row, "concerns", new TypeReference<List<Concern>>() {}));
    }

    private <T> T read(Readable row, String column, TypeReference<T> type) {
        return json.readValue(Columns.of(row, column, String.class), type);
    }
}
