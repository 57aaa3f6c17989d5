package org.commonweal.purpose.proposing;

import java.util.Optional;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Approving;
import org.commonweal.purpose.executing.Executions;
import org.commonweal.purpose.loading.Unchanged;
import org.commonweal.purpose.wire.DecisionAdoptedV1;
import org.commonweal.purpose.wire.ProposalApprovedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Proposals that the sponsor decides alone: the SQL. */
@Component
class Approvals {

    private static final String APPROVE =
            Unchanged.PEOPLE
                    + """
                    kept AS (
                        UPDATE proposal SET state = 'ADOPTED', approved_by = :by,
                            approved_by_organization = :organization, approved_at = app_now(),
                            rulebook_version = :rulebook, version = proposal.version + 1
                        FROM still
                        WHERE proposal.alliance_id = still.alliance_id AND proposal.id = :proposal
                          AND proposal.state = 'DIALOGUE' AND proposal.version = :version
                        RETURNING proposal.alliance_id, proposal.id),
                    stale AS (
                        DELETE FROM due USING kept
                        WHERE due.alliance_id = kept.alliance_id AND due.kind = 'dialogue-stale'
                          AND due.subject = :proposal)
                    """
                    + Executions.AWAIT
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Foundations foundations;
    private final Journal journal;

    Approvals(ScopedDatabase database, Foundations foundations, Journal journal) {
        this.database = database;
        this.foundations = foundations;
        this.journal = journal;
    }

    /** Keeps it when it is approved; empty without standing, and when there is no proposal. */
    Mono<ApproveProposal.Outcome> approve(
            ApproveProposal.Command command, Function<Found, ApproveProposal.Outcome> decide) {
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
                                        Optional.empty())
                                .filter(found -> found.proposal().isPresent())
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<ApproveProposal.Outcome> keep(
            DatabaseClient sql,
            ApproveProposal.Command command,
            Found found,
            ApproveProposal.Outcome outcome) {
        return outcome instanceof ApproveProposal.Outcome.Decided(Approving.Approved approved)
                ? Guard.held(
                        sql.sql(APPROVE)
                                .bind("alliance", command.caller().alliance())
                                .bind("revision", found.revision())
                                .bind("proposal", command.proposal().value())
                                .bind("by", found.me().person().value())
                                .bind("organization", found.me().organization().value())
                                .bind("rulebook", found.circumstances().rulebook().version())
                                .bind("version", found.proposal().orElseThrow().version())
                                .bind(
                                        "journal",
                                        journal.json(
                                                told(command, found, approved),
                                                adopted(command, found, approved)))
                                .fetch()
                                .rowsUpdated(),
                        outcome)
                : Mono.just(outcome);
    }

    private static Journal.Entry told(
            ApproveProposal.Command command, Found found, Approving.Approved approved) {
        return new Journal.Entry(
                command.id(),
                ProposalApprovedV1.TYPE,
                command.proposal().value(),
                found.proposal().orElseThrow().version() + 1,
                found.me().person().value(),
                found.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                new ProposalApprovedV1(
                        command.proposal().value(),
                        approved.title(),
                        found.me().organization().value(),
                        found.circumstances().rulebook().version()));
    }

    private static Journal.Entry adopted(
            ApproveProposal.Command command, Found found, Approving.Approved approved) {
        return Executions.adopted(
                command.proposal().value(),
                found.circumstances().now(),
                DecisionAdoptedV1.of(
                        command.proposal().value(),
                        found.circumstances().rulebook().version(),
                        approved.title(),
                        approved.order(),
                        approved.reason()));
    }
}
