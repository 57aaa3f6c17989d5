package org.commonweal.membership.firmleaving;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a firm's leaving would end: the SQL. It starts at the caller's standing, so at the firm. */
@Component
class Previews {

    private final ScopedDatabase database;

    Previews(ScopedDatabase database) {
        this.database = database;
    }

    /** Of the caller's own firm; empty without standing. */
    Mono<FirmExitPreview> own(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(OWN))
                                .bind("most", FirmExitPreview.PERSONS_MOST)
                                .map(Previews::preview)
                                .one());
    }

    private static FirmExitPreview preview(Readable row) {
        return new FirmExitPreview(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "short_name", String.class),
                Columns.of(row, "people", Long.class),
                List.of(Columns.of(row, "persons", UUID[].class)),
                Columns.of(row, "open_invitations", Long.class),
                Columns.of(row, "open_applications", Long.class),
                Columns.of(row, "directory", Long.class),
                Columns.of(row, "other_firms", Long.class),
                row.get("leaves_at", Instant.class));
    }

    private static final String OWN =
            """
            SELECT o.id, o.short_name, o.leaves_at,
                   (SELECT count(*) FROM membership m WHERE m.alliance_id = o.alliance_id
                       AND m.organization_id = o.id AND m.state = 'ACTIVE') AS people,
                   ARRAY(SELECT m.person_id FROM membership m WHERE m.alliance_id = o.alliance_id
                       AND m.organization_id = o.id AND m.state = 'ACTIVE'
                       ORDER BY m.joined_at, m.person_id LIMIT :most) AS persons,
                   (SELECT count(*) FROM invitation i WHERE i.alliance_id = o.alliance_id
                       AND i.organization_id = o.id AND i.state = 'SENT'
                       AND i.expires_at > app_now()) AS open_invitations,
                   (SELECT count(*) FROM application a WHERE a.alliance_id = o.alliance_id
                       AND a.organization_id = o.id AND a.state = 'OPEN') AS open_applications,
                   (SELECT count(*) FROM eligible_person e WHERE e.alliance_id = o.alliance_id
                       AND e.organization_id = o.id) AS directory,
                   (SELECT count(DISTINCT m.organization_id) FROM membership m
                       WHERE m.alliance_id = o.alliance_id AND m.organization_id <> o.id
                         AND m.state = 'ACTIVE') AS other_firms
            FROM standing me
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = me.organization_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;
}
