package org.commonweal.purpose.loading;

import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * How a transaction begins that changes who is asked, alone: what {@link Unchanged} is for others.
 */
public final class Holds {

    private static final String HOLD =
            """
            UPDATE alliance SET revision = revision + 1
            WHERE alliance_id = :alliance RETURNING time_zone\
            """;

    private Holds() {}

    /**
     * Waits for whoever is keeping something, and makes who has read already begin again. Answers
     * the alliance's time zone; empty for one that is not known.
     */
    public static Mono<String> hold(DatabaseClient sql, UUID alliance) {
        return sql.sql(HOLD)
                .bind("alliance", alliance)
                .map(row -> Columns.of(row, "time_zone", String.class))
                .one();
    }
}
