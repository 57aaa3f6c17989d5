package org.commonweal.purpose.closing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.commonweal.purpose.loading.CharterRows;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.PurposeRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

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
            SELECT b.closes_at, alone.time_zone
            """
                    + MotionRows.COLUMNS
                    + CharterRows.COLUMNS
                    + PurposeRows.COLUMNS
                    + """
                    FROM alone
                    JOIN proposal b ON b.alliance_id = alone.alliance_id AND b.id = :proposal
                    JOIN charter c ON c.alliance_id = b.alliance_id AND c.version = b.charter_version
                    LEFT JOIN purpose p ON p.alliance_id = b.alliance_id AND p.id = b.purpose_id
                    WHERE b.state = 'OPEN' AND b.closes_at <= app_now()
                    FOR UPDATE OF b
                    """;

    /** A statement of its own, so that it sees the votes for which the lock has waited. */
    private static final String COUNT =
            """
            SELECT coalesce(array_agg(e.choice) FILTER (WHERE e.choice IS NOT NULL), '{}') AS choices,
                   (count(*) FILTER (WHERE e.left_at IS NULL))::int AS electorate,
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
            WHERE e.alliance_id = :alliance AND e.proposal_id = :proposal
            """;

    private final ScopedDatabase database;
    private final ClosingStatements statements;

    Closings(ScopedDatabase database, ClosingStatements statements) {
        this.database = database;
        this.statements = statements;
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

    private static Mono<Counted> count(DatabaseClient sql, UUID alliance, Locked locked) {
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

    private static Locked locked(Readable row, UUID proposal) {
        return new Locked(
                proposal,
                MotionRows.motion(row),
                CharterRows.charter(row).terms().rule(),
                Columns.of(row, "closes_at", Instant.class),
                new Days(ZoneId.of(Columns.of(row, "time_zone", String.class))));
    }

    private static Counted counted(Readable row, Locked locked) {
        return new Counted(
                locked,
                Stream.of(Columns.of(row, "choices", String[].class)).map(Choice::valueOf).toList(),
                Columns.of(row, "electorate", Integer.class),
                OpenNeeds.of(row, "votes", "voters"),
                OpenNeeds.of(row, "decisions", "deciders"));
    }

    /**
     * A ballot whose time is over.
     *
     * @param rule of the charter's version under which it opened
     */
    record Locked(UUID proposal, Motion motion, Rule rule, Instant closesAt, Days days) {}

    /**
     * What stands at the close.
     *
     * @param choices the last one of each firm that has voted
     * @param votes of whom a vote was awaited to the end
     * @param decisions of whom it is awaited that they decide about a deadline that has passed
     */
    record Counted(
            Locked ballot,
            List<Choice> choices,
            int electorate,
            List<Need.Open> votes,
            List<Need.Open> decisions) {}
}
