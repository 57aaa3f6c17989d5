package org.commonweal.recognition.pools;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.recognition.domain.Entered;
import org.commonweal.recognition.domain.Entered.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deposits as they are written down, and as they come to count: the SQL. */
@Component
class Deposits {

    private final ScopedDatabase database;
    private final Journal journal;

    Deposits(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing, and for a pool that is not there. */
    Mono<Before> before(Act act, UUID pool) {
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        act.caller()
                                .bind(sql.sql(DepositStatements.BEFORE))
                                .bind("command", act.key())
                                .bind("pool", pool)
                                .map(row ->
                                        new Before(
                                                PoolRows.official(row),
                                                pool,
                                                PoolRows.state(row),
                                                Columns.of(row, "currency", String.class),
                                                row.get("earlier", String.class)))
                                .one());
    }

    Mono<Long> record(Act act, Before now, long amount) {
        var fact =
                new DepositChangedV1(
                        act.thing(),
                        now.pool(),
                        now.by().organization().value(),
                        amount,
                        now.currency(),
                        Entered.State.RECORDED.name(),
                        1);
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        sql.sql(DepositStatements.RECORD)
                                .bind("alliance", act.caller().alliance())
                                .bind("deposit", act.thing())
                                .bind("pool", now.pool())
                                .bind("organization", now.by().organization().value())
                                .bind("amount", amount)
                                .bind("by", now.by().person().value())
                                .bind("journal", journal.json(entry(act, now.by(), fact)))
                                .fetch()
                                .rowsUpdated());
    }

    /** Empty without standing, and for a deposit that is not there. */
    Mono<Situation> situation(Act act, UUID pool) {
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        act.caller()
                                .bind(sql.sql(DepositStatements.SITUATION))
                                .bind("command", act.key())
                                .bind("pool", pool)
                                .bind("deposit", act.thing())
                                .map(row -> situation(row))
                                .one());
    }

    private static Situation situation(Readable row) {
        return new Situation(
                PoolRows.official(row),
                PoolRows.entered(row),
                Columns.of(row, "pool_id", UUID.class),
                Columns.of(row, "amount", Long.class),
                Columns.of(row, "currency", String.class),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** Nothing is kept when it changed meanwhile. */
    Mono<Long> change(Act act, Situation now) {
        var fact =
                new DepositChangedV1(
                        act.thing(),
                        now.pool(),
                        now.entered().organization().value(),
                        now.amount(),
                        now.currency(),
                        act.kind().after().name(),
                        now.version() + 1);
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        sql.sql(DepositStatements.CHANGE)
                                .bind("alliance", act.caller().alliance())
                                .bind("deposit", act.thing())
                                .bind("state", fact.state())
                                .bind("by", now.by().person().value())
                                .bind("organization", now.by().organization().value())
                                .bind("version", now.version())
                                .bind("transaction", Ids.derived(act.key(), 1))
                                .bind("currency", now.currency())
                                .bind("journal", journal.json(entry(act, now.by(), fact)))
                                .fetch()
                                .rowsUpdated());
    }

    private static Journal.Entry entry(Act act, Official by, DepositChangedV1 fact) {
        return new Journal.Entry(
                act.key(),
                DepositChangedV1.TYPE,
                act.thing(),
                fact.version(),
                by.person().value(),
                by.organization().value(),
                Audience.EVERYONE,
                act.requestHash(),
                fact);
    }

    /** The pool, before something is put into it. */
    record Before(
            Official by,
            UUID pool,
            Entered.State state,
            String currency,
            @Nullable String earlierHash) {}

    record Situation(
            Official by,
            Entered entered,
            UUID pool,
            long amount,
            String currency,
            long version,
            @Nullable String earlierHash) {}
}
