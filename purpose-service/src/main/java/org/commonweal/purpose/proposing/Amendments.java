package org.commonweal.purpose.proposing;

import java.util.Optional;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Discussion;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.ProposalContent;
import org.commonweal.purpose.wire.ProposalAmendedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of saying a proposal in other words. */
@Component
class Amendments {

    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE proposal
                SET title = :title, content = CAST(:content AS jsonb), version = version + 1
                WHERE alliance_id = :alliance AND id = :proposal AND state = 'DIALOGUE'
                  AND version = :version
                RETURNING alliance_id),
            text AS (
                INSERT INTO proposal_text (alliance_id, proposal_id, version, title, content, by, at)
                SELECT alliance_id, :proposal, :text, :title, CAST(:content AS jsonb), :by, app_now()
                FROM kept)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Foundations foundations;
    private final MotionRows motions;
    private final Journal journal;

    Amendments(
            ScopedDatabase database, Foundations foundations, MotionRows motions, Journal journal) {
        this.database = database;
        this.foundations = foundations;
        this.motions = motions;
        this.journal = journal;
    }

    /** Keeps the other words when they are taken; empty when there is no such proposal. */
    Mono<Discussion> amend(AmendProposal.Command command, Function<Found, Discussion> decide) {
        var caller = command.caller();
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        foundations
                                .load(
                                        sql,
                                        caller,
                                        command.id(),
                                        command.hash(),
                                        command.proposal(),
                                        Optional.of(command.wish()))
                                .filter(found -> found.proposal().isPresent())
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Discussion> keep(
            DatabaseClient sql, AmendProposal.Command command, Found found, Discussion amended) {
        if (!(amended instanceof Discussion.Begun)) {
            return Mono.just(amended);
        }
        var present = found.proposal().orElseThrow();
        var proposal = command.proposal().value();
        var said =
                new ProposalAmendedV1(
                        proposal, Dialogues.title(command.wish(), found), present.text() + 1);
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", proposal)
                        .bind("version", present.version())
                        .bind("title", said.title())
                        .bind("text", said.textVersion())
                        .bind("content", motions.json(ProposalContent.of(command.wish())))
                        .bind("by", found.me().person().value())
                        .bind("journal", journal.json(fact(command, found, present, said)))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, amended);
    }

    private static Journal.Entry fact(
            AmendProposal.Command command,
            Found found,
            Found.Proposal present,
            ProposalAmendedV1 said) {
        return new Journal.Entry(
                command.id(),
                ProposalAmendedV1.TYPE,
                command.proposal().value(),
                present.version() + 1,
                found.me().person().value(),
                found.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                said);
    }
}
