package org.commonweal.contribution.reading;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Contributions as lines, newest first. Each query starts at the caller's standing. */
@Component
class Contributions {

    /** A row for the standing itself even when no contribution fits: no row means no standing. */
    private static final String OF_ME =
            """
            SELECT c.* FROM standing me
            LEFT JOIN LATERAL (%s) c ON true
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :login
              AND me.state IN (%s)
            ORDER BY c.submitted_at DESC, c.id DESC
            """;

    private static final String FOUND =
            "SELECT * FROM search_titles(me.alliance_id, me.issuer, me.subject, :words, :at, :id, :most)";

    private final ScopedDatabase database;

    Contributions(ScopedDatabase database) {
        this.database = database;
    }

    /** What a list is narrowed to; null where it is not. */
    record Filter(@Nullable UUID goal, @Nullable String state, @Nullable UUID author) {}

    /** At most {@code most} lines; empty without a standing. */
    Mono<List<ContributionLineV1>> list(Caller caller, Filter filter, Keyset after, int most) {
        var lines =
                "SELECT * FROM contribution c WHERE c.alliance_id = me.alliance_id AND "
                        + Visible.TO_ME
                        + (filter.goal() == null ? "" : " AND c.goal_id = :goal")
                        + (filter.state() == null ? "" : " AND c.state = :state")
                        + (filter.author() == null ? "" : " AND c.author_id = :author")
                        + " AND (c.submitted_at, c.id) < (:at, :id)"
                        + " ORDER BY c.submitted_at DESC, c.id DESC LIMIT :most";
        return lines(
                caller,
                sql -> {
                    var query =
                            sql.sql(OF_ME.formatted(lines, "'ACTIVE', 'GUEST'")).bind("most", most);
                    query = bound(query, "goal", filter.goal());
                    query = bound(query, "state", filter.state());
                    query = bound(query, "author", filter.author());
                    return query.bind("at", after.at()).bind("id", after.id());
                });
    }

    /** Lines whose title holds every word; empty without a standing. */
    Mono<List<ContributionLineV1>> search(
            Caller caller, List<String> words, Keyset after, int most) {
        return lines(
                caller,
                sql ->
                        sql.sql(OF_ME.formatted(FOUND, "'ACTIVE'"))
                                .bind("words", words.toArray(String[]::new))
                                .bind("at", after.at())
                                .bind("id", after.id())
                                .bind("most", most));
    }

    private Mono<List<ContributionLineV1>> lines(
            Caller caller, Function<DatabaseClient, DatabaseClient.GenericExecuteSpec> query) {
        return database.manyInAlliance(
                        caller.alliance(),
                        sql ->
                                query.apply(sql)
                                        .bind("alliance", caller.alliance())
                                        .bind("issuer", caller.issuer())
                                        .bind("login", caller.subject())
                                        .map(Contributions::line)
                                        .all())
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().flatMap(Optional::stream).toList());
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec query, String name, @Nullable Object value) {
        return value == null ? query : query.bind(name, value);
    }

    private static Optional<ContributionLineV1> line(Readable row) {
        var id = row.get("id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(
                        new ContributionLineV1(
                                id,
                                row.get("goal_id", UUID.class),
                                Columns.of(row, "kind", String.class),
                                Columns.of(row, "title", String.class),
                                Columns.of(row, "author_id", UUID.class),
                                row.get("organization_id", UUID.class),
                                Columns.of(row, "state", String.class),
                                Columns.of(row, "submitted_at", Instant.class),
                                row.get("acknowledge_by", Instant.class),
                                row.get("escalated_at", Instant.class),
                                row.get("area", String.class)));
    }
}
