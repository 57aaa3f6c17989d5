package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.PersonId;

/** Reads whose votes are held by whom just now. */
public final class ProxyRows {

    /**
     * The proxies {@code x} in force with the holder's firm {@code h}: accepted, in their time, and
     * while holder and giver belong, a firm as long as it has a delegate. Binds {@code alliance}.
     */
    public static final String IN_FORCE = inForce("");

    /** What {@link #held} reads, of {@link #HOLDERS}. */
    public static final String COLUMNS =
            ", proxies.givers, proxies.holders, proxies.holder_firms\n";

    /** Who holds votes of the ballot that is bound as {@code proposal}. */
    public static final String HOLDERS =
            """
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(x.voter_id ORDER BY x.id), '{}') AS givers,
                       coalesce(array_agg(x.holder_id ORDER BY x.id), '{}') AS holders,
                       coalesce(array_agg(h.organization_id ORDER BY x.id), '{}') AS holder_firms
            """
                    + IN_FORCE
                    + """
                      AND (x.proposal_id IS NULL OR x.proposal_id = :proposal)) proxies
                    """;

    private ProxyRows() {}

    /** As {@link #IN_FORCE}, with joins to what is asked about the proxies {@code x}. */
    public static String inForce(String joins) {
        return """
        FROM proxy x
        JOIN LATERAL (
            SELECT s.organization_id FROM standing s
            WHERE s.alliance_id = x.alliance_id AND s.person_id = x.holder_id
              AND s.state = 'ACTIVE' AND s.class = 'MEMBER'
            ORDER BY s.organization_id LIMIT 1) h ON true
        %s
        WHERE x.alliance_id = :alliance AND x.state = 'ACCEPTED' AND x.until_at > app_now()
          AND EXISTS (
            SELECT FROM standing s
            WHERE s.alliance_id = x.alliance_id AND s.state = 'ACTIVE' AND s.class = 'MEMBER'
              AND CASE WHEN x.person_id IS NULL
                  THEN s.delegate AND s.organization_id = x.organization_id
                  ELSE s.person_id = x.person_id END)
        """
                .formatted(joins);
    }

    public static List<Held> held(Readable row) {
        var givers = Columns.of(row, "givers", UUID[].class);
        var holders = Columns.of(row, "holders", UUID[].class);
        var firms = Columns.of(row, "holder_firms", UUID[].class);
        return IntStream.range(0, givers.length)
                .mapToObj(i -> new Held(givers[i], holders[i], firms[i]))
                .toList();
    }

    /**
     * A vote that somebody else may cast.
     *
     * @param voter whose vote it is
     * @param organization the holder's firm
     */
    public record Held(UUID voter, UUID holder, UUID organization) {

        /** As who is asked for it. */
        public Delegate delegate() {
            return new Delegate(new PersonId(holder), new OrganizationId(organization));
        }
    }
}
