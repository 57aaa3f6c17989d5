package org.commonweal.purpose.forking;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.commonweal.purpose.domain.Forking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading forks. */
@Component
class Forks {

    private final NewestFirst<ForkResponse> whole;
    private final NewestFirst<ForkResponse> lines;
    private final JsonMapper json;

    Forks(ScopedDatabase database, Cursors cursors, JsonMapper json) {
        this.json = json;
        whole = reading(database, cursors, "f.impact::text");
        lines = reading(database, cursors, "CAST(NULL AS text)");
    }

    private NewestFirst<ForkResponse> reading(
            ScopedDatabase database, Cursors cursors, String affected) {
        return new NewestFirst<>(
                database,
                cursors,
                """
                SELECT f.*, %s AS affected
                FROM standing me
                JOIN fork f ON f.alliance_id = me.alliance_id
                WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
                  AND me.state = 'ACTIVE'
                """
                        .formatted(affected),
                this::fork,
                ForkResponse::id);
    }

    Mono<ForkResponse> one(Caller caller, UUID fork) {
        return whole.one(caller, fork);
    }

    Mono<Page<ForkResponse>> page(Caller caller, @Nullable String cursor, int limit) {
        return lines.page(caller, cursor, limit);
    }

    private ForkResponse fork(Readable row) {
        var affected = row.get("affected", String.class);
        return new ForkResponse(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "purpose_id", UUID.class),
                Stream.of(Columns.of(row, "changes", String[].class))
                        .map(Forking.Change::valueOf)
                        .toList(),
                Columns.of(row, "title", String.class),
                row.get("statement", String.class),
                row.get("output", String.class),
                row.get("measure", String.class),
                row.get("deadline", LocalDate.class),
                row.get("goal", String.class),
                row.get("audience", String.class),
                row.get("eligibility", String.class),
                Columns.of(row, "reason", String.class),
                Columns.of(row, "prepared_by", UUID.class),
                Columns.of(row, "prepared_at", Instant.class),
                affected == null ? null : json.readValue(affected, ForkResponse.Impact.class),
                row.get("founded_as", UUID.class),
                row.get("founded_at", Instant.class));
    }
}
