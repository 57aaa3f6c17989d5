package org.commonweal.recognition;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Two firms with a delegate each, and what they do with money. */
abstract class MoneyTest extends RecognitionTest {

    static final String EXECUTED = "recognition.decision-executed.v1";

    /** A pool that counts, with so much in it. */
    UUID pool(Someone payer, Someone other, String currency, long amount) {
        var pool = id();
        put(payer, "/pools/" + pool, Map.of("name", "Seed money", "currency", currency))
                .expectStatus()
                .isCreated();
        act(other, "/pools/" + pool + "/confirmation").expectStatus().isOk();
        if (amount > 0) {
            deposited(payer, other, pool, amount);
        }
        return pool;
    }

    UUID deposited(Someone payer, Someone other, UUID pool, long amount) {
        var deposit = recorded(payer, pool, amount);
        act(other, "/pools/" + pool + "/deposits/" + deposit + "/confirmation")
                .expectStatus()
                .isOk();
        return deposit;
    }

    UUID recorded(Someone payer, UUID pool, long amount) {
        var deposit = id();
        put(payer, "/pools/" + pool + "/deposits/" + deposit, Map.of("amountMinor", amount))
                .expectStatus()
                .isCreated();
        return deposit;
    }

    ResponseSpec act(Someone someone, String path) {
        return act(someone, path, id());
    }

    ResponseSpec act(Someone someone, String path, UUID key) {
        return http.put()
                .uri("/api/alliances/" + someone.alliance() + path)
                .headers(headers -> headers.setBearerAuth(tokens.of(someone.subject())))
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange();
    }

    /** What purpose-service says when the members adopt it. */
    Map<String, Object> spending(
            UUID decision, UUID pool, long amount, String currency, UUID organization) {
        var payload = new HashMap<String, Object>();
        payload.put("decision", decision);
        payload.put("kind", "SPEND");
        payload.put("rulebookVersion", 1);
        payload.put("title", "Seed money for the glossary");
        payload.put("pool", pool);
        payload.put("amountMinor", amount);
        payload.put("currency", currency);
        payload.put("organization", organization);
        payload.put("reason", "Three firms have begun it.");
        return payload;
    }

    UUID spent(UUID alliance, UUID pool, long amount, String currency, UUID organization) {
        var decision = id();
        tell(
                "purpose.decision-adopted.v1",
                alliance,
                decision,
                spending(decision, pool, amount, currency, organization));
        return decision;
    }

    void balance(Someone reader, UUID pool, long balance) {
        get(reader, "/pools/" + pool)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.balanceMinor")
                .isEqualTo((int) balance);
    }

    String one(String query) {
        try (var connection = database.connect("postgres");
                var sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT " + query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The outcome that was told of a decision, or null. */
    String outcome(UUID decision) {
        return one(
                """
                (SELECT string_agg(CAST(payload AS text), E'\\n') FROM recognition.journal
                 WHERE type = '%s' AND subject = '%s')\
                """
                        .formatted(EXECUTED, decision));
    }

    /**
     * How far balance, deposits, decisions and payouts of all pools are from each other: nothing
     * (claim A11).
     */
    String difference() {
        return one(
                """
                coalesce(sum(abs(p.balance - (
                        SELECT coalesce(sum(d.amount), 0) FROM recognition.deposit d
                        WHERE d.pool_id = p.id AND d.state = 'CONFIRMED') + (
                        SELECT coalesce(sum(e.amount), 0) FROM recognition.money_transaction t
                        JOIN recognition.executed_decision x ON x.decision_id = t.decision_id
                             AND x.alliance_id = t.alliance_id AND x.outcome = 'DONE'
                        JOIN recognition.money_entry e ON e.transaction_id = t.id
                             AND e.alliance_id = t.alliance_id AND e.account <> 'POOL'
                        WHERE t.pool_id = p.id))
                    + abs(p.balance - (
                        SELECT coalesce(sum(e.amount), 0) FROM recognition.money_entry e
                        WHERE e.account = 'POOL' AND e.holder_id = p.id))), 0)
                    + (SELECT abs(coalesce(sum(amount), 0)) FROM recognition.money_entry)
                    + (SELECT count(*) FROM recognition.executed_decision x
                       WHERE (x.outcome = 'DONE') <> EXISTS (
                           SELECT FROM recognition.money_transaction t
                           WHERE t.alliance_id = x.alliance_id
                             AND t.decision_id = x.decision_id))
                FROM recognition.pool p\
                """);
    }
}
