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
import org.commonweal.purpose.drafting.PurposeResponse.Ratification;
import org.commonweal.purpose.drafting.PurposeResponse.State;
import org.commonweal.purpose.loading.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of reading purposes. */
@Component
class Purposes {

    private static final int DRAFTS_MAX = 100;

    private static final String COLUMNS =
            """
            , p.id, p.title, p.statement, p.output, p.measure, p.deadline, p.goal, p.state,
              p.version, p.drafted_by, p.ratified_at, p.ratified_by,
              r.yes, r.no, r.abstain, r.electorate
            """;

    private static final String COUNT =
            """
            LEFT JOIN LATERAL (
                SELECT count(*) FILTER (WHERE e.choice = 'YES')::int AS yes,
                       count(*) FILTER (WHERE e.choice = 'NO')::int AS no,
                       count(*) FILTER (WHERE e.choice = 'ABSTAIN')::int AS abstain,
                       count(*)::int AS electorate
                FROM elector e
                WHERE e.alliance_id = p.alliance_id AND e.proposal_id = p.ratified_by) r
            ON p.ratified_by IS NOT NULL
            """;

    private final ScopedDatabase database;

    Purposes(ScopedDatabase database) {
        this.database = database;
    }

    /** The active purpose and the newest drafts; empty when the caller has no standing. */
    Mono<PurposeAndDrafts> all(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + COLUMNS
                                                        + FROM_ME
                                                        + """
                                                        LEFT JOIN purpose p
                                                        ON p.alliance_id = me.alliance_id
                                                           AND p.state <> 'CLOSED'
                                                        """
                                                        + COUNT
                                                        + WHERE_ME
                                                        + """
                                                        ORDER BY p.state = 'ACTIVE' DESC, p.id DESC
                                                        LIMIT :most\
                                                        """),
                                        caller)
                                .bind("most", DRAFTS_MAX + 1)
                                .map(Purposes::ifAny)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList())
                                .map(Purposes::sorted));
    }

    private static PurposeAndDrafts sorted(List<PurposeResponse> purposes) {
        var active = purposes.stream().filter(p -> p.state() == State.ACTIVE).findFirst();
        var drafts = purposes.stream().filter(p -> p.state() != State.ACTIVE).toList();
        return new PurposeAndDrafts(active.orElse(null), drafts);
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
                                                        """
                                                        + COUNT
                                                        + WHERE_ME),
                                        caller)
                                .bind("purpose", purpose)
                                .map(Purposes::purpose)
                                .one());
    }

    private static Optional<PurposeResponse> ifAny(Readable row) {
        return row.get("id", UUID.class) == null ? Optional.empty() : Optional.of(purpose(row));
    }

    private static PurposeResponse purpose(Readable row) {
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
                ratification(row));
    }

    private static @Nullable Ratification ratification(Readable row) {
        var proposal = row.get("ratified_by", UUID.class);
        return proposal == null
                ? null
                : new Ratification(
                        proposal,
                        Columns.of(row, "yes", Integer.class),
                        Columns.of(row, "no", Integer.class),
                        Columns.of(row, "abstain", Integer.class),
                        Columns.of(row, "electorate", Integer.class));
    }
}
