package org.commonweal.purpose.voting;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.VoterRows;
import org.commonweal.purpose.wire.VoteCastV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of casting a vote: read once, let the decision be made, write once. */
@Component
class Votes {

    private static final String LOAD =
            ME
                    + EARLIER
                    + VoterRows.COLUMNS
                    + MotionRows.COLUMNS
                    + ", a.revision, e.version AS votes, n.needs, n.persons\n"
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal
                    """
                    + VoterRows.JOINS
                    + """
                    CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(id ORDER BY id), '{}') AS needs,
                               coalesce(array_agg(person_id ORDER BY id), '{}') AS persons
                        FROM need
                        WHERE need.alliance_id = b.alliance_id AND need.proposal_id = b.id
                          AND need.voter_id = e.voter_id AND need.open) n
                    """
                    + WHERE_ME;

    /**
     * The shared lock of the ballot makes a count wait for the votes that were in time; who is
     * asked for the vote is still who was read.
     */
    private static final String KEEP =
            """
            WITH still AS (
                SELECT alliance_id FROM alliance
                WHERE alliance_id = :alliance AND revision = :revision FOR SHARE),
            ballot AS (
                SELECT b.alliance_id, b.id FROM still
                JOIN proposal b ON b.alliance_id = still.alliance_id AND b.id = :proposal
                WHERE b.state = 'OPEN' AND app_now() < b.closes_at
                FOR SHARE OF b),
            kept AS (
                UPDATE elector
                SET choice = :choice, reason = :reason, marks = CAST(:marks AS jsonb), cast_by = :by, cast_at = app_now(),
                    version = version + 1
                FROM ballot
                WHERE elector.alliance_id = ballot.alliance_id AND elector.proposal_id = ballot.id
                  AND elector.voter_id = :voter AND elector.version = :version
                  AND elector.left_at IS NULL AND elector.recused_at IS NULL
                RETURNING elector.*),
            history AS (
                INSERT INTO vote (alliance_id, id, proposal_id, voter_id, organization_id, version,
                                  choice, reason, marks, cast_by, cast_at)
                SELECT alliance_id, :command, proposal_id, voter_id, organization_id, version, choice,
                       reason, marks, cast_by, cast_at
                FROM kept)
            """
                    + OpenNeeds.CLOSE
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;
    private final MotionRows motions;
    private final JsonMapper json;

    Votes(ScopedDatabase database, Journal journal, MotionRows motions, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.motions = motions;
        this.json = json;
    }

    /** Keeps the vote when it is cast; empty when there is no such ballot for the caller. */
    Mono<Casting> cast(CastVote.Command command, Function<Found, Casting> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .bind("proposal", command.proposal().value())
                                .map(this::found)
                                .one()
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Casting> keep(
            DatabaseClient sql, CastVote.Command command, Found found, Casting casting) {
        if (!(casting instanceof Casting.Cast(Choice choice, var reason))) {
            return Mono.just(casting);
        }
        var elector = found.elector().orElseThrow();
        var spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", command.proposal().value())
                        .bind("choice", choice.name())
                        .bind("by", found.me().person().value())
                        .bind("voter", elector.voter())
                        .bind("version", found.votes())
                        .bind("revision", found.revision())
                        .bind("done", OpenNeeds.done(found.needs()))
                        .bind("command", command.id())
                        .bind("journal", facts(command, found, choice));
        var marks = command.marks() == null ? null : json.writeValueAsString(command.marks());
        var rows =
                orNull(orNull(spec, "reason", reason, String.class), "marks", marks, String.class)
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, casting);
    }

    private String facts(CastVote.Command command, Found found, Choice choice) {
        var proposal = command.proposal().value();
        var elector = found.elector().orElseThrow();
        var cast =
                new Journal.Entry(
                        command.id(),
                        VoteCastV1.TYPE,
                        proposal,
                        found.votes() + 1,
                        found.me().person().value(),
                        found.me().organization().value(),
                        Audience.EVERYONE,
                        command.hash(),
                        new VoteCastV1(proposal, elector.organization(), elector.person(), choice));
        return journal.json(
                NeedFacts.both(List.of(cast), NeedFacts.closedBy(command.id(), found.needs())));
    }

    private Found found(Readable row) {
        return new Found(
                Standings.member(row),
                Standings.earlier(row),
                Columns.of(row, "revision", Long.class),
                VoterRows.elector(row),
                Objects.requireNonNullElse(row.get("votes", Long.class), 0L),
                VoterRows.voter(row),
                VoterRows.terms(row),
                motions.poll(row),
                OpenNeeds.of(row, "needs", "persons"),
                Standings.now(row));
    }

    /**
     * What is known when the decision is made.
     *
     * @param revision of the standings, by which it is settled who is asked
     * @param elector empty when neither the member nor the member's firm is one
     * @param votes how often that elector has voted
     * @param poll what a question has to choose from; empty for yes and no
     * @param needs whose vote is still awaited in that firm
     */
    record Found(
            Member me,
            Earlier earlier,
            long revision,
            Optional<VoterRows.ElectorRow> elector,
            long votes,
            Casting.Voter voter,
            Casting.Terms terms,
            Optional<Poll> poll,
            List<Need.Open> needs,
            Instant now) {}
}
