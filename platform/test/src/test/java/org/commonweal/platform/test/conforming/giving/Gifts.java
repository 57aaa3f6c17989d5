package org.commonweal.platform.test.conforming.giving;

import org.commonweal.platform.test.conforming.domain.GiftDecision;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The SQL. */
class Gifts {
    private final DatabaseClient database;

    Gifts(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> keep(GiftDecision decision) {
        return database.sql("SELECT :gift").bind("gift", decision.gift()).fetch().rowsUpdated();
    }
}
