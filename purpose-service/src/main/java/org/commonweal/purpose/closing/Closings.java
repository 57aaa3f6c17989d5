package org.commonweal.purpose.closing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Closing;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.loading.OpenNeeds;
import org.commonweal.purpose.loading.PurposeRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of closing a ballot: lock it, count what stands, write once. */
@Component
class Closings {

    /** Waits for the votes that were in time and are being kept; nobody votes after this. */
    private static final String LOCK =
            """
            SELECT b.closes_at, b.quorum_per_million, b.threshold_per_million
            """
                    + PurposeRows.COLUMNS
                    + """
                    FROM proposal b
                    JOIN purpose p ON p.alliance_id = b.alliance_id AND p.id = b.purpose_id
                    WHERE b.alliance_id = :alliance AND b.id = :proposal
                      AND b.state = 'OPEN' AND b.closes_at <= app_now()
                    FOR UPDATE OF b
                    """;

    /** A statement of its own, so that it sees the votes for which the lock has waited. */
    private static final String COUNT =
            """
            SELECT coalesce(array_agg(e.choice) FILTER (WHERE e.choice IS NOT NULL), '{}') AS choices,
                   count(*)::int AS electorate,
                   (SELECT coalesce(array_agg(n.id ORDER BY n.id), '{}') FROM need n
                    WHERE n.alliance_id = :alliance AND n.proposal_id = :proposal AND n.open) AS needs,
                   (SELECT coalesce(array_agg(n.person_id ORDER BY n.id), '{}') FROM need n
                    WHERE n.alliance_id = :alliance AND n.proposal_id = :proposal AND n.open) AS persons
            FROM elector e
            WHERE e.alliance_id = :alliance AND e.proposal_id = :proposal
            """;

    private static final String KEEP =
            """
            WITH come AS (
                DELETE FROM due
                WHERE alliance_id = :alliance AND kind = 'ballot-closes' AND subject = :proposal
                RETURNING alliance_id),
            kept AS (
                UPDATE proposal SET state = :outcome
                FROM come
                WHERE proposal.alliance_id = come.alliance_id AND proposal.id = :proposal
                  AND proposal.state = 'OPEN'
                RETURNING proposal.alliance_id, proposal.id, proposal.purpose_id),
            decided AS (
                UPDATE purpose
                SET state = :state, version = :version,
                    ratified_at = CASE WHEN :state = 'ACTIVE' THEN app_now() END,
                    ratified_by = CASE WHEN :state = 'ACTIVE' THEN kept.id END
                FROM kept
                WHERE purpose.alliance_id = kept.alliance_id AND purpose.id = kept.purpose_id),
            needs AS (
                UPDATE need SET open = false
                FROM kept
                WHERE need.alliance_id = kept.alliance_id AND need.proposal_id = kept.id
                  AND need.open)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Closings(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Closes the ballot; empty when it is closed already, or not to be closed yet. */
    Mono<Closing> close(UUID alliance, UUID proposal, Function<Ballot, Closing> decide) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", alliance)
                                .bind("proposal", proposal)
                                .map(Closings::locked)
                                .one()
                                .flatMap(locked -> count(sql, alliance, proposal, locked))
                                .flatMap(ballot ->
                                        keep(
                                                sql,
                                                alliance,
                                                proposal,
                                                ballot,
                                                decide.apply(ballot))));
    }

    private static Mono<Ballot> count(
            DatabaseClient sql, UUID alliance, UUID proposal, Locked locked) {
        return sql.sql(COUNT)
                .bind("alliance", alliance)
                .bind("proposal", proposal)
                .map(row -> ballot(row, locked))
                .one();
    }

    private Mono<Closing> keep(
            DatabaseClient sql, UUID alliance, UUID proposal, Ballot ballot, Closing closing) {
        var entries =
                Stream.concat(
                                ClosingFacts.of(proposal, ballot.closesAt(), closing).stream(),
                                OpenNeeds.closedAt(ballot.closesAt(), ballot.needs()).stream())
                        .toList();
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", alliance)
                        .bind("proposal", proposal)
                        .bind("outcome", closing.outcome().name())
                        .bind("state", state(closing.purpose()))
                        .bind("version", closing.purpose().version())
                        .bind("journal", journal.json(entries))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, closing);
    }

    private static String state(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Draft _ -> "DRAFT";
            case Purpose.Proposed _ -> "PROPOSED";
            case Purpose.Active _ -> "ACTIVE";
            case Purpose.Closed _ -> "CLOSED";
        };
    }

    private static Locked locked(Readable row) {
        if (!(PurposeRows.purpose(row) instanceof Purpose.Proposed purpose)) {
            throw new IllegalStateException("an open ballot is about a proposed purpose");
        }
        var rule =
                new Rule(
                        Columns.of(row, "quorum_per_million", Integer.class),
                        Columns.of(row, "threshold_per_million", Integer.class));
        return new Locked(purpose, rule, Columns.of(row, "closes_at", Instant.class));
    }

    private static Ballot ballot(Readable row, Locked locked) {
        return new Ballot(
                locked.purpose(),
                locked.rule(),
                locked.closesAt(),
                Stream.of(Columns.of(row, "choices", String[].class)).map(Choice::valueOf).toList(),
                Columns.of(row, "electorate", Integer.class),
                OpenNeeds.of(row));
    }

    private record Locked(Purpose.Proposed purpose, Rule rule, Instant closesAt) {}

    /**
     * A ballot whose time is over.
     *
     * @param choices the last one of each firm that has voted
     * @param needs of whom a vote was awaited to the end
     */
    record Ballot(
            Purpose.Proposed purpose,
            Rule rule,
            Instant closesAt,
            List<Choice> choices,
            int electorate,
            List<OpenNeeds.Need> needs) {}
}
