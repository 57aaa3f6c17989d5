package org.commonweal.purpose.proposals;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.domain.Rulebook;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.PeopleRows;
import org.commonweal.purpose.loading.ProposalContent;
import org.commonweal.purpose.loading.ProxyRows;
import org.commonweal.purpose.loading.QuestionResult;
import org.commonweal.purpose.loading.RulebookDocument;
import org.commonweal.purpose.loading.RulebookDocument.RuleDocument;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.VoterRows;
import org.commonweal.purpose.proposals.ProposalResponse.BlockingConcern;
import org.commonweal.purpose.proposals.ProposalResponse.Dialogue;
import org.commonweal.purpose.proposals.ProposalResponse.Elector;
import org.commonweal.purpose.proposals.ProposalResponse.HeldVote;
import org.commonweal.purpose.proposals.ProposalResponse.ProposalText;
import org.commonweal.purpose.proposals.ProposalResponse.Renewal;
import org.commonweal.purpose.proposals.ProposalResponse.RulesProposed;
import org.commonweal.purpose.proposals.ProposalResponse.StageProposed;
import org.commonweal.purpose.proposals.ProposalResponse.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the table {@code proposal} with all that belongs to it. */
@Component
class ProposalRows {

    static final String COLUMNS =
            """
            , b.id, b.version, b.opened_by, b.state, b.matter, b.dialogue_from, b.opens_at,
              b.standings_as_of, p.statement, p.output, p.measure, p.goal,
              CASE WHEN b.kind = 'RENEW_PURPOSE'
                   THEN coalesce(CAST(b.content->>'before' AS date), p.deadline)
                   ELSE coalesce(CAST(b.content->>'deadline' AS date), p.deadline) END AS deadline,
              CAST(b.result AS text) AS result, all_of_it.electorate,
              all_of_it.electors, CASE WHEN b.hidden AND b.state = 'OPEN' THEN NULL
                   ELSE CAST(coalesce(b.tally, running.count) AS text) END AS count,
              voices.firms AS voices, stale.at AS stale_at, voices.blocking,
              CAST(
            """
                    + PeopleRows.FIRMS
                    + """
                          AS int) AS firms,
                      (SELECT max(t.version) FROM proposal_text t
                       WHERE t.alliance_id = b.alliance_id AND t.proposal_id = b.id) AS text_version,
                      holding.held
                    """
                    + SecrecyRows.COLUMNS
                    + OwnBallots.COLUMNS
                    + ExecutionRows.COLUMNS
                    + AftermathRows.COLUMNS
                    + MotionRows.COLUMNS
                    + RulebookRows.COLUMNS;

    /** What is only talked about is decided by the rulebook in force when its ballot opens. */
    static final String JOINS =
            """
            LEFT JOIN purpose p ON p.alliance_id = b.alliance_id AND p.id = b.purpose_id
            """
                    + VoterRows.JOINS
                    + """
                    LEFT JOIN LATERAL (
                        SELECT coalesce(jsonb_agg(jsonb_build_object(
                                   'organization', o.organization_id, 'person', o.person_id,
                                   'weight', round(o.weight / 1000000.0, 6),
                                   'choice', CASE WHEN b.hidden AND b.state = 'OPEN'
                                       THEN NULL ELSE o.choice END,
                                   'reason', CASE WHEN b.hidden AND b.state = 'OPEN'
                                       THEN NULL ELSE o.reason END, 'by', o.cast_by, 'at', o.cast_at,
                                   'leftAt', o.left_at, 'recusedAt', o.recused_at,
                                   'recusal', o.recusal, 'proxy', o.proxy_id, 'split',
                                   CASE WHEN b.hidden AND b.state = 'OPEN'
                                       THEN NULL ELSE o.split END)
                                   ORDER BY o.organization_id, o.voter_id)
                                   FILTER (WHERE o.place <= 500), '[]')::text AS electorate,
                               count(*)::int AS electors,
                               (count(*) FILTER (WHERE o.paper IS NOT NULL))::int AS papers
                        FROM (SELECT elector.*, row_number() OVER (
                                  ORDER BY organization_id, voter_id) AS place
                              FROM elector
                              WHERE elector.alliance_id = b.alliance_id
                                AND elector.proposal_id = b.id) o) all_of_it ON true
                    LEFT JOIN LATERAL (
                        SELECT jsonb_build_object(
                                   'yes', votes(sum(part(o.weight, o.choice, o.split, 'YES')
                                       + part(o.weight, o.choice, o.split, 'MARKED'))),
                                   'no', votes(sum(part(o.weight, o.choice, o.split, 'NO'))),
                                   'abstain', votes(sum(
                                       part(o.weight, o.choice, o.split, 'ABSTAIN'))),
                                   'block', votes(sum(part(o.weight, o.choice, o.split, 'BLOCK'))),
                                   'electorate', votes(sum(o.weight) FILTER (
                                       WHERE o.left_at IS NULL AND o.recused_at IS NULL)))
                                   AS count
                        FROM elector o
                        WHERE o.alliance_id = b.alliance_id AND o.proposal_id = b.id
                          AND b.state = 'OPEN' AND NOT b.hidden) running ON true
                    LEFT JOIN LATERAL (
                        SELECT count(DISTINCT v.organization_id)::int AS firms,
                               coalesce(jsonb_agg(jsonb_build_object('id', v.id,
                                   'person', v.person_id, 'organization', v.organization_id,
                                   'words', v.words) ORDER BY v.at, v.id)
                                   FILTER (WHERE v.blocking AND v.resolved_at IS NULL), '[]')::text
                                   AS blocking
                        FROM voice v
                        WHERE v.alliance_id = b.alliance_id AND v.proposal_id = b.id) voices ON true
                    LEFT JOIN due stale ON stale.alliance_id = b.alliance_id
                         AND stale.kind = 'dialogue-stale' AND stale.subject = b.id
                    LEFT JOIN LATERAL (
                        SELECT CAST(coalesce(jsonb_agg(jsonb_build_object(
                                   'voter', o.voter_id, 'organization', o.organization_id,
                                   'person', o.person_id, 'choice', CASE WHEN b.hidden
                                       AND b.state = 'OPEN' THEN NULL ELSE o.choice END,
                                   'castByItsOwn', o.choice IS NOT NULL AND o.proxy_id IS NULL)
                                   ORDER BY o.voter_id), '[]') AS text) AS held
                    """
                    + ProxyRows.inForce(
                            """
                            JOIN elector o ON o.alliance_id = x.alliance_id
                                 AND o.voter_id = x.voter_id AND o.left_at IS NULL
                                 AND o.recused_at IS NULL\
                            """)
                    + """
                          AND o.proposal_id = b.id AND NOT b.anonymous
                          AND x.holder_id = me.person_id
                          AND (x.proposal_id IS NULL OR x.proposal_id = b.id)) holding ON true
                    """
                    + ExecutionRows.JOIN
                    + AftermathRows.JOIN
                    + SecrecyRows.JOINS;

    private final MotionRows motions;
    private final RulebookRows rulebooks;
    private final OwnBallots ballots;
    private final SecrecyRows secrecy;
    private final AftermathRows afterwards;
    private final JsonMapper json;

    ProposalRows(
            MotionRows motions,
            RulebookRows rulebooks,
            OwnBallots ballots,
            SecrecyRows secrecy,
            AftermathRows afterwards,
            JsonMapper json) {
        this.ballots = ballots;
        this.motions = motions;
        this.rulebooks = rulebooks;
        this.secrecy = secrecy;
        this.afterwards = afterwards;
        this.json = json;
    }

    ProposalResponse proposal(Readable row) {
        var kind = MotionRows.kind(row);
        var content = motions.content(row);
        var rulebook = rulebooks.rulebook(row);
        var matter = Matter.valueOf(Columns.of(row, "matter", String.class));
        return new ProposalResponse(
                Columns.of(row, "id", UUID.class),
                kind,
                matter,
                Columns.of(row, "motion_title", String.class),
                Columns.of(row, "version", Long.class),
                Columns.of(row, "opened_by", UUID.class),
                row.get("purpose_id", UUID.class),
                row.get("purpose_id", UUID.class) == null ? null : text(row),
                kind == Kind.RENEW_PURPOSE ? renewal(content) : null,
                kind == Kind.CLOSE_PURPOSE ? content.words() : null,
                kind == Kind.CHANGE_RULES ? rules(content, rulebook) : null,
                content.question(),
                kind == Kind.CHANGE_STAGE ? stage(content) : null,
                ExecutionRows.ordered(content),
                ExecutionRows.approval(row),
                ExecutionRows.execution(row),
                State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "text_version", Integer.class),
                json.readValue(
                        Columns.of(row, "blocking", String.class),
                        new TypeReference<List<BlockingConcern>>() {}),
                dialogue(row, rulebook.rule(matter)),
                row.get("opens_at", Instant.class),
                row.get("closes_at", Instant.class),
                rulebook.version(),
                RuleDocument.of(matter, rulebook.provision(matter)),
                row.get("standings_as_of", Instant.class),
                json.readValue(
                        Columns.of(row, "electorate", String.class),
                        new TypeReference<List<Elector>>() {}),
                Columns.of(row, "electors", Integer.class),
                secrecy.count(row),
                read(row, "result", QuestionResult.class),
                secrecy.of(row),
                ballots.mine(row),
                json.readValue(
                        Columns.of(row, "held", String.class),
                        new TypeReference<List<HeldVote>>() {}),
                afterwards.aftermath(row));
    }

    private static ProposalText text(Readable row) {
        return new ProposalText(
                row.get("statement", String.class),
                row.get("output", String.class),
                row.get("measure", String.class),
                row.get("deadline", LocalDate.class),
                row.get("goal", String.class));
    }

    private static Renewal renewal(ProposalContent content) {
        return new Renewal(content.before(), there(content.deadline()), there(content.words()));
    }

    private static RulesProposed rules(ProposalContent content, Rulebook present) {
        var change = there(content.change());
        var next = present.changed(change.change(), new ProposalId(new UUID(0, 0)));
        return new RulesProposed(
                change,
                RulebookDocument.of(present),
                RulebookDocument.of(next),
                there(content.words()));
    }

    private static StageProposed stage(ProposalContent content) {
        return new StageProposed(
                content.stageBefore(), there(content.stage()), there(content.words()));
    }

    private static @Nullable Dialogue dialogue(Readable row, Rule rule) {
        var since = row.get("dialogue_from", Instant.class);
        if (since == null) {
            return null;
        }
        var deliberation = rule.deliberation();
        Duration minimum = deliberation.minimum();
        return new Dialogue(
                since,
                since.plus(minimum),
                Columns.of(row, "voices", Integer.class),
                deliberation.voicesOf(Columns.of(row, "firms", Integer.class)),
                row.get("stale_at", Instant.class));
    }

    private <T> @Nullable T read(Readable row, String column, Class<T> type) {
        var text = row.get(column, String.class);
        return text == null ? null : json.readValue(text, type);
    }

    private static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, "each kind has its content");
    }
}
