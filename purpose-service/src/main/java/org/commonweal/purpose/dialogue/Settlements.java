package org.commonweal.purpose.dialogue;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Speaking;
import org.commonweal.purpose.wire.ConcernResolvedV1;
import org.commonweal.purpose.wire.ProposalWithdrawnV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what becomes of a concern, and of a proposal that is taken back. */
@Component
class Settlements {

    private static final String RESOLVE =
            """
            WITH talk AS (
                SELECT alliance_id, id FROM proposal
                WHERE alliance_id = :alliance AND id = :proposal AND state = 'DIALOGUE' FOR SHARE),
            kept AS (
                UPDATE voice
                SET resolved_at = CASE WHEN :resolved THEN coalesce(resolved_at, app_now()) END
                FROM talk
                WHERE voice.alliance_id = talk.alliance_id AND voice.proposal_id = talk.id
                  AND voice.id = :concern AND voice.kind = 'CONCERN'
                RETURNING voice.alliance_id)\
            """
                    + Journal.APPEND;

    private static final String WITHDRAW =
            """
            WITH kept AS (
                UPDATE proposal SET state = 'WITHDRAWN', version = version + 1
                WHERE alliance_id = :alliance AND id = :proposal AND state = 'DIALOGUE'
                  AND version = :version
                RETURNING alliance_id),
            stale AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'dialogue-stale'
                  AND due.subject = :proposal)\
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Settlements(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps what the concern's author says; empty when there is no such proposal. */
    Mono<Speaking> settle(SettleConcern.Command command, Function<Heard, Speaking> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Talks.load(
                                        sql,
                                        command.caller(),
                                        command.id(),
                                        command.hash(),
                                        command.proposal(),
                                        Optional.of(command.concern()))
                                .flatMap(heard ->
                                        resolved(sql, command, heard, decide.apply(heard))));
    }

    private Mono<Speaking> resolved(
            DatabaseClient sql, SettleConcern.Command command, Heard heard, Speaking speaking) {
        if (!(speaking instanceof Speaking.Spoken)) {
            return Mono.just(speaking);
        }
        var proposal = command.proposal().value();
        var said =
                new ConcernResolvedV1(
                        proposal, command.concern(), heard.title(), command.resolved());
        var fact = new Fact(ConcernResolvedV1.TYPE, heard.version(), said);
        var rows =
                sql.sql(RESOLVE)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", proposal)
                        .bind("concern", command.concern())
                        .bind("resolved", command.resolved())
                        .bind(
                                "journal",
                                journal.json(
                                        fact.entry(command.id(), proposal, heard, command.hash())))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, speaking);
    }

    /** Ends the dialogue when it is taken back; empty when there is no such proposal. */
    Mono<Speaking> withdraw(WithdrawProposal.Command command, Function<Heard, Speaking> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Talks.load(
                                        sql,
                                        command.caller(),
                                        command.id(),
                                        command.hash(),
                                        command.proposal(),
                                        Optional.empty())
                                .flatMap(heard ->
                                        withdrawn(sql, command, heard, decide.apply(heard))));
    }

    private Mono<Speaking> withdrawn(
            DatabaseClient sql, WithdrawProposal.Command command, Heard heard, Speaking speaking) {
        if (!(speaking instanceof Speaking.Spoken)) {
            return Mono.just(speaking);
        }
        var proposal = command.proposal().value();
        var said = new ProposalWithdrawnV1(proposal, heard.title());
        var fact = new Fact(ProposalWithdrawnV1.TYPE, heard.version() + 1, said);
        var rows =
                sql.sql(WITHDRAW)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", proposal)
                        .bind("version", heard.version())
                        .bind(
                                "journal",
                                journal.json(
                                        fact.entry(command.id(), proposal, heard, command.hash())))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, speaking);
    }

    /** What is said of a proposal by whoever did it. */
    private record Fact(String type, long version, Object said) {

        Journal.Entry entry(UUID command, UUID proposal, Heard heard, String hash) {
            return new Journal.Entry(
                    command,
                    type,
                    proposal,
                    version,
                    heard.me().person().value(),
                    heard.me().organization().value(),
                    Audience.EVERYONE,
                    hash,
                    said);
        }
    }
}
