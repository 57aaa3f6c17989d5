package org.commonweal.purpose.proxies;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Giving;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ProxyAnswer;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wire.ProxyChangedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of answering a proxy: hold the alliance, read, let the decision be made, write once. */
@Component
class ProxyAnswers {

    /** So that no ballot closes between the reading of what is open and the asking. */
    private static final String LOCK =
            """
            SELECT a.alliance_id FROM alliance a
            JOIN standing me ON me.alliance_id = a.alliance_id
            """
                    + WHERE_ME
                    + "FOR UPDATE OF a";

    private static final String LOAD =
            ME
                    + EARLIER
                    + RulebookRows.COLUMNS
                    + ProxyColumns.COLUMNS
                    + ", "
                    + Proxies.HELD.formatted("x.holder_id")
                    + ", awaited.ballots, awaited.titles, awaited.ends\n"
                    + FROM_ME_AND_EARLIER
                    + RulebookRows.IN_FORCE
                    + "JOIN proxy x ON x.id = :proxy AND "
                    + ProxyLists.OWN
                    + ProxyColumns.NEEDS
                    + """
                    CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(b.id ORDER BY b.id), '{}') AS ballots,
                               coalesce(array_agg(b.title ORDER BY b.id), '{}') AS titles,
                               coalesce(array_agg(b.closes_at ORDER BY b.id), '{}') AS ends
                        FROM elector e
                        JOIN proposal b ON b.alliance_id = e.alliance_id AND b.id = e.proposal_id
                             AND b.state = 'OPEN' AND NOT b.anonymous
                        WHERE e.alliance_id = x.alliance_id AND e.voter_id = x.voter_id
                          AND e.choice IS NULL AND e.left_at IS NULL AND e.recused_at IS NULL
                          AND (x.proposal_id IS NULL OR b.id = x.proposal_id)
                          AND NOT EXISTS (
                            SELECT FROM need o WHERE o.alliance_id = e.alliance_id
                              AND o.proposal_id = e.proposal_id AND o.voter_id = e.voter_id
                              AND o.person_id = x.holder_id AND o.open)) awaited
                    """
                    + WHERE_ME;

    private static final String KEEP =
            """
            WITH noticed AS (
                UPDATE alliance SET revision = revision + 1
                WHERE alliance_id = :alliance RETURNING alliance_id),
            kept AS (
                UPDATE proxy SET state = :state, version = proxy.version + 1
                FROM noticed
                WHERE proxy.alliance_id = noticed.alliance_id AND proxy.id = :proxy
                  AND proxy.version = :version
                RETURNING proxy.alliance_id),
            clock AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'proxy-ends'
                  AND due.subject = :proxy AND CAST(:state AS text) <> 'ACCEPTED')
            """
                    + OpenNeeds.CLOSE
                    + OpenNeeds.OPEN
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final OpenNeeds needs;
    private final Journal journal;

    ProxyAnswers(
            ScopedDatabase database, RulebookRows rulebooks, OpenNeeds needs, Journal journal) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.needs = needs;
        this.journal = journal;
    }

    /** Keeps what is said; empty when there is no such proxy for the caller. */
    Mono<ProxyAnswer> say(AnswerProxy.Command command, Function<Found, ProxyAnswer> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        locked(sql, command.caller())
                                .flatMap(_ -> load(sql, command))
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private static Mono<UUID> locked(DatabaseClient sql, Caller caller) {
        return Standings.bind(sql.sql(LOCK), caller)
                .map(row -> Columns.of(row, "alliance_id", UUID.class))
                .one();
    }

    private Mono<Found> load(DatabaseClient sql, AnswerProxy.Command command) {
        return Standings.bind(sql.sql(LOAD), command.caller(), command.id(), command.hash())
                .bind("proxy", command.proxy())
                .map(row -> found(row, command))
                .one();
    }

    private Mono<ProxyAnswer> keep(
            DatabaseClient sql, AnswerProxy.Command command, Found found, ProxyAnswer answer) {
        if (!(answer instanceof ProxyAnswer.Said(var state))) {
            return Mono.just(answer);
        }
        var gone = state == State.ACCEPTED ? List.<Need.Open>of() : found.needs();
        var come = state == State.ACCEPTED ? found.awaited() : List.<Need>of();
        var facts =
                NeedFacts.both(
                        List.of(fact(command, found, state)),
                        NeedFacts.both(
                                NeedFacts.closedBy(command.id(), gone), NeedFacts.opened(come)));
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("proxy", command.proxy())
                        .bind("version", found.row().version())
                        .bind("state", state.name())
                        .bind("done", OpenNeeds.done(gone))
                        .bind("needs", needs.json(come))
                        .bind("journal", journal.json(facts))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, answer);
    }

    private static Journal.Entry fact(AnswerProxy.Command command, Found found, State state) {
        return new Journal.Entry(
                command.id(),
                ProxyChangedV1.TYPE,
                command.proxy(),
                found.row().version() + 1,
                found.me().person().value(),
                found.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                found.row().become(state));
    }

    private Found found(Readable row, AnswerProxy.Command command) {
        var me = Standings.member(row);
        var proxy = ProxyColumns.of(row);
        var own =
                proxy.person() == null
                        ? me.delegate() && proxy.organization().equals(me.organization().value())
                        : proxy.person().equals(me.person().value());
        return new Found(
                me,
                Standings.earlier(row),
                proxy,
                new ProxyAnswer.Proxy(
                        proxy.state(),
                        proxy.until(),
                        proxy.holder().equals(me.person().value()),
                        own),
                new Giving.Holder(
                        true,
                        false,
                        Columns.of(row, "held", Integer.class),
                        rulebooks.rulebook(row).bounds().proxiesPerHolderMax()),
                OpenNeeds.of(row, "needs", "persons"),
                awaited(row, command, me, proxy),
                Standings.now(row));
    }

    private static List<Need> awaited(
            Readable row, AnswerProxy.Command command, Member me, ProxyColumns proxy) {
        var ballots = Columns.of(row, "ballots", UUID[].class);
        var titles = Columns.of(row, "titles", String[].class);
        var ends = Columns.of(row, "ends", Instant[].class);
        return IntStream.range(0, ballots.length)
                .mapToObj(i ->
                        new Need(
                                Ids.derived(command.id(), i + 1),
                                new Need.Subject.Vote(
                                        ballots[i], titles[i], ends[i], proxy.voter()),
                                new Delegate(me.person(), me.organization())))
                .toList();
    }

    /**
     * What is known when the decision is made.
     *
     * @param needs what is asked of the holder because of it
     * @param awaited what would be, if it was accepted now
     */
    record Found(
            Member me,
            Earlier earlier,
            ProxyColumns row,
            ProxyAnswer.Proxy proxy,
            Giving.Holder holder,
            List<Need.Open> needs,
            List<Need> awaited,
            Instant now) {}
}
