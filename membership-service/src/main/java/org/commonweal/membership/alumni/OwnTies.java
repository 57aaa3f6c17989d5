package org.commonweal.membership.alumni;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What an alumnus finds where they were a member: the SQL. */
@Component
class OwnTies {

    /**
     * Of the login that was a member, and only while both have said yes to this leaving. The one
     * who said it for the alliance is who can be reached, as long as they are a member.
     */
    private static final String OWN =
            """
            SELECT coalesce(mine.display_name, me_p.name) AS my_name, me_p.email AS my_email,
                   o.name AS my_organization, m.joined_at, m.ended_at,
                   w.person_id, coalesce(theirs.display_name, w_p.name) AS name, w_p.email,
                   w_o.name AS organization, %s AS together
            FROM standing me
            JOIN membership m ON m.alliance_id = me.alliance_id AND m.person_id = me.person_id
                 AND m.state <> 'ACTIVE'
            JOIN alumnus t ON t.alliance_id = m.alliance_id AND t.person_id = m.person_id
                 AND t.ended_at = m.ended_at AND t.wanted AND t.welcomed
            JOIN person me_p ON me_p.id = m.person_id AND me_p.erased_at IS NULL
            LEFT JOIN profile mine ON mine.person_id = m.person_id
            JOIN organization o ON o.alliance_id = m.alliance_id AND o.id = m.organization_id
            LEFT JOIN (membership w
                JOIN person w_p ON w_p.id = w.person_id
                JOIN organization w_o ON w_o.alliance_id = w.alliance_id
                     AND w_o.id = w.organization_id
                LEFT JOIN profile theirs ON theirs.person_id = w.person_id)
              ON w.alliance_id = t.alliance_id AND w.person_id = t.welcomed_by
             AND w.state = 'ACTIVE' AND w.suspended_at IS NULL
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ENDED'\
            """
                    .formatted(Together.of("m.person_id", "w.person_id"));

    private final ScopedDatabase database;
    private final JsonMapper json;

    OwnTies(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty for everybody but an alumnus. */
    Mono<OwnTieView> of(Caller caller) {
        return database.inAlliance(
                caller.alliance(), sql -> caller.bind(sql.sql(OWN)).map(this::view).one());
    }

    private OwnTieView view(Readable row) {
        var contact = row.get("person_id", UUID.class);
        return new OwnTieView(
                Columns.of(row, "my_name", String.class),
                row.get("my_email", String.class),
                Columns.of(row, "my_organization", String.class),
                Columns.of(row, "joined_at", Instant.class),
                Columns.of(row, "ended_at", Instant.class),
                contact == null
                        ? null
                        : new ContactView(
                                Columns.of(row, "name", String.class),
                                Columns.of(row, "organization", String.class),
                                row.get("email", String.class),
                                Together.read(json, Columns.of(row, "together", String.class))));
    }

    /**
     * The tie as the alumnus sees it.
     *
     * @param name and what follows: as the members see the alumnus
     * @param contact who said yes for the alliance, or null when they have left, too
     */
    record OwnTieView(
            String name,
            @Nullable String email,
            String organization,
            Instant joinedAt,
            Instant leftAt,
            @Nullable ContactView contact) {}

    /**
     * Who stayed and can be reached.
     *
     * @param organization whom they work for now
     * @param together when both were of the alliance, the last time first
     */
    record ContactView(
            String name, String organization, @Nullable String email, List<Together> together) {

        ContactView {
            together = List.copyOf(together);
        }
    }
}
