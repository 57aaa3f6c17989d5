package org.commonweal.purpose.closing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Closing;
import org.commonweal.purpose.domain.Days;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.domain.Tally;
import org.commonweal.purpose.domain.poll.Marking;
import org.commonweal.purpose.domain.tally.Paper;
import org.commonweal.purpose.loading.MarksDocument;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.PurposeRows;
import org.commonweal.purpose.loading.RulebookRows;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of closing a ballot: lock it, count what stands, write once. */
@Component
class Closings {

    /**
     * Waits for the votes that were in time and are being kept, and for all who open upon what this
     * may change; nobody votes after this.
     */
    private static final String LOCK =
            """
            WITH alone AS (
                SELECT alliance_id, time_zone FROM alliance
                WHERE alliance_id = :alliance FOR UPDATE)
            SELECT b.closes_at, b.version AS proposal_version, alone.time_zone
            """
                    + MotionRows.COLUMNS
                    + RulebookRows.COLUMNS
                    + PurposeRows.COLUMNS
                    + """
                    FROM alone
                    JOIN proposal b ON b.alliance_id = alone.alliance_id AND b.id = :proposal
                    JOIN rulebook r ON r.alliance_id = b.alliance_id AND r.version = b.rulebook_version
                    LEFT JOIN purpose p ON p.alliance_id = b.alliance_id AND p.id = b.purpose_id
                    WHERE b.state = 'OPEN' AND b.closes_at <= app_now()
                    FOR UPDATE OF b
                    """;

    /** A statement of its own, so that it sees the votes for which the lock has waited. */
    private static final String COUNT =
            """
            SELECT coalesce(array_agg(part.choice ORDER BY e.cast_at, e.voter_id, part.choice)
                       FILTER (WHERE part.weight > 0), '{}') AS choices,
                   coalesce(array_agg(CAST(part.weight AS int)
                       ORDER BY e.cast_at, e.voter_id, part.choice)
                       FILTER (WHERE part.weight > 0), '{}') AS weights,
                   coalesce(array_agg(CAST(e.marks AS text)
                       ORDER BY e.cast_at, e.voter_id, part.choice)
                       FILTER (WHERE part.weight > 0), '{}') AS marks,
                   coalesce(array_agg(e.voter_id ORDER BY e.cast_at, e.voter_id, part.choice)
                       FILTER (WHERE part.weight > 0), '{}') AS casters,
                   (coalesce(sum(e.weight) FILTER (WHERE part.choice = 'YES'
                       AND e.left_at IS NULL AND e.recused_at IS NULL), 0))::bigint AS electorate,
                   (SELECT coalesce(array_agg(n.id ORDER BY n.id), '{}') FROM need n
                    WHERE n.alliance_id = :alliance AND n.proposal_id = :proposal AND n.open)
                        AS votes,
                   (SELECT coalesce(array_agg(n.person_id ORDER BY n.id), '{}') FROM need n
                    WHERE n.alliance_id = :alliance AND n.proposal_id = :proposal AND n.open)
                        AS voters,
                   (SELECT coalesce(array_agg(n.id ORDER BY n.id), '{}') FROM need n
                    WHERE n.alliance_id = :alliance AND n.purpose_id IS NOT NULL AND n.open)
                        AS decisions,
                   (SELECT coalesce(array_agg(n.person_id ORDER BY n.id), '{}') FROM need n
                    WHERE n.alliance_id = :alliance AND n.purpose_id IS NOT NULL AND n.open)
                        AS deciders
            FROM elector e
            CROSS JOIN LATERAL (
                SELECT choice, part(e.weight, e.choice, e.split, choice) AS weight
                FROM unnest(ARRAY ['YES', 'NO', 'ABSTAIN', 'BLOCK', 'MARKED']) choice) part
            WHERE e.alliance_id = :alliance AND e.proposal_id = :proposal
            """;

    private final ScopedDatabase database;
    private final ClosingStatements statements;
    private final MotionRows motions;
    private final RulebookRows rulebooks;
    private final JsonMapper json;

    Closings(
            ScopedDatabase database,
            ClosingStatements statements,
            MotionRows motions,
            RulebookRows rulebooks,
            JsonMapper json) {
        this.json = json;
        this.database = database;
        this.statements = statements;
        this.motions = motions;
        this.rulebooks = rulebooks;
    }

    /** Closes the ballot; empty when it is closed already, or not to be closed yet. */
    Mono<Closing> close(UUID alliance, UUID proposal, Function<Counted, Closing> decide) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", alliance)
                                .bind("proposal", proposal)
                                .map(row -> locked(row, proposal))
                                .one()
                                .flatMap(locked -> count(sql, alliance, locked))
                                .flatMap(counted ->
                                        keep(sql, alliance, counted, decide.apply(counted))));
    }

    private Mono<Counted> count(DatabaseClient sql, UUID alliance, Locked locked) {
        return sql.sql(COUNT)
                .bind("alliance", alliance)
                .bind("proposal", locked.proposal())
                .map(row -> counted(row, locked))
                .one();
    }

    private Mono<Closing> keep(
            DatabaseClient sql, UUID alliance, Counted counted, Closing closing) {
        var rows = statements.keep(sql, alliance, counted, closing).fetch().rowsUpdated();
        return Guard.held(rows, closing);
    }

    private Locked locked(Readable row, UUID proposal) {
        var motion = motions.motion(row);
        return new Locked(
                proposal,
                Columns.of(row, "proposal_version", Long.class),
                motion,
                rulebooks.rulebook(row).rule(motion.matter()),
                rulebooks.rulebook(row).version(),
                Columns.of(row, "closes_at", Instant.class),
                new Days(ZoneId.of(Columns.of(row, "time_zone", String.class))));
    }

    private Counted counted(Readable row, Locked locked) {
        return new Counted(
                locked,
                cast(row),
                papers(row),
                List.of(Columns.of(row, "casters", UUID[].class)),
                Columns.of(row, "electorate", Long.class),
                OpenNeeds.of(row, "votes", "voters"),
                OpenNeeds.of(row, "decisions", "deciders"));
    }

    private static List<Tally.Vote> cast(Readable row) {
        var choices = Columns.of(row, "choices", String[].class);
        var weights = Columns.of(row, "weights", Integer[].class);
        return IntStream.range(0, choices.length)
                .mapToObj(i -> new Tally.Vote(Choice.valueOf(choices[i]), weights[i]))
                .toList();
    }

    private List<Paper<Marking>> papers(Readable row) {
        var marks = Columns.of(row, "marks", String[].class);
        var weights = Columns.of(row, "weights", Integer[].class);
        return IntStream.range(0, marks.length)
                .mapToObj(i -> new Paper<>(weights[i], marking(marks[i])))
                .toList();
    }

    /** Who abstains leaves a blank paper. */
    private Marking marking(@Nullable String marks) {
        return marks == null
                ? new Marking.None()
                : json.readValue(marks, MarksDocument.class).marking();
    }

    /**
     * A ballot whose time is over.
     *
     * @param rule of the rulebook's version under which it opened
     */
    record Locked(
            UUID proposal,
            long version,
            Motion motion,
            Rule rule,
            long rulebook,
            Instant closesAt,
            Days days) {}

    /**
     * What stands at the close.
     *
     * @param cast the last vote of each elector who has voted
     * @param papers the same as marks on the options of a question, in the order of the casts
     * @param casters whose they are
     * @param electorate what all votes weigh that could have been cast
     * @param votes of whom a vote was awaited to the end
     * @param decisions of whom it is awaited that they decide about a deadline that has passed
     */
    record Counted(
            Locked ballot,
            List<Tally.Vote> cast,
            List<Paper<Marking>> papers,
            List<UUID> casters,
            long electorate,
            List<Need.Open> votes,
            List<Need.Open> decisions) {}
}
