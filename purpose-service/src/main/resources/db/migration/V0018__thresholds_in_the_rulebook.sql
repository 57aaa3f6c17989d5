-- What an alliance needs at a gate and how long other words wait is a rule like any: it stands in the
-- rulebook, where a ballot can change it. What was set beside it is taken over into every version.

-- The owner of the tables is behind the wall, too; only this migration looks over it.
ALTER TABLE rulebook NO FORCE ROW LEVEL SECURITY;
ALTER TABLE threshold NO FORCE ROW LEVEL SECURITY;

UPDATE rulebook r SET document = r.document || jsonb_build_object('thresholds', jsonb_build_object(
    'gates', (
        SELECT jsonb_agg(jsonb_build_object('gate', u.gate, 'needed', coalesce(t.value, u.needed))
            ORDER BY u.place)
        FROM (VALUES (1, 'DRAFT_PURPOSE', 1), (2, 'FIRMS', 2), (3, 'ACTIVE_PURPOSE', 1),
            (4, 'MUTUAL_TIES', 300000), (5, 'CHECKED_GOALS', 2), (6, 'REVIEWED_RULES', 1),
            (7, 'MORE_MUTUAL_TIES', 600000), (8, 'ANSWERED_CONTRIBUTIONS', 800000))
            AS u(place, gate, needed)
        LEFT JOIN threshold t ON t.alliance_id = r.alliance_id AND t.name = u.gate),
    'wordingWindow', 'PT' || coalesce((
        SELECT t.value FROM threshold t
        WHERE t.alliance_id = r.alliance_id AND t.name = 'WORDING_WINDOW_SECONDS'), 259200) || 'S'));

ALTER TABLE rulebook FORCE ROW LEVEL SECURITY;
DROP TABLE threshold;
