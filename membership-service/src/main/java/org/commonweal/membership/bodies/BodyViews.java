package org.commonweal.membership.bodies;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Firms as members read them: the SQL. */
@Component
class BodyViews {

    private final ScopedDatabase database;
    private final JsonMapper json;

    BodyViews(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty without standing, and for an organization that is not there. */
    Mono<BodyView> one(Caller caller, UUID organization) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(ONE))
                                .bind("organization", organization)
                                .map(this::view)
                                .one());
    }

    private BodyView view(Readable row) {
        return new BodyView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "short_name", String.class),
                Columns.of(row, "colour", String.class),
                Columns.of(row, "role", String.class),
                Columns.of(row, "members", Long.class),
                Columns.of(row, "enrolled_at", Instant.class),
                row.get("left_at", Instant.class),
                row.get("leaves_at", Instant.class),
                List.of(
                        json.readValue(
                                Columns.of(row, "officials", String.class),
                                BodyView.OfficialView[].class)),
                Columns.of(row, "own", Boolean.class) ? inner(row) : null);
    }

    private static BodyView.InnerView inner(Readable row) {
        return new BodyView.InnerView(
                row.get("seats", Integer.class),
                Columns.of(row, "open_invitations", Long.class),
                Columns.of(row, "administrator", Boolean.class));
    }

    private static final String ONE =
            """
            SELECT o.id, o.name, o.short_name, o.colour, o.role, o.enrolled_at, o.left_at, o.leaves_at, o.seats,
                   me.organization_id = o.id AS own, own.administrator,
                   %s AS members,
                   CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('person', f.person_id,
                           'administrator', f.administrator, 'delegate', f.delegate)), '[]')
                       FROM (SELECT * FROM membership m WHERE m.alliance_id = o.alliance_id
                               AND m.organization_id = o.id AND m.state = 'ACTIVE'
                               AND (m.administrator OR m.delegate)
                             ORDER BY m.joined_at, m.person_id LIMIT 200) f) AS text) AS officials,
                   %s AS open_invitations
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = :organization
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(Seats.HELD, Seats.INVITED);
}
