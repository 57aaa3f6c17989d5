package org.commonweal.recognition.thanking;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Keyset;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Thanks as they are read: the SQL. */
@Component
class GivenThanks {

    private static final String ONE =
            """
            SELECT t.*, c.title
            FROM standing me
            JOIN thank_you t ON t.alliance_id = me.alliance_id AND t.id = :id
            JOIN contribution c ON c.alliance_id = t.alliance_id AND c.id = t.contribution_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            """;

    private static final String SEEN =
            """
            SELECT t.*, c.title
            FROM standing me
            LEFT JOIN LATERAL (
                SELECT * FROM thank_you t
                WHERE t.alliance_id = me.alliance_id AND (t.at, t.id) < (:at, :after)
                  AND (me.class <> 'CUSTOMER' OR EXISTS (
                      SELECT FROM contribution w WHERE w.alliance_id = t.alliance_id
                        AND w.id = t.contribution_id
                        AND (w.acknowledged_at IS NOT NULL OR w.author_id = me.person_id)))
            """;

    private static final String SEEN_IN_ORDER =
            """
                ORDER BY t.at DESC, t.id DESC LIMIT :rows) t ON true
            LEFT JOIN contribution c ON c.alliance_id = t.alliance_id AND c.id = t.contribution_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            ORDER BY t.at DESC, t.id DESC
            """;

    private final ScopedDatabase database;
    private final Cursors cursors;

    GivenThanks(ScopedDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** The one that the command's id stands for. */
    Mono<ThankYouV1> one(GiveThanks.Command command) {
        var caller = command.caller();
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(ONE))
                                .bind("id", command.id().value())
                                .map(GivenThanks::thankYou)
                                .one());
    }

    /** Empty without standing. */
    Mono<Page<ThankYouV1>> seenBy(
            Caller caller, Filter filter, @Nullable String cursor, int limit) {
        var after = Keyset.after(cursor, cursors);
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        filter.bound(caller.bind(sql.sql(SEEN + filter.sql() + SEEN_IN_ORDER)))
                                .bind("at", after.at())
                                .bind("after", after.id())
                                .bind("rows", limit + 1)
                                .map(row ->
                                        Optional.ofNullable(row.get("id", UUID.class))
                                                .map(_ -> thankYou(row)))
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> page(rows, limit)));
    }

    private Page<ThankYouV1> page(List<Optional<ThankYouV1>> rows, int limit) {
        return Page.of(
                rows.stream().flatMap(Optional::stream).toList(),
                limit,
                last -> new Keyset(last.at(), last.id()).cursor(cursors));
    }

    private static ThankYouV1 thankYou(Readable row) {
        return new ThankYouV1(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "contribution_id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "from_id", UUID.class),
                Columns.of(row, "from_organization_id", UUID.class),
                Columns.of(row, "to_id", UUID.class),
                Columns.of(row, "text", String.class),
                Columns.of(row, "at", Instant.class));
    }

    /** Which thanks are asked for; null asks for all. */
    record Filter(@Nullable UUID to, @Nullable UUID contribution) {

        private String sql() {
            return (to == null ? "" : " AND t.to_id = :to")
                    + (contribution == null ? "" : " AND t.contribution_id = :contribution");
        }

        private DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec sql) {
            var bound = to == null ? sql : sql.bind("to", to);
            return contribution == null ? bound : bound.bind("contribution", contribution);
        }
    }
}
