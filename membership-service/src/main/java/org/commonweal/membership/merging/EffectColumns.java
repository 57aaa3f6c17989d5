package org.commonweal.membership.merging;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.bodies.Seats;
import org.commonweal.membership.rulebook.Rulebooks;
import org.commonweal.platform.messaging.Columns;

/** What a merger of the firm {@code a} into the firm {@code o} changes: parts of other SQL. */
final class EffectColumns {

    private EffectColumns() {}

    /** How many memberships are of the firm that goes. */
    static final String PEOPLE =
            """
            (SELECT count(*) FROM membership m WHERE m.alliance_id = a.alliance_id
                AND m.organization_id = a.id AND m.state = 'ACTIVE')\
            """;

    /** Of members and of whom it has besides; who works for the other firm has a seat there. */
    static final String SEATS_NEEDED =
            """
            (SELECT count(*) FROM place c WHERE c.alliance_id = a.alliance_id
                AND c.organization_id = a.id AND c.class = 'MEMBER'
                AND NOT EXISTS (SELECT FROM place w WHERE w.alliance_id = c.alliance_id
                    AND w.person_id = c.person_id AND w.organization_id = o.id))\
            """;

    static final String SEATS_FREE = "(o.seats - " + Seats.HELD + ")";

    private static final String OFFICES =
            """
            (SELECT count(*) FROM office f WHERE f.alliance_id = a.alliance_id
                AND f.organization_id = %s AND f.state IN ('OFFERED', 'HELD'))\
            """;

    /** Columns of {@link #of}; binds {@code alliance}. */
    static final String COLUMNS =
            """
            , a.id AS from_firm, o.id AS into_firm, %s AS people, %s AS seats_needed,
              %s AS seats_free,
              ARRAY(SELECT m.person_id FROM membership m WHERE m.alliance_id = a.alliance_id
                  AND m.organization_id = a.id AND m.state = 'ACTIVE'
                  ORDER BY m.joined_at, m.person_id LIMIT %d) AS persons,
              coalesce(greatest(0, %s - greatest(0, %s - %s)), 0) AS offices_ending,
              (SELECT count(*) FROM invitation i WHERE i.alliance_id = a.alliance_id
                  AND i.organization_id = a.id AND i.state = 'SENT'
                  AND i.expires_at > app_now()) AS open_invitations,
              (SELECT count(*) FROM application p WHERE p.alliance_id = a.alliance_id
                  AND p.organization_id = a.id AND p.state = 'OPEN') AS open_applications
            """
                    .formatted(
                            PEOPLE,
                            SEATS_NEEDED,
                            SEATS_FREE,
                            MergerEffect.PERSONS_MOST,
                            OFFICES.formatted("a.id"),
                            Rulebooks.SEATS_PER_FIRM,
                            OFFICES.formatted("o.id"));

    static MergerEffect of(Readable row) {
        return new MergerEffect(
                Columns.of(row, "from_firm", UUID.class),
                Columns.of(row, "into_firm", UUID.class),
                Columns.of(row, "people", Long.class),
                List.of(Columns.of(row, "persons", UUID[].class)),
                Columns.of(row, "seats_needed", Long.class),
                row.get("seats_free", Long.class),
                Columns.of(row, "offices_ending", Long.class),
                Columns.of(row, "open_invitations", Long.class),
                Columns.of(row, "open_applications", Long.class));
    }
}
