package org.commonweal.purpose.outcomes;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Afterwards;
import org.commonweal.purpose.domain.Days;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.loading.ProposerRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.Unchanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what is said of decisions: read once, let the decision be made, write once. */
@Component
class Outcomes {

    private static final String LOAD =
            ME
                    + EARLIER
                    + ProposerRows.COLUMNS
                    + """
                    , a.revision, a.time_zone, b.title, b.version, n.needs, n.persons,
                      EXISTS (SELECT FROM proposal other WHERE other.alliance_id = b.alliance_id
                              AND other.id = :named AND other.id <> b.id) AS named_is_there
                    """
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal
                    CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(id ORDER BY id), '{}') AS needs,
                               coalesce(array_agg(person_id ORDER BY id), '{}') AS persons
                        FROM need
                        WHERE need.alliance_id = b.alliance_id AND need.review_of = b.id
                          AND need.open) n
                    """
                    + WHERE_ME;

    /** Who belongs, and so who is asked, is still what was read; and so is the proposal. */
    private static final String STILL =
            Unchanged.PEOPLE
                    + """
                    kept AS (
                        UPDATE proposal SET review_on = :reviewOn, version = proposal.version + 1
                        FROM still
                        WHERE proposal.alliance_id = still.alliance_id AND proposal.id = :proposal
                          AND proposal.version = :version
                        RETURNING proposal.alliance_id)
                    """;

    private static final String STATED =
            """
            , stated AS (
                INSERT INTO outcome (alliance_id, proposal_id, version, statement, by,
                                     organization_id, at)
                SELECT alliance_id, :proposal, :statement, :words, :by, :organization, app_now()
                FROM kept)
            """;

    private static final String REVIEWED =
            """
            , reviewed AS (
                INSERT INTO review (alliance_id, id, proposal_id, finding, words, next_review_on,
                                    follow_up, by, organization_id, at)
                SELECT alliance_id, :id, :proposal, :finding, :words, :reviewOn, :followUp, :by,
                       :organization, app_now()
                FROM kept)
            """;

    private static final String CLOCK_SET =
            """
            , clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'outcome-review', :proposal, :at FROM kept
                ON CONFLICT (alliance_id, kind, subject) DO UPDATE SET at = excluded.at)
            """;

    private static final String CLOCK_STOPPED =
            """
            , clock AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'outcome-review'
                  AND due.subject = :proposal)
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    Outcomes(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps what is said when it is taken; empty when there is no such proposal for the caller. */
    Mono<Afterwards> keep(Act act, Function<Found, Afterwards> decide) {
        var command = act.command();
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        orNull(
                                        Standings.bind(
                                                        sql.sql(LOAD),
                                                        command.caller(),
                                                        command.id(),
                                                        command.hash())
                                                .bind("proposal", command.proposal().value()),
                                        "named",
                                        act.named().map(ProposalId::value).orElse(null),
                                        UUID.class)
                                .map(Outcomes::found)
                                .one()
                                .flatMap(found -> kept(sql, act, found, decide.apply(found))));
    }

    private Mono<Afterwards> kept(DatabaseClient sql, Act act, Found found, Afterwards decision) {
        if (!(decision instanceof Afterwards.Said said)) {
            return Mono.just(decision);
        }
        var facts = new OutcomeFacts(act, found, said);
        var spec =
                saying(sql, act, found, said)
                        .bind("alliance", act.command().caller().alliance())
                        .bind("revision", found.revision())
                        .bind("proposal", act.command().proposal().value())
                        .bind("version", found.version())
                        .bind("words", act.words())
                        .bind("by", found.me().person().value())
                        .bind("organization", found.me().organization().value())
                        .bind("done", OpenNeeds.done(facts.done()))
                        .bind("journal", journal.json(facts.all()));
        var day = said.reviewOn().orElse(null);
        return Guard.held(
                orNull(spec, "reviewOn", day, LocalDate.class).fetch().rowsUpdated(), decision);
    }

    private static GenericExecuteSpec saying(
            DatabaseClient sql, Act act, Found found, Afterwards.Said said) {
        var after = clock(said) + OpenNeeds.CLOSE + Journal.APPEND;
        var spec =
                switch (act) {
                    case Act.Stating _ ->
                            sql.sql(STILL + STATED + after)
                                    .bind("statement", found.decided().statements() + 1);
                    case Act.Reviewing(var command, _, var finding, _, var named) ->
                            orNull(
                                    sql.sql(STILL + REVIEWED + after)
                                            .bind("id", command.id())
                                            .bind("finding", finding.name()),
                                    "followUp",
                                    named.map(ProposalId::value).orElse(null),
                                    UUID.class);
                };
        return said.sameDay() || said.reviewOn().isEmpty()
                ? spec
                : spec.bind("at", found.days().startOf(said.reviewOn().get()));
    }

    private static String clock(Afterwards.Said said) {
        if (said.sameDay()) {
            return "";
        }
        return said.reviewOn().isPresent() ? CLOCK_SET : CLOCK_STOPPED;
    }

    private static Found found(Readable row) {
        var days = new Days(ZoneId.of(Columns.of(row, "time_zone", String.class)));
        return new Found(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                Columns.of(row, "revision", Long.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "version", Long.class),
                ProposerRows.decided(row),
                OpenNeeds.of(row, "needs", "persons"),
                Columns.of(row, "named_is_there", Boolean.class),
                days,
                days.dayOf(Standings.now(row)));
    }
}
