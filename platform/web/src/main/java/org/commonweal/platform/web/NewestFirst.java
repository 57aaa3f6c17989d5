package org.commonweal.platform.web;

import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Things as the caller may read them: one of them, or all by pages, the newest first.
 *
 * @param <T> what is shown of one
 */
public final class NewestFirst<T> {

    private final ScopedDatabase database;
    private final Cursors cursors;
    private final String query;
    private final Function<Readable, T> view;
    private final Function<T, UUID> id;

    /**
     * @param query in SQL, begun at the standing of the caller (alliance, issuer, subject); its
     *     rows have the UUIDv7 {@code id}
     * @param id of what is shown, which is that of its row
     */
    public NewestFirst(
            ScopedDatabase database,
            Cursors cursors,
            String query,
            Function<Readable, T> view,
            Function<T, UUID> id) {
        this.database = database;
        this.cursors = cursors;
        this.query = query;
        this.view = view;
        this.id = id;
    }

    /** Empty when it is none of the caller's. */
    public Mono<T> one(Caller caller, UUID one) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql("SELECT * FROM (" + query + ") x WHERE x.id = :id"))
                                .bind("id", one)
                                .map(view)
                                .one());
    }

    /** Empty without standing, and a page without rows when there are none. */
    public Mono<Page<T>> page(Caller caller, @Nullable String cursor, int limit) {
        return page(caller, Map.of(), cursor, limit);
    }

    /**
     * Of those that the query asks for by name, such as all of one pool.
     *
     * @param values of the query's own parameters
     */
    public Mono<Page<T>> page(
            Caller caller, Map<String, ?> values, @Nullable String cursor, int limit) {
        var after = cursors.below(cursor);
        var below = " WHERE x.id < :after ORDER BY x.id DESC LIMIT :most";
        return database.inAlliance(
                        caller.alliance(),
                        sql ->
                                caller.bind(sql.sql("SELECT * FROM (" + query + ") x" + below))
                                        .bindValues(values)
                                        .bind("after", after)
                                        .bind("most", limit + 1)
                                        .map(view)
                                        .all()
                                        .collectList()
                                        .flatMap(rows ->
                                                rows.isEmpty()
                                                        ? caller.standing(sql).map(_ -> rows)
                                                        : Mono.just(rows)))
                .map(rows -> Page.of(rows, limit, last -> cursors.encode(id.apply(last))));
    }
}
