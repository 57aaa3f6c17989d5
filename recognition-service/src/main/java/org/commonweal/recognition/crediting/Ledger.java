package org.commonweal.recognition.crediting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.recognition.domain.Account;
import org.commonweal.recognition.domain.Contribution;
import org.commonweal.recognition.domain.Transaction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The ledger as it is written: transactions with their entries, and the sums with them. */
@Component
class Ledger {

    private static final String POST =
            """
            WITH kept AS (
                INSERT INTO ledger_transaction (alliance_id, id, contribution_id, acknowledged_by, at)
                SELECT :alliance, t.id, t.contribution, t.by, t.at
                FROM jsonb_to_recordset(CAST(:transactions AS jsonb)) AS t(
                    id uuid, contribution uuid, by uuid, at timestamptz)
                ON CONFLICT DO NOTHING
                RETURNING alliance_id, id AS subject, at),
            posted AS (
                INSERT INTO ledger_entry (alliance_id, transaction_id, account, holder_id, unit,
                    organization_id, amount, at)
                SELECT kept.alliance_id, kept.subject, e.account, coalesce(e.holder, kept.alliance_id),
                       e.unit, e.organization, e.amount, kept.at
                FROM kept JOIN jsonb_to_recordset(CAST(:entries AS jsonb)) AS e(
                    transaction uuid, account text, holder uuid, unit text, organization uuid,
                    amount bigint) ON e.transaction = kept.subject
                RETURNING alliance_id, account, holder_id, unit, organization_id, amount),
            summed AS (
                INSERT INTO balance (alliance_id, account, holder_id, unit, organization_id, amount)
                SELECT alliance_id, account, holder_id, unit, organization_id, sum(amount)
                FROM posted GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
                ON CONFLICT (alliance_id, account, holder_id, unit, organization_id)
                DO UPDATE SET amount = balance.amount + excluded.amount)
            """
                    + Journal.APPEND_EACH
                    // A rebuilt ledger has been told of before, under the same ids.
                    + "ON CONFLICT DO NOTHING";

    private final ScopedDatabase database;
    private final Contributions contributions;
    private final Journal journal;
    private final JsonMapper json;

    Ledger(ScopedDatabase database, Contributions contributions, Journal journal, JsonMapper json) {
        this.database = database;
        this.contributions = contributions;
        this.journal = journal;
        this.json = json;
    }

    /**
     * Keeps all or nothing; emits how many transactions were new. One that stands already is left
     * as it is, with its entries, sums and fact.
     */
    Mono<Long> keep(
            UUID alliance,
            Collection<Contribution> known,
            Collection<Transaction> transactions,
            List<Journal.Entry> facts) {
        return database.inAlliance(
                alliance,
                sql ->
                        contributions
                                .remember(sql, alliance, known)
                                .then(post(sql, alliance, transactions, facts)));
    }

    private Mono<Long> post(
            DatabaseClient sql,
            UUID alliance,
            Collection<Transaction> transactions,
            List<Journal.Entry> facts) {
        if (transactions.isEmpty()) {
            return Mono.just(0L);
        }
        return sql.sql(POST)
                .bind("alliance", alliance)
                .bind("transactions", json(transactions.stream().map(TransactionRow::of)))
                .bind("entries", json(transactions.stream().flatMap(EntryRow::of)))
                .bind("journal", journal.json(facts))
                .fetch()
                .rowsUpdated();
    }

    private String json(Stream<?> rows) {
        return json.writeValueAsString(rows.toList());
    }

    private record TransactionRow(UUID id, UUID contribution, UUID by, Instant at) {

        static TransactionRow of(Transaction transaction) {
            return new TransactionRow(
                    transaction.id().value(),
                    transaction.contribution().value(),
                    transaction.by().value(),
                    transaction.at());
        }
    }

    private record EntryRow(
            UUID transaction,
            String account,
            @Nullable UUID holder,
            String unit,
            UUID organization,
            long amount) {

        static Stream<EntryRow> of(Transaction transaction) {
            return transaction.entries().stream()
                    .map(entry ->
                            new EntryRow(
                                    transaction.id().value(),
                                    nameOf(entry.account()),
                                    holderOf(entry.account()),
                                    entry.unit().code(),
                                    transaction.organization().value(),
                                    entry.amount()));
        }

        private static String nameOf(Account account) {
            return switch (account) {
                case Account.Person _ -> "PERSON";
                case Account.Group _ -> "GROUP";
                case Account.Issuance _ -> "ISSUANCE";
            };
        }

        /** Null for the accounts of the alliance itself. */
        private static @Nullable UUID holderOf(Account account) {
            return account instanceof Account.Person person ? person.holder().value() : null;
        }
    }
}
