package org.commonweal.membership.maildomains;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.commonweal.membership.domain.WayIn;
import org.jspecify.annotations.Nullable;

/** How the people of firms log in, as other features' queries read it. */
public final class WayInColumns {

    /**
     * Columns about {@code organization o}, which may be absent; binds {@code mail_domain}, the
     * domain of the login's proven address, and {@code login}, the way that it came: of the firm's
     * several ways in, that one counts if it is one.
     */
    public static final String COLUMNS =
            """
             (SELECT w FROM ways_in(o.alliance_id, o.id, o.provider) w ORDER BY w <> :login LIMIT 1)
                    AS provider, CASE WHEN o.id IS NOT NULL THEN o.mail_domains || ARRAY(
                    SELECT own.name FROM mail_domain own WHERE own.alliance_id = o.alliance_id
                      AND own.organization_id = o.id AND own.state = 'PROVED') END AS mail_domains,
                ARRAY(
                    SELECT others.name FROM mail_domain others
                    WHERE others.alliance_id = o.alliance_id AND others.organization_id <> o.id
                      AND others.state = 'PROVED' AND others.name = :mail_domain)
                    AS domains_of_others
            """;

    /**
     * A condition on {@code invitation i}: the address counts as the login's there. In a domain
     * that a firm has proved, it does only through that firm's own way in. Binds {@code
     * mail_domain} and {@code provider}, blank for the platform's realm.
     */
    public static final String ADDRESS_COUNTS =
            """
             NOT EXISTS (
                SELECT FROM mail_domain d JOIN organization w ON w.alliance_id = d.alliance_id
                     AND w.id = d.organization_id
                WHERE d.alliance_id = i.alliance_id AND d.name = :mail_domain
                  AND d.state = 'PROVED' AND NOT (CASE WHEN :provider = ''
                      THEN NOT EXISTS (SELECT ways_in(w.alliance_id, w.id, w.provider))
                      ELSE :provider IN (SELECT ways_in(w.alliance_id, w.id, w.provider)) END))
            """;

    private WayInColumns() {}

    /** Null when there is no such firm. */
    public static @Nullable WayIn of(Readable row) {
        var domains = row.get("mail_domains", String[].class);
        var others = row.get("domains_of_others", String[].class);
        return domains == null || others == null
                ? null
                : new WayIn(row.get("provider", String.class), List.of(domains), List.of(others));
    }
}
