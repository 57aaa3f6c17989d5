package org.commonweal.purpose.ties;

import java.util.UUID;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of keeping who answered whom; a fact that comes again changes nothing. */
@Component
class Ties {

    private static final String ANSWERED =
            """
            WITH answered AS (
                INSERT INTO given (alliance_id, contribution_id, answered)
                VALUES (:alliance, :contribution, true)
                ON CONFLICT (alliance_id, contribution_id) DO UPDATE SET answered = true)
            INSERT INTO tie (alliance_id, author_id, answered_by)
            VALUES (:alliance, :author, :by)
            ON CONFLICT DO NOTHING\
            """;

    private final ScopedDatabase database;

    Ties(ScopedDatabase database) {
        this.database = database;
    }

    Mono<Long> given(UUID alliance, UUID contribution) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO given (alliance_id, contribution_id, answered)
                                        VALUES (:alliance, :contribution, false)
                                        ON CONFLICT DO NOTHING\
                                        """)
                                .bind("alliance", alliance)
                                .bind("contribution", contribution)
                                .fetch()
                                .rowsUpdated());
    }

    Mono<Long> answered(UUID alliance, AnswerFacts.AnsweredV1 answer) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(ANSWERED)
                                .bind("alliance", alliance)
                                .bind("contribution", answer.contribution())
                                .bind("author", answer.author())
                                .bind("by", answer.by())
                                .fetch()
                                .rowsUpdated());
    }
}
