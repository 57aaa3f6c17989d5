package org.commonweal.membership.firmleaving;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who has been told that their firm took them out with it: the SQL. */
@Component
public class Farewells {

    private final ScopedDatabase database;

    Farewells(ScopedDatabase database) {
        this.database = database;
    }

    /** The next one to be told of a firm's leaving; empty when all with an address were told. */
    Mono<Words> next(UUID alliance, UUID organization, UUID fact) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(NEXT)
                                .bind("alliance", alliance)
                                .bind("organization", organization)
                                .bind("fact", fact)
                                .map(Farewells::words)
                                .one());
    }

    private static final String NEXT =
            """
            SELECT m.person_id, p.email, p.name, l.name AS alliance, o.name AS firm, (
                SELECT d.title FROM journal j
                JOIN executed_decision d ON d.alliance_id = j.alliance_id
                     AND d.decision_id = CAST(j.payload ->> 'decision' AS uuid)
                WHERE j.alliance_id = m.alliance_id AND j.id = :fact) AS decision
            FROM membership m
            JOIN person p ON p.id = m.person_id AND p.email IS NOT NULL
            JOIN alliance l ON l.alliance_id = m.alliance_id
            JOIN organization o ON o.alliance_id = m.alliance_id AND o.id = m.organization_id
            WHERE m.alliance_id = :alliance AND m.organization_id = :organization
              AND m.state = 'LEFT' AND m.left_with = :fact AND m.told_at IS NULL
            ORDER BY m.person_id LIMIT 1\
            """;

    private static Words words(Readable row) {
        return new Words(
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "email", String.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "alliance", String.class),
                Columns.of(row, "firm", String.class),
                row.get("decision", String.class));
    }

    /** Of whom a membership's end has been told, whoever ended it. */
    public Mono<Long> told(UUID alliance, UUID person) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        UPDATE membership SET told_at = app_now()
                                        WHERE alliance_id = :alliance AND person_id = :person\
                                        """)
                                .bind("alliance", alliance)
                                .bind("person", person)
                                .fetch()
                                .rowsUpdated());
    }

    /**
     * @param decision the title of that by which the members removed the firm, or null
     */
    record Words(
            UUID person,
            String email,
            String name,
            String alliance,
            String firm,
            @Nullable String decision) {}
}
