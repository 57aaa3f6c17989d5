package org.commonweal.purpose.caucus;

import static org.commonweal.purpose.loading.CaucusRows.OF_MY_FIRM;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Conferring;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.Split;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.VoterRows;
import org.commonweal.purpose.wire.CaucusChangedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of a firm's caucus, which begins at the reader's own firm. */
@Component
class Caucuses {

    private static final String LOAD =
            ME
                    + EARLIER
                    + VoterRows.COLUMNS
                    + MotionRows.COLUMNS
                    + """
                    , b.title, (SELECT count(*)::int
                    """
                    + OF_MY_FIRM
                    + """
                      AND c.person_id <> me.person_id) AS others, coalesce((SELECT c.version
                    """
                    + OF_MY_FIRM
                    + "AND c.person_id = me.person_id), 0) AS said"
                    + "\n"
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal
                    """
                    + VoterRows.JOINS
                    + WHERE_ME;

    private static final String KEEP =
            """
            WITH ballot AS (
                SELECT b.alliance_id, b.id FROM proposal b
                WHERE b.alliance_id = :alliance AND b.id = :proposal AND b.state = 'OPEN'
                  AND app_now() < b.closes_at
                FOR SHARE),
            kept AS (
                INSERT INTO caucus (alliance_id, proposal_id, organization_id, person_id, choice, at,
                                    version)
                SELECT alliance_id, id, :firm, :person, :choice, app_now(), 1 FROM ballot
                ON CONFLICT (alliance_id, proposal_id, organization_id, person_id) DO UPDATE
                SET choice = excluded.choice, at = excluded.at, version = caucus.version + 1
                RETURNING alliance_id)\
            """
                    + Journal.APPEND;

    private static final String READ =
            ME
                    + """
                    , CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('person', c.person_id,
                        'choice', c.choice, 'at', c.at) ORDER BY c.at, c.person_id), '[]')
                    """
                    + OF_MY_FIRM
                    + ") AS text) AS voices"
                    + FROM_ME
                    + "JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal\n"
                    + WHERE_ME
                    + "AND me.class = 'MEMBER'";

    private final ScopedDatabase database;
    private final Journal journal;
    private final MotionRows motions;
    private final JsonMapper json;

    Caucuses(ScopedDatabase database, Journal journal, MotionRows motions, JsonMapper json) {
        this.motions = motions;
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /** Keeps what is said; empty when there is no such ballot for the caller. */
    Mono<Conferring> say(Confer.Command command, Function<Found, Conferring> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .bind("proposal", command.proposal())
                                .map(this::found)
                                .one()
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Conferring> keep(
            DatabaseClient sql, Confer.Command command, Found found, Conferring decided) {
        if (!(decided instanceof Conferring.Said(var choice))) {
            return Mono.just(decided);
        }
        var firm = found.me().organization().value();
        var fact =
                new Journal.Entry(
                        command.id(),
                        CaucusChangedV1.TYPE,
                        command.proposal(),
                        found.said() + 1,
                        null,
                        firm,
                        new Audience.Organization(firm),
                        command.hash(),
                        new CaucusChangedV1(
                                command.proposal(), firm, found.title(), found.others() + 1));
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", command.proposal())
                        .bind("firm", firm)
                        .bind("person", found.me().person().value())
                        .bind("choice", choice.name())
                        .bind("journal", journal.json(fact))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, decided);
    }

    /** Empty for whoever is no member, or sees no such ballot. */
    Mono<CaucusResponse> of(Caller caller, UUID proposal) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(READ), caller)
                                .bind("proposal", proposal)
                                .map(this::caucus)
                                .one());
    }

    private CaucusResponse caucus(Readable row) {
        var voices =
                json.readValue(
                        Columns.of(row, "voices", String.class),
                        new TypeReference<List<CaucusResponse.Voice>>() {});
        var counts = new EnumMap<Choice, Integer>(Choice.class);
        voices.forEach(voice -> counts.merge(voice.choice(), 1, Integer::sum));
        return new CaucusResponse(
                Standings.member(row).organization().value(),
                voices,
                counts.isEmpty() ? null : Split.ofVoices(counts).shares());
    }

    private Found found(Readable row) {
        return new Found(
                Standings.member(row),
                Standings.as(row) == ParticipantClass.MEMBER,
                Standings.earlier(row),
                Columns.of(row, "title", String.class),
                VoterRows.voter(row),
                VoterRows.terms(row),
                motions.poll(row).isPresent(),
                Columns.of(row, "others", Integer.class),
                Columns.of(row, "said", Long.class),
                Standings.now(row));
    }

    /**
     * What is known when the decision is made.
     *
     * @param member whether the person is a member
     * @param options whether it is asked with options
     * @param others how many of the firm besides have said something
     * @param said how often the person has
     */
    record Found(
            Member me,
            boolean member,
            Earlier earlier,
            String title,
            Casting.Voter firm,
            Casting.Terms terms,
            boolean options,
            int others,
            long said,
            Instant now) {}
}
