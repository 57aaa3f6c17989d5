package org.commonweal.membership.merging;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Merger;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.platform.messaging.Columns;

/** The two firms of a merger as decisions know them: parts of other SQL. */
final class FirmColumns {

    private FirmColumns() {}

    /** Of the firm {@code a}, that goes on as the firm {@code o}; both may be absent. */
    static final String COLUMNS =
            """
            , coalesce(a.role = 'SPONSOR', false) AS from_sponsors,
              coalesce(a.role = 'FIRM' OR a.role = 'SPONSOR', false) AND a.left_at IS NULL
                  AND a.leaves_at IS NULL AS from_here,
            """
                    + EffectColumns.PEOPLE
                    + """
                     AS from_people,
                      coalesce(o.role = 'SPONSOR', false) AS into_sponsors,
                      coalesce(o.role = 'FIRM' OR o.role = 'SPONSOR', false) AND o.left_at IS NULL
                          AND o.leaves_at IS NULL AS into_here,
                      ARRAY(SELECT p.person_id FROM place p
                          WHERE p.alliance_id = me.alliance_id AND p.administrator
                            AND p.organization_id IN (a.id, o.id)
                          ORDER BY p.person_id LIMIT 1000) AS administrators
                    """;

    static Merger.Firm from(Readable row, UUID id) {
        return new Merger.Firm(
                new OrganizationId(id),
                Columns.of(row, "from_sponsors", Boolean.class),
                Columns.of(row, "from_here", Boolean.class),
                Columns.of(row, "from_people", Long.class));
    }

    /** How many people it has, is not asked. */
    static Merger.Firm into(Readable row, UUID id) {
        return new Merger.Firm(
                new OrganizationId(id),
                Columns.of(row, "into_sponsors", Boolean.class),
                Columns.of(row, "into_here", Boolean.class),
                0);
    }

    /** Of both: who is told. */
    static List<UUID> administrators(Readable row) {
        return List.of(Columns.of(row, "administrators", UUID[].class));
    }
}
