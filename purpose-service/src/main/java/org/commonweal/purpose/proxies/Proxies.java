package org.commonweal.purpose.proxies;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Body;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Giving;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.Unchanged;
import org.commonweal.purpose.wire.ProxyChangedV1;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of giving a vote: read once, let the decision be made, write once. */
@Component
class Proxies {

    /** How many votes of others a person holds. */
    static final String HELD =
            """
            (SELECT count(*)::int FROM proxy y
             WHERE y.alliance_id = :alliance AND y.holder_id = %s AND
            """
                    + ProxyColumns.state("y")
                    + " = 'ACCEPTED') AS held\n";

    private static final String LOAD =
            ME
                    + EARLIER
                    + RulebookRows.COLUMNS
                    + ", a.revision, "
                    + HELD.formatted("CAST(:holder AS uuid)")
                    + """
                    , b.id AS known, b.state AS proposal_state, b.anonymous, b.closes_at,
                      EXISTS (SELECT FROM standing s WHERE s.alliance_id = me.alliance_id
                              AND s.person_id = :holder AND s.state = 'ACTIVE'
                              AND s.class = 'MEMBER') AS holder_member,
                      EXISTS (SELECT FROM standing s WHERE s.alliance_id = me.alliance_id
                              AND s.person_id = :holder AND s.state = 'ACTIVE' AND s.delegate
                              AND s.organization_id = me.organization_id) AS holder_delegate,
                      EXISTS (SELECT FROM proxy x WHERE x.alliance_id = me.alliance_id
                              AND x.voter_id = CASE CAST(:body AS text) WHEN 'FIRMS'
                                  THEN me.organization_id ELSE me.person_id END
                              AND (x.proposal_id IS NULL OR CAST(:proposal AS uuid) IS NULL
                                   OR x.proposal_id = :proposal) AND
                    """
                    + ProxyColumns.state("x")
                    + " IN ('OFFERED', 'ACCEPTED')) AS given_already\n"
                    + FROM_ME_AND_EARLIER
                    + "JOIN alliance a ON a.alliance_id = me.alliance_id\n"
                    + RulebookRows.IN_FORCE
                    + """
                    LEFT JOIN proposal b ON b.alliance_id = me.alliance_id
                         AND b.id = CAST(:proposal AS uuid)
                    """
                    + WHERE_ME;

    private static final String KEEP =
            Unchanged.PEOPLE_ALONE
                    + """
                    kept AS (
                        INSERT INTO proxy (alliance_id, id, voter_id, organization_id, person_id, given_by,
                                           holder_id, proposal_id, until_at, state, version, given_at)
                        SELECT alliance_id, :proxy, coalesce(CAST(:person AS uuid), :firm), :firm, :person,
                               :by, :holder, CAST(:proposal AS uuid), :until, 'OFFERED', 1, app_now()
                        FROM still
                        RETURNING alliance_id),
                    clock AS (
                        INSERT INTO due (alliance_id, kind, subject, at)
                        SELECT alliance_id, 'proxy-ends', :proxy, :until FROM kept)
                    """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final Journal journal;

    Proxies(ScopedDatabase database, RulebookRows rulebooks, Journal journal) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.journal = journal;
    }

    /** Keeps what is given; empty when the caller has no standing. */
    Mono<Giving> give(GiveProxy.Command command, Function<Found, Giving> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        orNull(
                                        Standings.bind(
                                                sql.sql(LOAD),
                                                command.caller(),
                                                command.proxy(),
                                                command.hash()),
                                        "proposal",
                                        command.proposal(),
                                        UUID.class)
                                .bind("holder", command.holder())
                                .bind("body", command.body().name())
                                .map(row -> found(row, command))
                                .one()
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Giving> keep(
            DatabaseClient sql, GiveProxy.Command command, Found found, Giving giving) {
        if (!(giving instanceof Giving.Given(var until))) {
            return Mono.just(giving);
        }
        var person = command.body() == Body.PERSONS ? found.me().person().value() : null;
        GenericExecuteSpec spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("revision", found.revision())
                        .bind("proxy", command.proxy())
                        .bind("firm", found.me().organization().value())
                        .bind("by", found.me().person().value())
                        .bind("holder", command.holder())
                        .bind("until", until)
                        .bind("journal", journal.json(fact(command, found, person, until)));
        var whose = orNull(spec, "person", person, UUID.class);
        var rows = orNull(whose, "proposal", command.proposal(), UUID.class).fetch().rowsUpdated();
        return Guard.held(rows, giving);
    }

    private static Journal.Entry fact(
            GiveProxy.Command command, Found found, @Nullable UUID person, Instant until) {
        return new Journal.Entry(
                command.proxy(),
                ProxyChangedV1.TYPE,
                command.proxy(),
                1,
                found.me().person().value(),
                found.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                new ProxyChangedV1(
                        command.proxy(),
                        found.me().organization().value(),
                        person,
                        command.holder(),
                        command.proposal(),
                        until,
                        State.OFFERED.name(),
                        1));
    }

    private Found found(Readable row, GiveProxy.Command command) {
        var me = Standings.member(row);
        var firms = command.body() == Body.FIRMS;
        var self = command.holder().equals(me.person().value());
        var delegate = firms && Columns.of(row, "holder_delegate", Boolean.class);
        return new Found(
                me,
                Standings.earlier(row),
                Columns.of(row, "revision", Long.class),
                new Giving.Giver(
                        firms,
                        firms ? me.delegate() : Standings.as(row).may(Right.SHAPE),
                        Columns.of(row, "given_already", Boolean.class)),
                new Giving.Holder(
                        Columns.of(row, "holder_member", Boolean.class),
                        self || delegate,
                        Columns.of(row, "held", Integer.class),
                        rulebooks.rulebook(row).bounds().proxiesPerHolderMax()),
                row.get("proposal_state", String.class),
                Boolean.TRUE.equals(row.get("anonymous", Boolean.class)),
                row.get("closes_at", Instant.class),
                Standings.now(row));
    }

    /**
     * What is known when the decision is made.
     *
     * @param state of the proposal that is named; null where there is none
     * @param anonymous whether its ballot takes votes without names alone
     */
    record Found(
            Member me,
            Earlier earlier,
            long revision,
            Giving.Giver giver,
            Giving.Holder holder,
            @Nullable String state,
            boolean anonymous,
            @Nullable Instant closesAt,
            Instant now) {

        Giving.Scope scope(boolean named, @Nullable Instant until) {
            var over = state != null && !state.equals("DIALOGUE") && !state.equals("OPEN");
            return new Giving.Scope(named, state != null, over, anonymous, closesAt, until);
        }
    }
}
