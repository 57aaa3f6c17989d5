package org.commonweal.platform.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps this service's copy of who may do what: full-state facts, of which the newest stands. A row
 * is a login's, so that somebody who belongs to two firms acts for that of the login.
 */
final class StandingProjection implements EventHandler {

    private static final String KEEP =
            """
            INSERT INTO standing (alliance_id, issuer, subject, person_id,
                organization_id, class, call, delegate, state, version)
            SELECT :alliance, l.issuer, l.subject, :person, :organization,
                   :class, CAST(:call AS uuid), :delegate, :state, :version
            FROM jsonb_to_recordset(CAST(:logins AS jsonb))
                 AS l(issuer text, subject text)
            ON CONFLICT (alliance_id, issuer, subject) DO UPDATE
            SET person_id = excluded.person_id,
                organization_id = excluded.organization_id,
                class = excluded.class, call = excluded.call,
                delegate = excluded.delegate, state = excluded.state, version = excluded.version
            WHERE standing.version < excluded.version
            """;

    private final ScopedDatabase database;
    private final JsonMapper json;

    StandingProjection(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.standing-changed.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        var standing = event.as(StandingChangedV1.class);
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(KEEP)
                                .bind("alliance", event.alliance())
                                .bind("person", standing.person())
                                .bind("organization", standing.organization())
                                .bind("class", standing.standingClass())
                                .bind("call", standing.boundTo())
                                .bind("delegate", standing.delegate())
                                .bind("state", standing.state())
                                .bind("version", standing.version())
                                .bind("logins", json.writeValueAsString(standing.logins()))
                                .fetch()
                                .rowsUpdated());
    }

    record StandingChangedV1(
            UUID person,
            UUID organization,
            @JsonProperty("class") String standingClass,
            @Nullable UUID call,
            boolean delegate,
            String state,
            long version,
            List<Login> logins) {

        Parameter boundTo() {
            return call == null ? Parameters.in(UUID.class) : Parameters.in(call);
        }
    }

    record Login(String issuer, String subject) {}
}
