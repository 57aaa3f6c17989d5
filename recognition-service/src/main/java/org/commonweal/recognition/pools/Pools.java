package org.commonweal.recognition.pools;

import io.r2dbc.spi.Readable;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.recognition.domain.Entered;
import org.commonweal.recognition.domain.Entered.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pools as they are opened: the SQL. */
@Component
class Pools {

    /** Who acts, and what the same command brought about before. */
    static final String ME =
            """
            SELECT me.person_id AS me_person, me.organization_id AS me_organization,
                   me.delegate AS me_delegate, encode(j.request_hash, 'hex') AS earlier\
            """;

    /** Whether anybody still stands for the organization of that entry. */
    static String present(String entry) {
        return """
        , EXISTS (SELECT FROM standing f WHERE f.alliance_id = %1$s.alliance_id
            AND f.organization_id = %1$s.organization_id AND f.state = 'ACTIVE') AS present\
        """
                .formatted(entry);
    }

    static final String ME_FROM =
            """

            FROM standing me
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            """;

    static final String ME_WHERE =
            """
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            """;

    private static final String OPEN =
            """
            WITH kept AS (
                INSERT INTO pool (alliance_id, id, name, currency, organization_id, recorded_by,
                    recorded_at, state, changed_at, version)
                VALUES (:alliance, :pool, :name, :currency, :organization, :by, app_now(),
                    'RECORDED', app_now(), 1)
                ON CONFLICT DO NOTHING RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private static final String CHANGE =
            """
            WITH kept AS (
                UPDATE pool SET state = :state, changed_at = app_now(), version = version + 1,
                    confirmed_by = CASE :state WHEN 'CONFIRMED' THEN CAST(:by AS uuid) END,
                    confirmed_by_organization_id =
                        CASE :state WHEN 'CONFIRMED' THEN CAST(:organization AS uuid) END
                WHERE alliance_id = :alliance AND id = :pool AND version = :version
                RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Pools(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing. */
    Mono<Caller> official(Act act) {
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        act.caller()
                                .bind(sql.sql(ME + ME_FROM + ME_WHERE))
                                .bind("command", act.key())
                                .map(row ->
                                        new Caller(
                                                PoolRows.official(row),
                                                row.get("earlier", String.class)))
                                .one());
    }

    Mono<Long> open(Act act, Official by, String name, String currency) {
        var fact =
                new PoolChangedV1(
                        act.thing(),
                        name,
                        currency,
                        by.organization().value(),
                        Entered.State.RECORDED.name(),
                        1);
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        sql.sql(OPEN)
                                .bind("alliance", act.caller().alliance())
                                .bind("pool", act.thing())
                                .bind("name", name)
                                .bind("currency", currency)
                                .bind("organization", by.organization().value())
                                .bind("by", by.person().value())
                                .bind("journal", journal.json(entry(act, by, fact)))
                                .fetch()
                                .rowsUpdated());
    }

    /** Empty without standing, and for a pool that is not there. */
    Mono<Situation> situation(Act act) {
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        act.caller()
                                .bind(
                                        sql.sql(
                                                ME
                                                        + ", p.*"
                                                        + present("p")
                                                        + ME_FROM
                                                        + " JOIN pool p ON p.alliance_id ="
                                                        + " me.alliance_id AND p.id = :pool\n"
                                                        + ME_WHERE))
                                .bind("command", act.key())
                                .bind("pool", act.thing())
                                .map(row -> situation(row))
                                .one());
    }

    private static Situation situation(Readable row) {
        return new Situation(
                PoolRows.official(row),
                PoolRows.entered(row),
                Columns.of(row, "name", String.class),
                Columns.of(row, "currency", String.class),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** Nothing is kept when it changed meanwhile. */
    Mono<Long> change(Act act, Situation now) {
        var fact =
                new PoolChangedV1(
                        act.thing(),
                        now.name(),
                        now.currency(),
                        now.entered().organization().value(),
                        act.kind().after().name(),
                        now.version() + 1);
        return database.inAlliance(
                act.caller().alliance(),
                sql ->
                        sql.sql(CHANGE)
                                .bind("alliance", act.caller().alliance())
                                .bind("pool", act.thing())
                                .bind("state", fact.state())
                                .bind("by", now.by().person().value())
                                .bind("organization", now.by().organization().value())
                                .bind("version", now.version())
                                .bind("journal", journal.json(entry(act, now.by(), fact)))
                                .fetch()
                                .rowsUpdated());
    }

    private static Journal.Entry entry(Act act, Official by, PoolChangedV1 fact) {
        return new Journal.Entry(
                act.key(),
                PoolChangedV1.TYPE,
                act.thing(),
                fact.version(),
                by.person().value(),
                by.organization().value(),
                Audience.EVERYONE,
                act.requestHash(),
                fact);
    }

    record Caller(Official by, @Nullable String earlierHash) {}

    record Situation(
            Official by,
            Entered entered,
            String name,
            String currency,
            long version,
            @Nullable String earlierHash) {}
}
