package org.commonweal.purpose.closing;

import static org.commonweal.purpose.loading.Bindings.orNull;

import java.util.UUID;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.closing.Closings.Counted;
import org.commonweal.purpose.domain.Closing;
import org.commonweal.purpose.domain.Effect;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.executing.Executions;
import org.commonweal.purpose.loading.Count;
import org.commonweal.purpose.loading.RulebookRows;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One statement for the count and for what it changes, whichever of the effects that is. */
@Component
class ClosingStatements {

    private static final String CLOSE =
            """
            WITH come AS (
                DELETE FROM due
                WHERE alliance_id = :alliance AND kind = 'ballot-closes' AND subject = :proposal
                RETURNING alliance_id),
            kept AS (
                UPDATE proposal SET state = :outcome, tally = CAST(:tally AS jsonb),
                                    result = CAST(:result AS jsonb),
                                    version = proposal.version + 1
                FROM come
                WHERE proposal.alliance_id = come.alliance_id AND proposal.id = :proposal
                  AND proposal.state = 'OPEN'
                RETURNING proposal.alliance_id, proposal.id, proposal.purpose_id)
            """;

    private static final String RATIFY =
            """
            , ratified AS (
                UPDATE purpose SET state = 'ACTIVE', version = :version, ratified_at = app_now(),
                                   ratified_by = kept.id
                FROM kept
                WHERE purpose.alliance_id = kept.alliance_id AND purpose.id = kept.purpose_id),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'purpose-deadline', purpose_id, :passes FROM kept)
            """;

    private static final String RETURN =
            """
            , returned AS (
                UPDATE purpose SET state = 'DRAFT', version = :version
                FROM kept
                WHERE purpose.alliance_id = kept.alliance_id AND purpose.id = kept.purpose_id)
            """;

    private static final String RENEW =
            """
            , renewed AS (
                UPDATE purpose SET deadline = :deadline, version = :version
                FROM kept
                WHERE purpose.alliance_id = kept.alliance_id AND purpose.id = kept.purpose_id),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'purpose-deadline', purpose_id, :passes FROM kept
                ON CONFLICT (alliance_id, kind, subject) DO UPDATE SET at = excluded.at)
            """;

    private static final String END =
            """
            , ended AS (
                UPDATE purpose SET state = 'CLOSED', version = :version, closed_at = app_now(),
                                   closed_by = kept.id, conclusion = :conclusion
                FROM kept
                WHERE purpose.alliance_id = kept.alliance_id AND purpose.id = kept.purpose_id),
            clock AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'purpose-deadline'
                  AND due.subject = kept.purpose_id)
            """;

    private static final String CHANGE_RULES =
            """
            , changed AS (
                INSERT INTO rulebook (alliance_id, version, document, since, decided_by)
                SELECT alliance_id, :version, CAST(:rulebook AS jsonb), app_now(), id FROM kept),
            noticed AS (
                UPDATE alliance SET revision = revision + 1
                FROM kept WHERE alliance.alliance_id = kept.alliance_id)
            """;

    private static final String CHANGE_STAGE =
            """
            , entered AS (
                INSERT INTO stage (alliance_id, version, stage, since, decided_by, words)
                SELECT alliance_id, (SELECT coalesce(max(s.version), 1) + 1 FROM stage s
                                     WHERE s.alliance_id = kept.alliance_id),
                    :stage, app_now(), id, :words
                FROM kept)
            """;

    private static final String TELL = OpenNeeds.CLOSE + Journal.APPEND;

    private final Journal journal;
    private final RulebookRows rulebooks;
    private final JsonMapper json;

    ClosingStatements(Journal journal, RulebookRows rulebooks, JsonMapper json) {
        this.journal = journal;
        this.rulebooks = rulebooks;
        this.json = json;
    }

    /** Updates no row when the ballot is closed already. */
    GenericExecuteSpec keep(DatabaseClient sql, UUID alliance, Counted counted, Closing closing) {
        var ballot = counted.ballot();
        var spec =
                effect(sql, counted, closing.effect())
                        .bind("alliance", alliance)
                        .bind("proposal", ballot.proposal())
                        .bind("outcome", closing.outcome().name())
                        .bind("tally", json.writeValueAsString(Count.of(closing.tally())))
                        .bind("done", OpenNeeds.done(ClosingFacts.done(counted, closing.effect())))
                        .bind("journal", journal.json(ClosingFacts.of(alliance, counted, closing)));
        return orNull(spec, "result", result(counted, closing), String.class);
    }

    private @Nullable String result(Counted counted, Closing closing) {
        var result = ClosingFacts.result(counted, closing);
        return result == null ? null : json.writeValueAsString(result);
    }

    private GenericExecuteSpec effect(DatabaseClient sql, Counted counted, Effect effect) {
        var days = counted.ballot().days();
        return switch (effect) {
            case Effect.Ratified(var purpose) ->
                    on(sql, RATIFY, purpose)
                            .bind("passes", days.endOf(ClosingFacts.deadline(purpose)));
            case Effect.Returned(var purpose) -> on(sql, RETURN, purpose);
            case Effect.Renewed(var purpose, _, var deadline) ->
                    on(sql, RENEW, purpose)
                            .bind("deadline", deadline)
                            .bind("passes", days.endOf(deadline));
            case Effect.Closed(var purpose, var conclusion) ->
                    on(sql, END, purpose).bind("conclusion", conclusion);
            case Effect.RulesChanged(var rulebook) ->
                    sql.sql(CLOSE + CHANGE_RULES + TELL)
                            .bind("version", rulebook.version())
                            .bind("rulebook", rulebooks.json(rulebook));
            case Effect.StageChanged(_, var stage, var words) ->
                    sql.sql(CLOSE + CHANGE_STAGE + TELL)
                            .bind("stage", stage.name())
                            .bind("words", words);
            case Effect.Ordered _ -> sql.sql(CLOSE + Executions.AWAIT + TELL);
            case Effect.Answered _, Effect.Nothing _ -> sql.sql(CLOSE + TELL);
        };
    }

    private static GenericExecuteSpec on(DatabaseClient sql, String change, Purpose purpose) {
        return sql.sql(CLOSE + change + TELL).bind("version", purpose.version());
    }
}
