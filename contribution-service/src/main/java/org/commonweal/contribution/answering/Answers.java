package org.commonweal.contribution.answering;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.commonweal.contribution.answering.AnswerContribution.Command;
import org.commonweal.contribution.answering.AnswerContribution.Loaded;
import org.commonweal.contribution.answering.AnswerContribution.Result;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.reading.ContributionV1.AcknowledgementV1;
import org.commonweal.contribution.reading.ContributionV1.RefusalV1;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers, each kept in one statement with what it ends: the clock and the asking. */
@Component
class Answers {

    private static final String STOP =
            """
            WITH kept AS (
                UPDATE contribution SET state = :state, answered_by = :me,
                    answered_organization = :firm, answered_at = :now, version = version + 1
                WHERE alliance_id = :alliance AND id = :contribution AND version = :version
                RETURNING alliance_id),
            stopped AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.subject = :contribution),
            """
                    + NeedFacts.CLOSE;

    private static final String JOIN =
            """
            WITH kept AS (
                UPDATE contribution SET version = version + 1
                WHERE alliance_id = :alliance AND id = :contribution AND version = :version
                RETURNING alliance_id)
            """;

    private static final String ACKNOWLEDGEMENT =
            """
            , answer AS (
                INSERT INTO acknowledgement (alliance_id, id, contribution_id, person_id,
                                             organization_id, kind, note, at)
                SELECT kept.alliance_id, :id, :contribution, :me, :firm, :kind, :note, :now FROM kept)
            """;

    private static final String REFUSAL =
            """
            , answer AS (
                INSERT INTO refusal (alliance_id, id, contribution_id, person_id, organization_id,
                                     reason, at)
                SELECT kept.alliance_id, :id, :contribution, :me, :firm, :reason, :now FROM kept)
            """;

    private final ScopedDatabase database;
    private final Journal journal;
    private final AnswerableContributions contributions;

    Answers(ScopedDatabase database, Journal journal, AnswerableContributions contributions) {
        this.database = database;
        this.journal = journal;
        this.contributions = contributions;
    }

    /** The result, kept; empty without a standing or a contribution. */
    Mono<Result<AcknowledgementV1>> acknowledge(
            Caller caller, Command command, Function<Loaded, Result<AcknowledgementV1>> decide) {
        return inOne(
                caller,
                command,
                (sql, loaded) ->
                        keepAcknowledgement(sql, caller, command, loaded, decide.apply(loaded)));
    }

    /** As {@link #acknowledge}, for a refusal. */
    Mono<Result<RefusalV1>> decline(
            Caller caller, Command command, Function<Loaded, Result<RefusalV1>> decide) {
        return inOne(
                caller,
                command,
                (sql, loaded) -> keepRefusal(sql, caller, command, loaded, decide.apply(loaded)));
    }

    /** Loads and keeps in one transaction, and once more when somebody else was faster. */
    private <T> Mono<T> inOne(
            Caller caller, Command command, BiFunction<DatabaseClient, Loaded, Mono<T>> keep) {
        return Guard.twice(
                database.inAlliance(
                        caller.alliance(),
                        sql ->
                                contributions
                                        .load(sql, caller, command)
                                        .flatMap(loaded -> keep.apply(sql, loaded))));
    }

    private Mono<Result<AcknowledgementV1>> keepAcknowledgement(
            DatabaseClient sql,
            Caller caller,
            Command command,
            Loaded loaded,
            Result<AcknowledgementV1> result) {
        if (!(result instanceof Result.Created<AcknowledgementV1>(var answer, var first))) {
            return Mono.just(result);
        }
        var text = (first ? STOP : JOIN) + ACKNOWLEDGEMENT + Journal.APPEND;
        var row =
                bound(sql.sql(text), caller, command, loaded)
                        .bind("kind", answer.kind())
                        .bind(
                                "journal",
                                journal.json(AnswerFacts.of(loaded, command, answer, first)));
        row = first ? row.bind("state", "ACKNOWLEDGED") : row;
        var note = answer.note();
        row = note == null ? row.bindNull("note", String.class) : row.bind("note", note);
        return Guard.held(row.fetch().rowsUpdated(), result);
    }

    private Mono<Result<RefusalV1>> keepRefusal(
            DatabaseClient sql,
            Caller caller,
            Command command,
            Loaded loaded,
            Result<RefusalV1> result) {
        if (!(result instanceof Result.Created<RefusalV1>(var refusal, _))) {
            return Mono.just(result);
        }
        var row =
                bound(sql.sql(STOP + REFUSAL + Journal.APPEND), caller, command, loaded)
                        .bind("state", "DECLINED")
                        .bind("reason", refusal.reason())
                        .bind("journal", journal.json(AnswerFacts.of(loaded, command, refusal)));
        return Guard.held(row.fetch().rowsUpdated(), result);
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec row, Caller caller, Command command, Loaded loaded) {
        return row.bind("alliance", caller.alliance())
                .bind("contribution", command.contribution())
                .bind("id", command.id())
                .bind("version", loaded.about().version())
                .bind("me", loaded.me().person().value())
                .bind("firm", loaded.me().firm().value())
                .bind("now", loaded.now());
    }
}
