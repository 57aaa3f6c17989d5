package org.commonweal.purpose.voting;

import static org.commonweal.purpose.loading.Bindings.orNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.loading.Unchanged;
import org.commonweal.purpose.loading.VoterRows;
import org.commonweal.purpose.wire.VoteCastV1;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of casting a vote: read once, let the decision be made, write once. */
@Component
class Votes {

    private static final String KEEP =
            Unchanged.PEOPLE
                    + Unchanged.BALLOT
                    + """
                    kept AS (
                        UPDATE elector
                        SET choice = :choice, reason = :reason, marks = CAST(:marks AS jsonb),
                            cast_by = :by, cast_at = app_now(), proxy_id = :proxy,
                            split = CAST(:split AS jsonb),
                            version = version + 1
                        FROM ballot
                        WHERE elector.alliance_id = ballot.alliance_id AND elector.proposal_id = ballot.id
                          AND elector.voter_id = :voter AND elector.version = :version
                          AND elector.left_at IS NULL AND elector.recused_at IS NULL
                        RETURNING elector.*),
                    history AS (
                        INSERT INTO vote (alliance_id, id, proposal_id, voter_id, organization_id, version,
                                          choice, reason, marks, cast_by, cast_at, proxy_id, split)
                        SELECT alliance_id, :command, proposal_id, voter_id, organization_id, version, choice,
                               reason, marks, cast_by, cast_at, proxy_id, split
                        FROM kept)
                    """
                    + OpenNeeds.CLOSE
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;
    private final OpenVotes open;
    private final JsonMapper json;

    Votes(ScopedDatabase database, Journal journal, OpenVotes open, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.open = open;
        this.json = json;
    }

    /** Keeps the vote when it is cast; empty when there is no such ballot for the caller. */
    Mono<Casting> cast(CastVote.Command command, Function<OpenVotes.Found, Casting> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        open.load(sql, command)
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Casting> keep(
            DatabaseClient sql, CastVote.Command command, OpenVotes.Found found, Casting casting) {
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
        var said = orNull(spec, "reason", reason, String.class);
        said = orNull(said, "proxy", found.proxy(), UUID.class);
        said = orNull(said, "marks", text(command.say().marks()), String.class);
        said = orNull(said, "split", text(shares(command, found)), String.class);
        return Guard.held(said.fetch().rowsUpdated(), casting);
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private static @Nullable Map<Choice, Integer> shares(
            CastVote.Command command, OpenVotes.Found found) {
        var split = found.split(command.say());
        return split == null ? null : split.shares();
    }

    private String facts(CastVote.Command command, OpenVotes.Found found, Choice choice) {
        var proposal = command.proposal().value();
        var elector = found.elector().orElseThrow();
        var cast =
                new Journal.Entry(
                        command.id(),
                        VoteCastV1.TYPE,
                        proposal,
                        found.votes() + 1,
                        found.me().person().value(),
                        firm(found, elector),
                        Audience.EVERYONE,
                        command.hash(),
                        new VoteCastV1(
                                proposal,
                                elector.organization(),
                                elector.person(),
                                found.hidden() ? null : choice,
                                found.proxy(),
                                found.hidden() ? null : shares(command, found)));
        return journal.json(
                NeedFacts.both(List.of(cast), NeedFacts.closedBy(command.id(), found.needs())));
    }

    /** For which it was done. */
    private static UUID firm(OpenVotes.Found found, VoterRows.ElectorRow elector) {
        return found.proxy() == null ? found.me().organization().value() : elector.organization();
    }
}
