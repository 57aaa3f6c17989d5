package org.commonweal.membership.decisions;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who has been told that a decision has ended their membership: the SQL. */
@Component
class Removals {

    private static final String UNTOLD =
            """
            SELECT p.email, p.name, l.name AS alliance, d.title AS decision
            FROM membership m
            JOIN person p ON p.id = m.person_id AND p.email IS NOT NULL
            JOIN alliance l ON l.alliance_id = m.alliance_id
            JOIN executed_decision d ON d.alliance_id = m.alliance_id
                 AND d.decision_id = m.left_with
            WHERE m.alliance_id = :alliance AND m.person_id = :person AND m.state = 'REMOVED'
              AND m.left_with = :decision AND m.told_at IS NULL\
            """;

    private final ScopedDatabase database;

    Removals(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when they have been told, have no address, or are back. */
    Mono<Words> untold(UUID alliance, UUID person, UUID decision) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(UNTOLD)
                                .bind("alliance", alliance)
                                .bind("person", person)
                                .bind("decision", decision)
                                .map(Removals::words)
                                .one());
    }

    private static Words words(Readable row) {
        return new Words(
                Columns.of(row, "email", String.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "alliance", String.class),
                Columns.of(row, "decision", String.class));
    }

    /**
     * @param decision its title
     */
    record Words(String email, String name, String alliance, String decision) {}
}
