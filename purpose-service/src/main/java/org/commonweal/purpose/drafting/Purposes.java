package org.commonweal.purpose.drafting;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.drafting.PurposeResponse.DecidedDeadline;
import org.commonweal.purpose.drafting.PurposeResponse.State;
import org.commonweal.purpose.loading.Decision;
import org.commonweal.purpose.loading.Decisions;
import org.commonweal.purpose.loading.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading purposes. */
@Component
class Purposes {

    private static final int CLOSED_MAX = 20;
    private static final int DRAFTS_MAX = 100;

    private static final String COLUMNS =
            """
            , p.id, p.title, p.statement, p.output, p.measure, p.deadline, p.goal, p.state,
              p.version, p.drafted_by, p.ratified_at, p.closed_at, p.conclusion,
              p.state = 'ACTIVE' AND p.deadline < (app_now() AT TIME ZONE a.time_zone)::date
                  AS overdue,
            """
                    + Decisions.of("p.alliance_id", "p.ratified_by")
                    + "::text AS ratified_by,\n"
                    + Decisions.of("p.alliance_id", "p.closed_by")
                    + "::text AS closed_by, l.deadlines\n";

    /** What the ballots have said about the purpose's time. */
    private static final String LINEAGE =
            """
            LEFT JOIN LATERAL (
                SELECT jsonb_agg(jsonb_build_object('deadline', b.content->'deadline', 'at', b.closes_at,
                           'reason', b.content->'words', 'decision',
            """
                    + Decisions.of("b.alliance_id", "b.id")
                    + """
                            ) ORDER BY b.closes_at, b.id)::text AS deadlines
                        FROM proposal b
                        WHERE b.alliance_id = p.alliance_id AND b.purpose_id = p.id
                          AND b.state = 'ADOPTED' AND b.content->>'deadline' IS NOT NULL) l ON true
                    """;

    private static final String ALL =
            ME
                    + COLUMNS
                    + FROM_ME
                    + """
                    LEFT JOIN LATERAL (
                        (SELECT * FROM purpose o
                         WHERE o.alliance_id = me.alliance_id
                           AND o.state <> 'CLOSED'
                         ORDER BY o.state = 'ACTIVE' DESC,
                                  o.id DESC
                         LIMIT :drafts)
                        UNION ALL
                        (SELECT * FROM purpose o
                         WHERE o.alliance_id = me.alliance_id
                           AND o.state = 'CLOSED'
                         ORDER BY o.id DESC LIMIT :closed)) p
                    ON true
                    LEFT JOIN alliance a
                    ON a.alliance_id = me.alliance_id
                    """
                    + LINEAGE
                    + WHERE_ME
                    + "ORDER BY p.id DESC";

    private final ScopedDatabase database;
    private final JsonMapper json;

    Purposes(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The active purpose, the newest drafts and those that are over; empty when the caller has no
     * standing.
     */
    Mono<PurposeAndDrafts> all(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(ALL), caller)
                                .bind("drafts", DRAFTS_MAX + 1)
                                .bind("closed", CLOSED_MAX)
                                .map(this::ifAny)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList())
                                .map(Purposes::sorted));
    }

    private static PurposeAndDrafts sorted(List<PurposeResponse> purposes) {
        return new PurposeAndDrafts(
                purposes.stream().filter(p -> p.state() == State.ACTIVE).findFirst().orElse(null),
                purposes.stream()
                        .filter(p -> p.state() == State.DRAFT || p.state() == State.PROPOSED)
                        .toList(),
                purposes.stream().filter(p -> p.state() == State.CLOSED).toList());
    }

    /** One purpose in any state; empty when there is none that the caller may see. */
    Mono<PurposeResponse> one(Caller caller, UUID purpose) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + COLUMNS
                                                        + FROM_ME
                                                        + """
                                                        JOIN purpose p
                                                        ON p.alliance_id = me.alliance_id
                                                           AND p.id = :purpose
                                                        JOIN alliance a
                                                        ON a.alliance_id = me.alliance_id
                                                        """
                                                        + LINEAGE
                                                        + WHERE_ME),
                                        caller)
                                .bind("purpose", purpose)
                                .map(this::purpose)
                                .one());
    }

    private Optional<PurposeResponse> ifAny(Readable row) {
        return row.get("id", UUID.class) == null ? Optional.empty() : Optional.of(purpose(row));
    }

    private PurposeResponse purpose(Readable row) {
        return new PurposeResponse(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "title", String.class),
                row.get("statement", String.class),
                row.get("output", String.class),
                row.get("measure", String.class),
                row.get("deadline", LocalDate.class),
                row.get("goal", String.class),
                State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "version", Long.class),
                Columns.of(row, "drafted_by", UUID.class),
                row.get("ratified_at", Instant.class),
                decision(row, "ratified_by"),
                Boolean.TRUE.equals(row.get("overdue", Boolean.class)),
                deadlines(row),
                row.get("closed_at", Instant.class),
                decision(row, "closed_by"),
                row.get("conclusion", String.class));
    }

    private @Nullable Decision decision(Readable row, String column) {
        var found = row.get(column, String.class);
        return found == null ? null : json.readValue(found, Decision.class);
    }

    private List<DecidedDeadline> deadlines(Readable row) {
        var found = row.get("deadlines", String.class);
        return found == null
                ? List.of()
                : json.readValue(found, new TypeReference<List<DecidedDeadline>>() {});
    }
}
