package org.commonweal.membership.offices;

import java.util.Map;
import org.commonweal.membership.domain.Seat;
import org.commonweal.membership.rulebook.Rulebooks;
import org.commonweal.membership.wire.NeedClosedV1;
import org.commonweal.membership.wire.OfficeChangedV1;

/**
 * What becomes of somebody's seats when they go, whoever takes them and wherever to: the SQL, parts
 * of the statement by which they go.
 */
public final class OfficeSeats {

    private OfficeSeats() {}

    /** The facts of rows {@code e} that have changed, and that {@code was} before. */
    static final String FACTS =
            """
            SELECT CAST(:office_type AS text) AS type,
                CAST('{"scope": "ALLIANCE"}' AS jsonb) AS audience, jsonb_build_object(
                    'seat', e.id, 'office', e.office, 'person', e.person_id,
                    'organization', e.organization_id, 'until', e.until, 'state', e.state,
                    'cause', e.cause, 'endedBy', e.ended_by, 'version', e.version) AS payload
            UNION ALL
            SELECT CAST(:seat_need_type AS text), jsonb_build_object(
                    'scope', 'PERSONS', 'persons', jsonb_build_array(e.person_id)),
                jsonb_build_object('need', e.id, 'person', e.person_id)
            WHERE e.was = 'OFFERED' AND e.state <> 'OFFERED'
            """;

    /** Ends what waits for the day of the rows of {@code seat_changed} that are over. */
    static final String CLOCK =
            """
            , seat_clock AS (
                DELETE FROM due d USING seat_changed e
                WHERE d.alliance_id = e.alliance_id AND d.kind = 'office-ends'
                  AND d.subject = e.id AND e.state IN ('DECLINED', 'ENDED'))
            """;

    /** Tells everybody of the rows of {@code seat_changed}, which ends what waits for them. */
    static final String TOLD =
            CLOCK
                    + """
                    , seat_told AS (
                        INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                            audience, at, payload)
                        SELECT e.alliance_id, uuidv7(), f.type, e.id, e.version, e.organization_id,
                            f.audience, e.changed_at, f.payload
                        FROM seat_changed e CROSS JOIN LATERAL (
                    """
                    + FACTS
                    + ") f)\n";

    /**
     * Goes on after {@code gone} (alliance_id, person_id, at), of those who act for no firm any
     * more; binds {@link #values(Seat.Cause)}.
     */
    public static final String AFTER_GONE =
            """
            , seat_changed AS (
                UPDATE office s SET state = 'ENDED', cause = CAST(:seat_cause AS text),
                    changed_at = g.at, version = s.version + 1
                FROM gone g
                WHERE s.alliance_id = g.alliance_id AND s.person_id = g.person_id
                  AND s.state IN ('OFFERED', 'HELD')
                RETURNING s.*, old.state AS was)
            """
                    + TOLD;

    /**
     * Goes on after {@code moved} (alliance_id, person_id, organization_id, at), of who works for
     * that firm now, in a transaction that holds it: the seats go along as far as there is room,
     * the older ones first; binds {@link #values()}.
     */
    public static final String AFTER_MOVED =
            """
            , seat_moving AS (
                SELECT s.alliance_id, s.id, m.organization_id, m.at, coalesce(%s >=
                    row_number() OVER (ORDER BY s.offered_at, s.id) + (
                        SELECT count(*) FROM office o WHERE o.alliance_id = m.alliance_id
                          AND o.organization_id = m.organization_id
                          AND o.person_id <> m.person_id AND o.state IN ('OFFERED', 'HELD')),
                    true) AS room
                FROM moved m JOIN office s ON s.alliance_id = m.alliance_id
                     AND s.person_id = m.person_id AND s.state IN ('OFFERED', 'HELD')),
            seat_changed AS (
                UPDATE office s SET
                    organization_id = CASE WHEN v.room THEN v.organization_id
                        ELSE s.organization_id END,
                    state = CASE WHEN v.room THEN s.state ELSE 'ENDED' END,
                    cause = CASE WHEN v.room THEN NULL ELSE 'FIRM_FULL' END,
                    changed_at = v.at, version = s.version + 1
                FROM seat_moving v WHERE s.alliance_id = v.alliance_id AND s.id = v.id
                RETURNING s.*, old.state AS was)
            """
                            .formatted(Rulebooks.SEATS_PER_FIRM)
                    + TOLD;

    /** Of {@link #AFTER_GONE}. */
    public static Map<String, Object> values(Seat.Cause cause) {
        return Map.of(
                "seat_cause",
                cause.name(),
                "office_type",
                OfficeChangedV1.TYPE,
                "seat_need_type",
                NeedClosedV1.TYPE);
    }

    /** Of {@link #AFTER_MOVED}, and of {@link #TOLD}. */
    public static Map<String, Object> values() {
        return Map.of("office_type", OfficeChangedV1.TYPE, "seat_need_type", NeedClosedV1.TYPE);
    }
}
