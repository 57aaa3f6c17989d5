package org.commonweal.membership.decisions;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.UUID;
import org.commonweal.membership.domain.Order.Ruling;
import org.commonweal.membership.wire.DecisionExecutedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Inbox;
import org.commonweal.platform.messaging.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which decisions were carried out, and what became of them: the SQL. */
@Component
class Executions {

    private static final String CLAIM =
            Inbox.FRESH
                    + """
                    INSERT INTO executed_decision (alliance_id, decision_id, kind, title, outcome, at)
                    SELECT alliance_id, :decision, :kind, :title, 'DONE', app_now() FROM fresh
                    ON CONFLICT DO NOTHING
                    RETURNING decision_id\
                    """;

    private static final String CONCLUDE =
            """
            WITH kept AS (
                UPDATE executed_decision SET outcome = :outcome, refusal = :refusal
                WHERE alliance_id = :alliance AND decision_id = :decision
                RETURNING alliance_id)\
            """
                    + Journal.APPEND;

    private final Journal journal;

    Executions(Journal journal) {
        this.journal = journal;
    }

    /** Whoever comes at the same moment waits for the outcome, and then finds nothing to do. */
    Mono<UUID> claim(DatabaseClient sql, Mandate mandate) {
        return sql.sql(CLAIM)
                .bind("alliance", mandate.alliance())
                .bind("event", mandate.event())
                .bind("decision", mandate.decision())
                .bind("kind", mandate.kind())
                .bind("title", mandate.title())
                .map(row -> Columns.of(row, "decision_id", UUID.class))
                .one();
    }

    Mono<Long> conclude(DatabaseClient sql, Mandate mandate, Ruling ruling) {
        var fact = fact(mandate, ruling);
        return sql.sql(CONCLUDE)
                .bind("alliance", mandate.alliance())
                .bind("decision", mandate.decision())
                .bind("outcome", fact.outcome())
                .bind("refusal", nullable(fact.refusal()))
                .bind(
                        "journal",
                        journal.json(
                                new Journal.Entry(
                                        mandate.fact(0),
                                        DecisionExecutedV1.TYPE,
                                        mandate.decision(),
                                        1,
                                        null,
                                        null,
                                        Audience.EVERYONE,
                                        null,
                                        fact)))
                .fetch()
                .rowsUpdated();
    }

    private static DecisionExecutedV1 fact(Mandate mandate, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Possible() ->
                    new DecisionExecutedV1(mandate.decision(), "DONE", null, null);
            case Ruling.Refused(var reason) ->
                    new DecisionExecutedV1(
                            mandate.decision(),
                            "REFUSED",
                            Obstacles.code(reason),
                            Obstacles.sentence(reason));
        };
    }

    private static Parameter nullable(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }
}
