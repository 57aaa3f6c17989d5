package org.commonweal.recognition.spending;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Inbox;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.recognition.domain.Entered;
import org.commonweal.recognition.domain.Spending;
import org.commonweal.recognition.domain.Spending.Ruling;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pools as they pay: the SQL. Claim, payment, outcome and what is said of it are one transaction,
 * so that it happens once, however often the decision comes and whatever is killed.
 */
@Component
class SpentPools {

    /** The inbox alone would forget: it is emptied when what was heard is built anew. */
    private static final String CLAIM =
            Inbox.FRESH
                    + """
                    INSERT INTO executed_decision (alliance_id, decision_id, title, outcome, at)
                    SELECT alliance_id, :decision, :title, 'DONE', app_now() FROM fresh
                    ON CONFLICT DO NOTHING
                    RETURNING decision_id\
                    """;

    private static final String POOL =
            """
            SELECT state, currency, balance FROM pool
            WHERE alliance_id = :alliance AND id = :pool FOR UPDATE\
            """;

    private static final String PAYEE_KNOWN =
            """
            SELECT EXISTS (SELECT FROM standing WHERE alliance_id = :alliance
                AND (person_id = :person OR organization_id = :organization)) AS known\
            """;

    private static final String CONCLUDE =
            """
            WITH kept AS (
                UPDATE executed_decision SET outcome = :outcome, refusal = :refusal
                WHERE alliance_id = :alliance AND decision_id = :decision
                RETURNING alliance_id),
            posted AS (
                INSERT INTO money_transaction (alliance_id, id, pool_id, decision_id, at)
                SELECT alliance_id, :transaction, :pool, :decision, app_now() FROM kept
                WHERE :outcome = 'DONE'
                RETURNING alliance_id, id, at),
            entries AS (
                INSERT INTO money_entry (alliance_id, transaction_id, account, holder_id, unit,
                    amount, at)
                SELECT p.alliance_id, p.id, e.account, e.holder, :currency, e.amount, p.at
                FROM posted p CROSS JOIN jsonb_to_recordset(CAST(:entries AS jsonb)) AS e(
                    account text, holder uuid, amount bigint)),
            summed AS (
                UPDATE pool SET balance = balance - :amount FROM posted p
                WHERE pool.alliance_id = p.alliance_id AND pool.id = :pool)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;

    SpentPools(ScopedDatabase database, Journal journal, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /** Empty when it was paid or refused before. */
    Mono<Ruling> spend(Mandate mandate, Spending spending) {
        return database.inAlliance(
                mandate.alliance(),
                sql ->
                        claim(sql, mandate)
                                .flatMap(_ -> pool(sql, mandate, spending))
                                .flatMap(pool ->
                                        payeeKnown(sql, mandate, spending)
                                                .map(known ->
                                                        spending.of(pool.orElse(null), known)))
                                .flatMap(ruling -> conclude(sql, mandate, spending, ruling)));
    }

    /** Whoever comes at the same moment waits for the outcome, and then finds nothing to do. */
    private static Mono<UUID> claim(DatabaseClient sql, Mandate mandate) {
        return sql.sql(CLAIM)
                .bind("alliance", mandate.alliance())
                .bind("event", mandate.event())
                .bind("decision", mandate.decision())
                .bind("title", mandate.title())
                .map(row -> Columns.of(row, "decision_id", UUID.class))
                .one();
    }

    private static Mono<Optional<Spending.Pool>> pool(
            DatabaseClient sql, Mandate mandate, Spending spending) {
        return sql.sql(POOL)
                .bind("alliance", mandate.alliance())
                .bind("pool", spending.pool())
                .map(SpentPools::pool)
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static Mono<Boolean> payeeKnown(
            DatabaseClient sql, Mandate mandate, Spending spending) {
        return sql.sql(PAYEE_KNOWN)
                .bind("alliance", mandate.alliance())
                .bind("person", nullable(spending.person()))
                .bind("organization", nullable(spending.organization()))
                .map(row -> Columns.of(row, "known", Boolean.class))
                .one();
    }

    private static Spending.Pool pool(Readable row) {
        return new Spending.Pool(
                Entered.State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "currency", String.class),
                Columns.of(row, "balance", Long.class));
    }

    private Mono<Ruling> conclude(
            DatabaseClient sql, Mandate mandate, Spending spending, Ruling ruling) {
        var outcome = outcome(mandate, ruling);
        return sql.sql(CONCLUDE)
                .bind("alliance", mandate.alliance())
                .bind("decision", mandate.decision())
                .bind("outcome", outcome.outcome())
                .bind("refusal", nullable(outcome.refusal()))
                .bind("transaction", mandate.transaction())
                .bind("pool", spending.pool())
                .bind("currency", spending.amount().currency())
                .bind("amount", spending.amount().minor())
                .bind(
                        "entries",
                        json.writeValueAsString(
                                ruling instanceof Ruling.Paid(var entries) ? entries : List.of()))
                .bind("journal", journal.json(facts(mandate, spending, ruling, outcome)))
                .fetch()
                .rowsUpdated()
                .thenReturn(ruling);
    }

    private static DecisionExecutedV1 outcome(Mandate mandate, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Paid _ -> new DecisionExecutedV1(mandate.decision(), "DONE", null, null);
            case Ruling.Refused(var reason) ->
                    new DecisionExecutedV1(
                            mandate.decision(),
                            "REFUSED",
                            Obstacles.code(reason),
                            Obstacles.sentence(reason));
        };
    }

    private static List<Journal.Entry> facts(
            Mandate mandate, Spending spending, Ruling ruling, DecisionExecutedV1 outcome) {
        var facts = new ArrayList<Journal.Entry>();
        if (ruling instanceof Ruling.Paid) {
            facts.add(
                    fact(
                            mandate.fact(1),
                            SpentV1.TYPE,
                            mandate.transaction(),
                            new SpentV1(
                                    mandate.transaction(),
                                    mandate.decision(),
                                    spending.pool(),
                                    mandate.title(),
                                    spending.amount().minor(),
                                    spending.amount().currency(),
                                    spending.organization(),
                                    spending.person())));
        }
        facts.add(fact(mandate.fact(2), DecisionExecutedV1.TYPE, mandate.decision(), outcome));
        return facts;
    }

    private static Journal.Entry fact(UUID id, String type, UUID subject, Object payload) {
        return new Journal.Entry(
                id, type, subject, 1, null, null, Audience.EVERYONE, null, payload);
    }

    private static Parameter nullable(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }

    private static Parameter nullable(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }
}
