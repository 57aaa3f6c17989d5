package org.commonweal.purpose.proxies;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.commonweal.purpose.loading.Holds;
import org.commonweal.purpose.wire.ProxyChangedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Proxies that end by themselves: the SQL. */
@Component
class ProxyEnds {

    private static final String ENDING =
            """
            WITH gone AS (
                SELECT s.person_id FROM standing s
                WHERE s.alliance_id = :alliance AND s.organization_id = :cause
                  AND s.state = 'ENDED' AND NOT EXISTS (
                    SELECT FROM standing o WHERE o.alliance_id = s.alliance_id
                      AND o.person_id = s.person_id AND o.state = 'ACTIVE'))
            SELECT app_now() AS now\
            """
                    + ProxyColumns.COLUMNS
                    + "FROM proxy x\n"
                    + ProxyColumns.NEEDS
                    + """
                    WHERE x.alliance_id = :alliance AND x.state IN ('OFFERED', 'ACCEPTED')
                      AND (x.id = :cause AND x.until_at <= app_now()
                           OR x.given_at <= :at AND (
                               :cause IN (x.holder_id, x.voter_id)
                               OR x.holder_id IN (SELECT person_id FROM gone)
                               OR x.voter_id IN (SELECT person_id FROM gone)))
                    ORDER BY x.id
                    """;

    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE proxy SET state = 'ENDED', version = version + 1
                WHERE alliance_id = :alliance AND id = :proxy AND version = :version
                RETURNING alliance_id),
            clock AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'proxy-ends'
                  AND due.subject = :proxy)
            """
                    + OpenNeeds.CLOSE
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    ProxyEnds(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Ends what is to end, each once; empty when there is nothing.
     *
     * @param cause a proxy whose time is over, or the person or firm that belongs no more, and with
     *     the firm its people who are nowhere else
     * @param at since when; what was given later, after a return, stays
     */
    Mono<Long> end(UUID alliance, UUID cause, Instant at) {
        return database.inAlliance(
                alliance,
                sql ->
                        Holds.hold(sql, alliance)
                                .flatMapMany(_ ->
                                        sql.sql(ENDING)
                                                .bind("alliance", alliance)
                                                .bind("cause", cause)
                                                .bind("at", at)
                                                .map(ProxyEnds::ending)
                                                .all())
                                .collectList()
                                .flatMapIterable(all -> all)
                                .concatMap(one -> keep(sql, alliance, one))
                                .reduce(Long::sum));
    }

    private Mono<Long> keep(DatabaseClient sql, UUID alliance, Ending ending) {
        var proxy = ending.proxy();
        var fact =
                new Journal.Entry(
                        Ids.ofTransition(proxy.id(), "ended", ending.now()),
                        ProxyChangedV1.TYPE,
                        proxy.id(),
                        proxy.version() + 1,
                        null,
                        proxy.organization(),
                        Audience.EVERYONE,
                        null,
                        proxy.become(State.ENDED));
        var facts = NeedFacts.both(List.of(fact), NeedFacts.closedAt(ending.now(), ending.needs()));
        return sql.sql(KEEP)
                .bind("alliance", alliance)
                .bind("proxy", proxy.id())
                .bind("version", proxy.version())
                .bind("done", OpenNeeds.done(ending.needs()))
                .bind("journal", journal.json(facts))
                .fetch()
                .rowsUpdated();
    }

    private static Ending ending(Readable row) {
        return new Ending(
                ProxyColumns.of(row),
                OpenNeeds.of(row, "needs", "persons"),
                Columns.of(row, "now", Instant.class));
    }

    /**
     * @param needs what was asked of the holder because of it
     */
    private record Ending(ProxyColumns proxy, List<Need.Open> needs, Instant now) {}
}
