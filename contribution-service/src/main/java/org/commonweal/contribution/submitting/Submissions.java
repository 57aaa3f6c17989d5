package org.commonweal.contribution.submitting;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.contribution.domain.GoalId;
import org.commonweal.contribution.domain.Member;
import org.commonweal.contribution.domain.Participation;
import org.commonweal.contribution.domain.Submission;
import org.commonweal.contribution.needs.Candidates;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.reading.ContributionRows;
import org.commonweal.contribution.submitting.SubmitContribution.Decision;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What a submission needs to know, and what it keeps, each in one statement. */
@Component
class Submissions {

    /**
     * The caller's standing, the goal with its owner's standing, and the member of another firm of
     * whom the least is needed now.
     */
    private static final String LOAD =
            """
            SELECT me.person_id, me.organization_id, me.class, me.call, app_now() AS now, a.acknowledgement_seconds,
                   encode(j.request_hash, 'hex') AS request_hash, g.id AS goal_id,
                   g.closed AS goal_over,
            """
                    + Candidates.COLUMNS
                    + """
                    FROM standing me
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :id
                    LEFT JOIN goal g ON g.alliance_id = me.alliance_id AND g.id = :goal
                    """
                    + Candidates.joins("me.organization_id")
                    + """
                    WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :login
                      AND me.state <> 'ENDED'
                    """;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO contribution (alliance_id, id, goal_id, kind, title, body, author_id,
                    organization_id, state, submitted_at, acknowledge_by, version)
                VALUES (:alliance, :id, :goal, :kind, :title, :body, :author, :organization, 'OPEN',
                    :now, :by, 1)
                ON CONFLICT (alliance_id, id) DO NOTHING RETURNING alliance_id),
            timed AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT kept.alliance_id, d.kind, :id, d.at
                FROM kept CROSS JOIN (VALUES ('remind', :remind), ('escalate', :by)) AS d(kind, at)),
            """
                    + NeedFacts.OPEN
                    + Journal.APPEND;

    private static final UUID NO_GOAL = new UUID(0, 0);

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;

    Submissions(ScopedDatabase database, Journal journal, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /**
     * What a decision rests on.
     *
     * @param requestHash of the earlier command with this id
     */
    record Loaded(
            Member author,
            Participation as,
            Instant now,
            Duration limit,
            @Nullable String requestHash,
            Optional<Submission.Goal> goal,
            Optional<Member> leastAsked) {}

    /** The decision, kept; empty without a standing. */
    Mono<Decision> decide(
            Caller caller, SubmitContribution.Command command, Function<Loaded, Decision> decide) {
        return Guard.twice(
                database.inAlliance(
                        caller.alliance(),
                        sql ->
                                load(sql, caller, command)
                                        .flatMap(loaded ->
                                                keep(sql, caller, command, decide.apply(loaded)))));
    }

    private static Mono<Loaded> load(
            DatabaseClient sql, Caller caller, SubmitContribution.Command command) {
        return sql.sql(LOAD)
                .bind("id", command.id())
                .bind("goal", command.goal().map(GoalId::value).orElse(NO_GOAL))
                .bind("alliance", caller.alliance())
                .bind("issuer", caller.issuer())
                .bind("login", caller.subject())
                .map(Submissions::loaded)
                .one();
    }

    private static Loaded loaded(Readable row) {
        var candidates = Candidates.of(row);
        return new Loaded(
                ContributionRows.member(row, "person_id", "organization_id").orElseThrow(),
                ContributionRows.participation(row, "class", "call"),
                Columns.of(row, "now", Instant.class),
                Duration.ofSeconds(Columns.of(row, "acknowledgement_seconds", Long.class)),
                row.get("request_hash", String.class),
                Optional.ofNullable(row.get("goal_id", UUID.class))
                        .map(goal ->
                                new Submission.Goal(
                                        new GoalId(goal),
                                        candidates.owner(),
                                        Columns.of(row, "goal_over", Boolean.class))),
                candidates.leastAsked());
    }

    private Mono<Decision> keep(
            DatabaseClient sql,
            Caller caller,
            SubmitContribution.Command command,
            Decision decision) {
        if (!(decision instanceof Decision.Keep(var live, var now))) {
            return Mono.just(decision);
        }
        var author = live.contribution().author();
        var needs = SubmissionFacts.needs(command, live);
        var row =
                sql.sql(KEEP)
                        .bind("alliance", caller.alliance())
                        .bind("id", command.id())
                        .bind("goal", command.goal().orElseThrow().value())
                        .bind("kind", command.kind())
                        .bind("title", command.title())
                        .bind("body", command.body())
                        .bind("author", author.person().value())
                        .bind("organization", author.firm().value())
                        .bind("now", now)
                        .bind("remind", live.clock().remindAt())
                        .bind("by", live.clock().acknowledgeBy())
                        .bind("needs", json.writeValueAsString(needs))
                        .bind(
                                "journal",
                                journal.json(SubmissionFacts.entries(command, live, needs)));
        return Guard.held(row.fetch().rowsUpdated(), decision);
    }
}
