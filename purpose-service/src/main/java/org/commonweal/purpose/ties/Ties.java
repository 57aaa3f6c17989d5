package org.commonweal.purpose.ties;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of keeping who answered whom; a fact that comes again changes nothing. */
@Component
class Ties {

    private static final String KEEP =
            """
            WITH told AS (
                SELECT * FROM unnest(:contributions::uuid[], :authors::uuid[], :answerers::uuid[])
                    AS t (contribution, author, answerer)
            ), kept AS (
                INSERT INTO given AS g (alliance_id, contribution_id, answered)
                SELECT :alliance, contribution, bool_or(answerer IS NOT NULL) FROM told
                GROUP BY contribution ORDER BY contribution
                ON CONFLICT (alliance_id, contribution_id) DO UPDATE SET answered = true
                WHERE excluded.answered AND NOT g.answered
            )
            INSERT INTO tie (alliance_id, author_id, answered_by)
            SELECT DISTINCT :alliance, author, answerer FROM told WHERE answerer IS NOT NULL
            ORDER BY author, answerer
            ON CONFLICT DO NOTHING\
            """;

    private final ScopedDatabase database;

    Ties(ScopedDatabase database) {
        this.database = database;
    }

    Mono<Long> keep(UUID alliance, List<Told> told) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(KEEP)
                                .bind("alliance", alliance)
                                .bind("contributions", each(told, Told::contribution))
                                .bind("authors", each(told, Told::author))
                                .bind("answerers", each(told, Told::answerer))
                                .fetch()
                                .rowsUpdated());
    }

    private static @Nullable UUID[] each(List<Told> told, Function<Told, @Nullable UUID> part) {
        return told.stream().map(part).toArray(UUID[]::new);
    }

    /**
     * What is known of a contribution.
     *
     * @param author null where nobody has answered yet, as is the answerer
     */
    record Told(UUID contribution, @Nullable UUID author, @Nullable UUID answerer) {}
}
