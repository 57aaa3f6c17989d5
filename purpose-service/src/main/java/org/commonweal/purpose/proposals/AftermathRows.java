package org.commonweal.purpose.proposals;

import io.r2dbc.spi.Readable;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.loading.ProposerRows;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what came of a proposal. */
@Component
class AftermathRows {

    static final String COLUMNS = ProposerRows.COLUMNS + ", afterwards.aftermath\n";

    /** What waits for its day has a clock; what has none any more is due. */
    static final String IS_DUE =
            """
            (b.review_on IS NOT NULL AND NOT EXISTS (
                SELECT FROM due WHERE due.alliance_id = b.alliance_id
                  AND due.kind = 'outcome-review' AND due.subject = b.id))\
            """;

    /** Of the proposal {@code b}; binds how much of what was said {@code earlier} is read. */
    static final String JOIN =
            """
            LEFT JOIN LATERAL (SELECT CAST(jsonb_build_object(
                'outcome', (
                    SELECT latest.said || jsonb_build_object('earlier', (
                        SELECT coalesce(jsonb_agg(e.said ORDER BY e.version DESC), '[]')
                        FROM (SELECT o.version, %1$s AS said FROM outcome o
                              WHERE o.alliance_id = b.alliance_id AND o.proposal_id = b.id
                                AND o.version < latest.version
                              ORDER BY o.version DESC LIMIT :earlier) e))
                    FROM (SELECT o.version, %1$s AS said FROM outcome o
                          WHERE o.alliance_id = b.alliance_id AND o.proposal_id = b.id
                          ORDER BY o.version DESC LIMIT 1) latest),
                'mayState', false, 'reviewOn', b.review_on, 'reviewDue', %2$s,
                'reviews', (
                    SELECT coalesce(jsonb_agg(r.found ORDER BY r.id DESC), '[]')
                    FROM (SELECT r.id, jsonb_build_object('id', r.id, 'finding', r.finding,
                              'text', r.words, 'by', r.by, 'organization', r.organization_id,
                              'at', r.at, 'next', r.next_review_on, 'followUp', (
                                  SELECT %3$s FROM proposal l WHERE l.alliance_id = r.alliance_id
                                    AND l.id = r.follow_up)) AS found
                          FROM review r
                          WHERE r.alliance_id = b.alliance_id AND r.proposal_id = b.id
                          ORDER BY r.id DESC LIMIT :earlier) r),
                'follows', (
                    SELECT %3$s FROM proposal l
                    WHERE l.alliance_id = b.alliance_id AND l.id = b.follows),
                'followedBy', (
                    SELECT coalesce(jsonb_agg(f.linked ORDER BY f.id DESC), '[]')
                    FROM (SELECT l.id, %3$s AS linked FROM proposal l
                          WHERE l.alliance_id = b.alliance_id AND l.follows = b.id
                          ORDER BY l.id DESC LIMIT 20) f)) AS text) AS aftermath) afterwards ON true
            """
                    .formatted(
                            "jsonb_build_object('version', o.version, 'statement', o.statement,"
                                    + " 'by', o.by, 'organization', o.organization_id, 'at', o.at)",
                            IS_DUE,
                            "jsonb_build_object('id', l.id, 'title', l.title, 'state', l.state)");

    private final JsonMapper json;

    AftermathRows(JsonMapper json) {
        this.json = json;
    }

    Aftermath aftermath(Readable row) {
        var decided = ProposerRows.decided(row);
        var speaks =
                decided.outcome().isPresent()
                        && Standings.as(row).may(Right.SHAPE)
                        && decided.isSpokenForBy(Standings.member(row));
        return json.readValue(Columns.of(row, "aftermath", String.class), Aftermath.class)
                .toldTo(speaks);
    }
}
