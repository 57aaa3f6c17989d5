package org.commonweal.purpose.proposing;

import static org.commonweal.purpose.loading.Bindings.orNull;

import java.util.UUID;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.ProposalContent;
import org.commonweal.purpose.loading.Unchanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a ballot needs in one statement; what it asks of persons is a fact of it, too. Motions
 * differ in what must still be so.
 */
@Component
class OpeningStatements {

    private static final String OF_A_DRAFT =
            """
            moved AS (
                UPDATE purpose SET state = 'PROPOSED', version = version + 1
                FROM still
                WHERE purpose.alliance_id = still.alliance_id AND purpose.id = :purpose
                  AND purpose.state = 'DRAFT' AND purpose.version = :version - 1
                RETURNING purpose.alliance_id),
            """;

    private static final String OF_THE_ACTIVE_PURPOSE =
            """
            moved AS (
                SELECT p.alliance_id FROM still
                JOIN purpose p ON p.alliance_id = still.alliance_id AND p.id = :purpose
                WHERE p.state = 'ACTIVE' AND p.version = :version FOR SHARE OF p),
            """;

    private static final String OF_NOTHING_ELSE = "moved AS (SELECT alliance_id FROM still),\n";

    private static final String AT_ONCE =
            """
            kept AS (
                INSERT INTO proposal (alliance_id, id, kind, matter, purpose_id, title, state, opened_by,
                    opened_by_organization, follows, opens_at, closes_at, rulebook_version, standings_as_of, content, hidden,
                    anonymous)
                SELECT alliance_id, :proposal, :kind, :matter, CAST(:purpose AS uuid), :title, 'OPEN', :by,
                       :organization, CAST(:follows AS uuid), :opens, :closes, :rulebook, :asOf, CAST(:content AS jsonb), :hidden, :anonymous
                FROM moved
                RETURNING alliance_id),
            text AS (
                INSERT INTO proposal_text (alliance_id, proposal_id, version, title, content, by, at)
                SELECT alliance_id, :proposal, 1, :title, CAST(:content AS jsonb), :by, :opens
                FROM kept),
            """;

    private static final String AFTER_ITS_DIALOGUE =
            """
            kept AS (
                UPDATE proposal
                SET state = 'OPEN', title = :title, opens_at = :opens, closes_at = :closes,
                    rulebook_version = :rulebook, standings_as_of = :asOf,
                    content = CAST(:content AS jsonb), hidden = :hidden, anonymous = :anonymous,
                    version = proposal.version + 1
                FROM moved
                WHERE proposal.alliance_id = moved.alliance_id AND proposal.id = :proposal
                  AND proposal.state = 'DIALOGUE' AND proposal.version = :proposalVersion
                  AND proposal.kind = :kind AND proposal.matter = :matter
                  AND proposal.purpose_id IS NOT DISTINCT FROM CAST(:purpose AS uuid)
                RETURNING proposal.alliance_id),
            stale AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'dialogue-stale'
                  AND due.subject = :proposal),
            """;

    private static final String KEEP =
            """
            electors AS (
                INSERT INTO elector (alliance_id, proposal_id, voter_id, organization_id, person_id,
                                     weight, version)
                SELECT kept.alliance_id, :proposal, e.voter_id, e.organization_id, e.person_id,
                       e.weight, 0
                FROM kept CROSS JOIN jsonb_to_recordset(CAST(:electors AS jsonb)) AS e(
                    voter_id uuid, organization_id uuid, person_id uuid, weight int)),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'ballot-closes', :proposal, :closes FROM kept)
            """
                    + OpenNeeds.OPEN
                    + Journal.APPEND;

    private final OpeningFacts facts;
    private final OpenNeeds needs;
    private final MotionRows motions;
    private final JsonMapper json;

    OpeningStatements(OpeningFacts facts, OpenNeeds needs, MotionRows motions, JsonMapper json) {
        this.facts = facts;
        this.needs = needs;
        this.motions = motions;
        this.json = json;
    }

    /** Lacks {@code alliance} and {@code revision}; updates no row when something has changed. */
    GenericExecuteSpec keep(
            DatabaseClient sql, Ballot ballot, Found found, OpenProposal.Command command) {
        var motion = ballot.motion();
        var how = how(command);
        var asked = OpeningFacts.needs(ballot, command.id(), found.held());
        var spec =
                moving(sql, motion, how)
                        .bind("proposal", ballot.id().value())
                        .bind("kind", Kind.of(motion).name())
                        .bind("matter", motion.matter().name())
                        .bind("title", motion.title())
                        .bind("opens", ballot.opensAt())
                        .bind("closes", ballot.closesAt())
                        .bind("rulebook", ballot.rulebook().version())
                        .bind("hidden", ballot.secrecy().hidden())
                        .bind("anonymous", ballot.secrecy().anonymous())
                        .bind("asOf", ballot.electorate().asOf())
                        .bind("content", motions.json(ProposalContent.of(motion)))
                        .bind("electors", json.writeValueAsString(OpeningFacts.electors(ballot)))
                        .bind("needs", needs.json(asked))
                        .bind("journal", facts.of(ballot, found, command, asked));
        var about = orNull(spec, "purpose", OpeningFacts.purpose(motion), UUID.class);
        return from(about, found, command);
    }

    /** Of a new one by whom, and what it goes on from; else what was talked about. */
    private static GenericExecuteSpec from(
            GenericExecuteSpec spec, Found found, OpenProposal.Command command) {
        if (command.wish().isEmpty()) {
            return spec.bind("proposalVersion", found.proposal().orElseThrow().version());
        }
        var me = found.me();
        var by =
                spec.bind("by", me.person().value())
                        .bind("organization", me.organization().value());
        return orNull(by, "follows", OpeningFacts.followed(command), UUID.class);
    }

    private static String how(OpenProposal.Command command) {
        return command.wish().isPresent() ? AT_ONCE : AFTER_ITS_DIALOGUE;
    }

    private static GenericExecuteSpec moving(DatabaseClient sql, Motion motion, String how) {
        return switch (motion) {
            case Motion.RatifyPurpose(var proposed) ->
                    sql.sql(Unchanged.PEOPLE + OF_A_DRAFT + how + KEEP)
                            .bind("version", proposed.version());
            case Motion.RenewPurpose(var active, _, _, _) ->
                    sql.sql(Unchanged.PEOPLE + OF_THE_ACTIVE_PURPOSE + how + KEEP)
                            .bind("version", active.version());
            case Motion.ClosePurpose(var active, _) ->
                    sql.sql(Unchanged.PEOPLE + OF_THE_ACTIVE_PURPOSE + how + KEEP)
                            .bind("version", active.version());
            case Motion.ChangeRules _,
                    Motion.AskQuestion _,
                    Motion.ChangeStage _,
                    Motion.GiveOrder _ ->
                    sql.sql(Unchanged.PEOPLE + OF_NOTHING_ELSE + how + KEEP);
        };
    }
}
