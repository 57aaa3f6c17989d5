package org.commonweal.membership.rulebook;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Set;
import java.util.UUID;
import org.commonweal.membership.domain.Power;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of the rulebook as purpose-service says them: the SQL. One that comes again is there
 * already, and the highest stands, in whatever order they come.
 */
@Component
public class Rulebooks implements EventHandler {

    /** How many offices people of one firm hold at most; null where nothing is said. */
    public static final String SEATS_PER_FIRM =
            """
            (SELECT b.seats_per_firm_max FROM rulebook b WHERE b.alliance_id = :alliance
                ORDER BY b.version DESC LIMIT 1)\
            """;

    /**
     * Who decides who belongs; to be joined after a {@code FROM}, where {@code :alliance} is bound.
     * Read by {@link #power}.
     */
    public static final String OVER_MEMBERSHIP =
            """
            LEFT JOIN LATERAL (
                SELECT x.rule ->> 'decider' AS decider,
                    CAST(x.rule ->> 'movedBy' AS uuid) AS moved_by, (
                        SELECT t.title FROM rulebook t WHERE t.alliance_id = b.alliance_id
                          AND t.decision = CAST(x.rule ->> 'movedBy' AS uuid)) AS moved_title
                FROM rulebook b CROSS JOIN LATERAL jsonb_array_elements(b.rules) x(rule)
                WHERE b.alliance_id = :alliance AND x.rule ->> 'matter' = 'MEMBERSHIP'
                ORDER BY b.version DESC LIMIT 1) power ON true
            """;

    private static final String KEEP =
            """
            INSERT INTO rulebook (alliance_id, version, decision, title, seats_per_firm_max, rules)
            VALUES (:alliance, :version, :decision, :title, :seats, CAST(:rules AS jsonb))
            ON CONFLICT DO NOTHING\
            """;

    private final ScopedDatabase database;
    private final JsonMapper json;

    Rulebooks(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Of the columns of {@link #OVER_MEMBERSHIP}. */
    public static Power power(Readable row) {
        var decider = row.get("decider", String.class);
        return new Power(
                decider == null ? null : Power.Decider.valueOf(decider),
                row.get("moved_by", UUID.class),
                row.get("moved_title", String.class));
    }

    @Override
    public Set<String> types() {
        return Set.of("purpose.rulebook-changed.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        var rulebook = event.as(RulebookChangedV1.class);
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(KEEP)
                                .bind("alliance", event.alliance())
                                .bind("version", rulebook.version())
                                .bind("decision", nullable(UUID.class, rulebook.decision()))
                                .bind("title", nullable(String.class, rulebook.title()))
                                .bind("seats", nullable(Integer.class, rulebook.seatsPerFirmMax()))
                                .bind("rules", json.writeValueAsString(rulebook.rules()))
                                .fetch()
                                .rowsUpdated());
    }

    private static <T> Parameter nullable(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
