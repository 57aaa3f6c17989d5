package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Course;
import org.commonweal.purpose.domain.Progress;
import org.commonweal.purpose.domain.Stage;

/** Reads how far the alliance of the row {@code me} has come. */
public final class ProgressRows {

    /** What {@link #stage} and {@link #progress} read. */
    public static final String COLUMNS = ", w.*\n";

    /** One row, also of an alliance of which nothing is known but who belongs. */
    public static final String LATERAL = lateral("true");

    private ProgressRows() {}

    /** As {@link #LATERAL}, counted only where the condition holds; else all of it is null. */
    public static String lateral(String condition) {
        return """
        LEFT JOIN LATERAL (SELECT
            coalesce((SELECT g.stage FROM stage g WHERE g.alliance_id = me.alliance_id
                      ORDER BY g.version DESC LIMIT 1), 'NETWORK') AS stage,
            %s AS firms,
            (SELECT count(DISTINCT o.person_id) FROM standing o
             WHERE o.alliance_id = me.alliance_id AND o.state = 'ACTIVE'
               AND o.class = 'MEMBER') AS members,
            (SELECT count(DISTINCT o.person_id) FROM (%s) pairs
             JOIN standing o ON o.alliance_id = me.alliance_id
                  AND o.person_id = pairs.person_id
             WHERE o.state = 'ACTIVE' AND o.class = 'MEMBER') AS tied_members,
            (SELECT count(*) FROM purpose p WHERE p.alliance_id = me.alliance_id
               AND p.state <> 'CLOSED') AS purposes,
            (SELECT count(*) FROM purpose p WHERE p.alliance_id = me.alliance_id
               AND p.state = 'ACTIVE') AS active_purposes,
            (SELECT count(*) FROM purpose p
             JOIN goal g ON g.alliance_id = p.alliance_id AND g.purpose_id = p.id
             WHERE p.alliance_id = me.alliance_id AND p.state = 'ACTIVE'
               AND EXISTS (SELECT FROM check_in c WHERE c.alliance_id = g.alliance_id
                           AND c.goal_id = g.id)) AS checked_goals,
            (SELECT count(*) FROM proposal b WHERE b.alliance_id = me.alliance_id
               AND b.kind = 'CHANGE_RULES' AND b.state IN ('ADOPTED', 'REJECTED'))
                AS reviewed_rules,
            (SELECT count(*) FROM given v WHERE v.alliance_id = me.alliance_id)
                AS contributions,
            (SELECT count(*) FROM given v WHERE v.alliance_id = me.alliance_id
               AND v.answered) AS answered_contributions
            WHERE %s) w ON true
        """
                .formatted(PeopleRows.FIRMS, MutualTies.PAIRS, condition);
    }

    /** Of {@link #lateral}; empty where the condition did not hold. */
    public static Optional<Course> course(Readable row) {
        return row.get("stage", String.class) == null
                ? Optional.empty()
                : Optional.of(new Course(stage(row), progress(row)));
    }

    public static Stage stage(Readable row) {
        return Stage.valueOf(Columns.of(row, "stage", String.class));
    }

    public static Progress progress(Readable row) {
        return new Progress(
                Columns.of(row, "firms", Long.class),
                Columns.of(row, "members", Long.class),
                Columns.of(row, "tied_members", Long.class),
                Columns.of(row, "purposes", Long.class),
                Columns.of(row, "active_purposes", Long.class),
                Columns.of(row, "checked_goals", Long.class),
                Columns.of(row, "reviewed_rules", Long.class),
                Columns.of(row, "contributions", Long.class),
                Columns.of(row, "answered_contributions", Long.class));
    }
}
