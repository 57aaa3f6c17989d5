package org.commonweal.purpose.leaving;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.Merging;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.loading.Holds;
import org.commonweal.purpose.loading.RulebookRows;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Electorates of open ballots, when a firm of theirs goes on as another one: the SQL. */
@Component
class MergedElectorates {

    /** The ballots that were open at that moment, with the rule by which they opened. */
    private static final String LOAD =
            """
            SELECT b.id, b.title, b.anonymous, b.matter, x.*, n.needs, n.persons, (
                SELECT count(*)::int FROM elector o WHERE o.alliance_id = b.alliance_id
                  AND o.proposal_id = b.id AND o.left_at IS NULL
                  AND o.recused_at IS NULL) AS electorate
            """
                    + RulebookRows.COLUMNS
                    + """
                    FROM proposal b
                    JOIN rulebook r ON r.alliance_id = b.alliance_id AND r.version = b.rulebook_version
                    CROSS JOIN LATERAL (
                        SELECT count(*)::int AS people,
                               coalesce(bool_or(e.organization_id = :from), false) AS known,
                               coalesce(bool_or(e.voter_id = :from AND e.left_at IS NULL), false)
                                   AS from_votes,
                               coalesce(bool_or(e.voter_id = :from AND e.paper IS NOT NULL), false)
                                   AS from_paper,
                               coalesce(bool_or(e.voter_id = :from AND e.recused_at IS NULL), false)
                                   AS from_counts,
                               coalesce(bool_or(e.voter_id = :into AND e.left_at IS NULL), false)
                                   AS into_votes,
                               coalesce(bool_or(e.voter_id = :into AND e.paper IS NOT NULL), false)
                                   AS into_paper,
                               coalesce(bool_or(e.voter_id = :into AND e.recused_at IS NULL), false)
                                   AS into_counts
                        FROM elector e
                        WHERE e.alliance_id = b.alliance_id AND e.proposal_id = b.id
                          AND e.organization_id IN (:from, :into)) x
                    CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(id ORDER BY id), '{}') AS needs,
                               coalesce(array_agg(person_id ORDER BY id), '{}') AS persons
                        FROM need
                        WHERE need.alliance_id = b.alliance_id AND need.proposal_id = b.id
                          AND need.open
                          AND need.voter_id = CASE WHEN x.from_paper THEN CAST(:into AS uuid)
                              ELSE :from END) n
                    WHERE b.alliance_id = :alliance AND b.state = 'OPEN' AND x.known
                      AND b.opens_at <= :at AND b.closes_at > :at
                    ORDER BY b.id
                    """;

    private static final String STEP_OUT =
            """
            WITH kept AS (
                UPDATE elector SET left_at = :at, choice = NULL, reason = NULL, cast_by = NULL,
                    cast_at = NULL, proxy_id = NULL, split = NULL, marks = NULL,
                    version = version + 1
                WHERE alliance_id = :alliance AND proposal_id = :proposal AND voter_id = :voter
                  AND left_at IS NULL AND paper IS NULL
                RETURNING alliance_id)
            """
                    + OpenNeeds.CLOSE
                    + Journal.APPEND;

    private static final String WEIGH =
            """
            WITH weighed AS (
                UPDATE elector SET organization_id = :into,
                    weight = coalesce(CAST(:weight AS int), weight)
                WHERE alliance_id = :alliance AND proposal_id = :proposal
                  AND person_id IS NOT NULL AND organization_id IN (:from, :into)
                RETURNING alliance_id),
            kept AS (SELECT DISTINCT alliance_id FROM weighed)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final Journal journal;

    MergedElectorates(ScopedDatabase database, RulebookRows rulebooks, Journal journal) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.journal = journal;
    }

    /** Empty when no open ballot knows both, as for an event that comes again. */
    Mono<Long> merge(Event event, UUID from, UUID into) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        Holds.hold(sql, event.alliance())
                                .flatMapMany(_ ->
                                        sql.sql(LOAD)
                                                .bind("alliance", event.alliance())
                                                .bind("from", from)
                                                .bind("into", into)
                                                .bind("at", event.at())
                                                .map(row -> ballot(row, from, into))
                                                .all())
                                .collectList()
                                .flatMapIterable(ballots -> ballots)
                                .concatMap(ballot -> keep(sql, event, ballot))
                                .reduce(Long::sum));
    }

    private MergedBallot ballot(Readable row, UUID from, UUID into) {
        var matter = Matter.valueOf(Columns.of(row, "matter", String.class));
        return new MergedBallot(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "title", String.class),
                from,
                into,
                decided(row, rulebooks.rulebook(row).rule(matter)),
                Columns.of(row, "from_counts", Boolean.class),
                Columns.of(row, "into_counts", Boolean.class),
                Columns.of(row, "electorate", Integer.class),
                OpenNeeds.of(row, "needs", "persons"));
    }

    private static Merging decided(Readable row, Rule rule) {
        return switch (rule.body()) {
            case FIRMS -> Merging.firms(vote(row, "from"), vote(row, "into"));
            case PERSONS ->
                    Merging.persons(
                            rule,
                            Columns.of(row, "people", Integer.class),
                            Columns.of(row, "anonymous", Boolean.class));
        };
    }

    private static Merging.Vote vote(Readable row, String firm) {
        return new Merging.Vote(
                Columns.of(row, firm + "_votes", Boolean.class),
                Columns.of(row, firm + "_paper", Boolean.class));
    }

    private Mono<Long> keep(DatabaseClient sql, Event event, MergedBallot ballot) {
        return switch (ballot.merging()) {
            case Merging.AsBefore() -> Mono.empty();
            case Merging.StepsOut(var from) -> stepOut(sql, event, ballot, from);
            case Merging.Weighs(var weight) -> weigh(sql, event, ballot, weight);
            case Merging.WeighsAsBefore() -> weigh(sql, event, ballot, null);
        };
    }

    private Mono<Long> stepOut(DatabaseClient sql, Event event, MergedBallot ballot, boolean from) {
        var counted = from ? ballot.fromCounts() : ballot.intoCounts();
        var fact = ballot.fact(event, ballot.electorate() - (counted ? 1 : 0), null);
        var facts = NeedFacts.both(List.of(fact), NeedFacts.closedAt(event.at(), ballot.needs()));
        return sql.sql(STEP_OUT)
                .bind("alliance", event.alliance())
                .bind("proposal", ballot.id())
                .bind("voter", from ? ballot.from() : ballot.into())
                .bind("at", event.at())
                .bind("done", OpenNeeds.done(ballot.needs()))
                .bind("journal", journal.json(facts))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> weigh(
            DatabaseClient sql, Event event, MergedBallot ballot, @Nullable Integer weight) {
        var fact = ballot.fact(event, ballot.electorate(), weight);
        return sql.sql(WEIGH)
                .bind("alliance", event.alliance())
                .bind("proposal", ballot.id())
                .bind("from", ballot.from())
                .bind("into", ballot.into())
                .bind(
                        "weight",
                        weight == null ? Parameters.in(Integer.class) : Parameters.in(weight))
                .bind("journal", journal.json(fact))
                .fetch()
                .rowsUpdated();
    }
}
