package org.commonweal.membership.alumni;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A time in which two people were of the alliance.
 *
 * @param organization the other's firm in that time
 * @param until null for a time that lasts
 */
record Together(String organization, Instant from, @Nullable Instant until) {

    /** The column {@code together}; both are names of columns that hold persons. */
    static String of(String reader, String other) {
        return """
        CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('organization', w.name,
                'from', w.since, 'until', w.until) ORDER BY w.since DESC), '[]')
            FROM (SELECT o.name, greatest(a.since, b.since) AS since,
                         least(a.until, b.until) AS until
                FROM affiliation a
                JOIN affiliation b ON b.alliance_id = a.alliance_id AND b.person_id = %s
                     AND b.since < coalesce(a.until, 'infinity')
                     AND a.since < coalesce(b.until, 'infinity')
                JOIN organization o ON o.alliance_id = b.alliance_id
                     AND o.id = b.organization_id
                WHERE a.alliance_id = :alliance AND a.person_id = %s
                ORDER BY 2 DESC LIMIT 20) w) AS text)\
        """
                .formatted(other, reader);
    }

    static List<Together> read(JsonMapper json, String together) {
        return List.of(json.readValue(together, Together[].class));
    }
}
