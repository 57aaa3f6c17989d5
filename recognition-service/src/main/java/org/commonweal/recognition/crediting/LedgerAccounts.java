package org.commonweal.recognition.crediting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Keyset;
import org.commonweal.platform.web.Page;
import org.commonweal.recognition.crediting.GroupLedgerV1.PartV1;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger as it is read: an account's sum, and its entries newest first. */
@Component
class LedgerAccounts {

    private static final String PARTS =
            """
            SELECT b.organization_id, b.amount
            FROM standing me
            LEFT JOIN balance b ON b.alliance_id = me.alliance_id AND b.account = :account
                 AND b.holder_id =
                     CASE :account WHEN 'PERSON' THEN me.person_id ELSE me.alliance_id END
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            ORDER BY b.organization_id LIMIT 1000
            """;

    private static final String ENTRIES =
            """
            SELECT e.transaction_id, e.amount, e.organization_id, e.at, t.contribution_id,
                   t.acknowledged_by, c.title
            FROM standing me
            JOIN ledger_entry e ON e.alliance_id = me.alliance_id AND e.account = :account
                 AND e.holder_id =
                     CASE :account WHEN 'PERSON' THEN me.person_id ELSE me.alliance_id END
            JOIN ledger_transaction t ON t.alliance_id = e.alliance_id AND t.id = e.transaction_id
            JOIN contribution c ON c.alliance_id = t.alliance_id AND c.id = t.contribution_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND (e.at, e.transaction_id) < (:at, :id)
            ORDER BY e.at DESC, e.transaction_id DESC LIMIT :rows
            """;

    /** Whose account is read; the caller's standing alone says which one that is. */
    enum Whose {
        MINE("PERSON"),
        GROUP("GROUP");

        private final String account;

        Whose(String account) {
            this.account = account;
        }
    }

    private final ScopedDatabase database;
    private final Cursors cursors;

    LedgerAccounts(ScopedDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Empty without standing. */
    Mono<Account> read(Caller caller, Whose whose, @Nullable String cursor, int limit) {
        var after = Keyset.after(cursor, cursors);
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        parts(sql, caller, whose)
                                .zipWhen(_ -> entries(sql, caller, whose, after, limit))
                                .map(both -> Account.of(both.getT1(), both.getT2())));
    }

    /** Empty without standing; without entries the one part is of no organization. */
    private static Mono<List<Part>> parts(DatabaseClient sql, Caller caller, Whose whose) {
        return caller.bind(sql.sql(PARTS))
                .bind("account", whose.account)
                .map(row ->
                        new Part(
                                row.get("organization_id", UUID.class),
                                row.get("amount", Long.class)))
                .all()
                .collectList()
                .filter(parts -> !parts.isEmpty());
    }

    private Mono<Page<LedgerEntryV1>> entries(
            DatabaseClient sql, Caller caller, Whose whose, Keyset after, int limit) {
        return caller.bind(sql.sql(ENTRIES))
                .bind("account", whose.account)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("rows", limit + 1)
                .map(LedgerAccounts::entry)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, limit, this::after));
    }

    private static LedgerEntryV1 entry(Readable row) {
        return new LedgerEntryV1(
                Columns.of(row, "transaction_id", UUID.class),
                Columns.of(row, "amount", Long.class),
                Columns.of(row, "contribution_id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "acknowledged_by", UUID.class),
                Columns.of(row, "at", Instant.class));
    }

    private String after(LedgerEntryV1 last) {
        return new Keyset(last.at(), last.transaction()).cursor(cursors);
    }

    /** A row of {@code balance}, or of nothing. */
    private record Part(@Nullable UUID organization, @Nullable Long amount) {

        private Stream<PartV1> known() {
            return organization == null || amount == null
                    ? Stream.empty()
                    : Stream.of(new PartV1(organization, amount));
        }
    }

    /** An account as far as it was asked for. */
    record Account(List<PartV1> parts, Page<LedgerEntryV1> page) {

        private static Account of(List<Part> parts, Page<LedgerEntryV1> page) {
            return new Account(parts.stream().flatMap(Part::known).toList(), page);
        }

        long balance() {
            return parts.stream().mapToLong(PartV1::amount).sum();
        }
    }
}
