package org.commonweal.purpose.proposals;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.loading.CharterRows;
import org.commonweal.purpose.loading.CharterTerms;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.proposals.ProposalResponse.CharterChange;
import org.commonweal.purpose.proposals.ProposalResponse.Elector;
import org.commonweal.purpose.proposals.ProposalResponse.MyBallot;
import org.commonweal.purpose.proposals.ProposalResponse.Obstacle;
import org.commonweal.purpose.proposals.ProposalResponse.ProposalText;
import org.commonweal.purpose.proposals.ProposalResponse.Renewal;
import org.commonweal.purpose.proposals.ProposalResponse.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading ballots. */
@Component
public class Proposals {

    private static final String COLUMNS =
            """
            , b.id, b.purpose_id, b.state, b.opens_at, b.closes_at, b.standings_as_of,
              p.statement, p.output, p.measure, p.goal,
              coalesce(b.deadline_before, b.deadline, p.deadline) AS deadline, e.electorate
            """
                    + MotionRows.COLUMNS
                    + CharterRows.COLUMNS;

    private static final String PURPOSE_AND_ELECTORATE =
            """
            LEFT JOIN charter c ON c.alliance_id = b.alliance_id AND c.version = b.charter_version
            LEFT JOIN purpose p ON p.alliance_id = b.alliance_id AND p.id = b.purpose_id
            LEFT JOIN LATERAL (
                SELECT jsonb_agg(jsonb_build_object('organization', e.organization_id,
                           'choice', e.choice, 'by', e.cast_by, 'at', e.cast_at,
                           'leftAt', e.left_at)
                           ORDER BY e.organization_id)::text AS electorate
                FROM elector e
                WHERE e.alliance_id = b.alliance_id AND e.proposal_id = b.id) e ON true
            """;

    private final ScopedDatabase database;
    private final JsonMapper json;

    Proposals(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One ballot; empty when there is none that the caller may see. */
    public Mono<ProposalResponse> one(Caller caller, UUID proposal) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + COLUMNS
                                                        + FROM_ME
                                                        + """
                                                        JOIN proposal b
                                                        ON b.alliance_id = me.alliance_id
                                                           AND b.id = :proposal
                                                        """
                                                        + PURPOSE_AND_ELECTORATE
                                                        + WHERE_ME),
                                        caller)
                                .bind("proposal", proposal)
                                .map(this::proposal)
                                .one());
    }

    /**
     * The newest ballots below {@code before}, one more than {@code limit} if there are so many;
     * empty when the caller has no standing.
     */
    Mono<List<ProposalResponse>> page(Caller caller, UUID before, int limit) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + COLUMNS
                                                        + FROM_ME
                                                        + """
                                                        LEFT JOIN proposal b
                                                        ON b.alliance_id = me.alliance_id
                                                           AND b.id < :before
                                                        """
                                                        + PURPOSE_AND_ELECTORATE
                                                        + WHERE_ME
                                                        + "ORDER BY b.id DESC LIMIT :most"),
                                        caller)
                                .bind("before", before)
                                .bind("most", limit + 1)
                                .map(this::ifAny)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList()));
    }

    private Optional<ProposalResponse> ifAny(Readable row) {
        return row.get("id", UUID.class) == null ? Optional.empty() : Optional.of(proposal(row));
    }

    private ProposalResponse proposal(Readable row) {
        var electorate =
                json.readValue(
                        Columns.of(row, "electorate", String.class),
                        new TypeReference<List<Elector>>() {});
        var choices = electorate.stream().map(Elector::choice).toList();
        var kind = Kind.valueOf(Columns.of(row, "kind", String.class));
        var rule = CharterRows.charter(row).terms().rule();
        return new ProposalResponse(
                Columns.of(row, "id", UUID.class),
                kind,
                Columns.of(row, "motion_title", String.class),
                row.get("purpose_id", UUID.class),
                kind == Kind.CHANGE_CHARTER ? null : text(row),
                kind == Kind.RENEW_PURPOSE ? renewal(row) : null,
                kind == Kind.CLOSE_PURPOSE ? words(row) : null,
                kind == Kind.CHANGE_CHARTER ? change(row) : null,
                State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "opens_at", Instant.class),
                Columns.of(row, "closes_at", Instant.class),
                Columns.of(row, "charter_version", Long.class),
                rule.quorumPerMillion(),
                rule.thresholdPerMillion(),
                Columns.of(row, "standings_as_of", Instant.class),
                electorate,
                Collections.frequency(choices, Choice.YES),
                Collections.frequency(choices, Choice.NO),
                Collections.frequency(choices, Choice.ABSTAIN),
                mine(row, electorate));
    }

    private static ProposalText text(Readable row) {
        return new ProposalText(
                row.get("statement", String.class),
                row.get("output", String.class),
                row.get("measure", String.class),
                row.get("deadline", LocalDate.class),
                row.get("goal", String.class));
    }

    private static Renewal renewal(Readable row) {
        return new Renewal(
                Columns.of(row, "deadline_before", LocalDate.class),
                Columns.of(row, "new_deadline", LocalDate.class),
                words(row));
    }

    private static CharterChange change(Readable row) {
        return new CharterChange(
                CharterTerms.of(CharterRows.charter(row).terms()),
                CharterTerms.of(CharterRows.proposed(row)),
                words(row));
    }

    private static String words(Readable row) {
        return Columns.of(row, "words", String.class);
    }

    private static MyBallot mine(Readable row, List<Elector> electorate) {
        var me = Standings.member(row);
        var firm = firm(me, electorate);
        var voter = new Casting.Voter(me.delegate(), firm.isPresent());
        var obstacle =
                Casting.obstacle(
                        voter, Columns.of(row, "closes_at", Instant.class), Standings.now(row));
        return new MyBallot(
                obstacle.isEmpty(),
                firm.map(Elector::choice).orElse(null),
                obstacle.map(Proposals::why).orElse(null));
    }

    private static Optional<Elector> firm(Member me, List<Elector> electorate) {
        return electorate.stream()
                .filter(elector -> elector.organization().equals(me.organization().value()))
                .filter(elector -> elector.leftAt() == null)
                .findFirst();
    }

    private static @Nullable Obstacle why(Casting.Refusal obstacle) {
        return switch (obstacle) {
            case NOT_A_DELEGATE -> Obstacle.NOT_A_DELEGATE;
            case NOT_IN_ELECTORATE -> Obstacle.NOT_IN_ELECTORATE;
            case BALLOT_CLOSED -> Obstacle.BALLOT_CLOSED;
            case ID_TAKEN -> null;
        };
    }
}
