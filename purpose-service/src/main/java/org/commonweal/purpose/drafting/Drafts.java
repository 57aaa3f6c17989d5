package org.commonweal.purpose.drafting;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Beginning;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeText;
import org.commonweal.purpose.domain.Revision;
import org.commonweal.purpose.loading.PurposeRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wire.DraftedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of writing drafts: read once, let the decision be made, write once. */
@Component
class Drafts {

    /** Whoever talks about the draft talks about other words now. */
    private static final String TALKED_ABOUT =
            """
            talk AS (
                UPDATE proposal SET title = kept.title
                FROM kept
                WHERE proposal.alliance_id = kept.alliance_id AND proposal.purpose_id = kept.id
                  AND proposal.kind = 'RATIFY_PURPOSE' AND proposal.state = 'DIALOGUE'
                RETURNING proposal.alliance_id, proposal.id),
            text AS (
                INSERT INTO proposal_text (alliance_id, proposal_id, version, title, content, by, at)
                SELECT talk.alliance_id, talk.id, 1 + (
                           SELECT max(t.version) FROM proposal_text t
                           WHERE t.alliance_id = talk.alliance_id AND t.proposal_id = talk.id),
                       kept.title, jsonb_strip_nulls(jsonb_build_object(
                           'statement', kept.statement, 'output', kept.output,
                           'measure', kept.measure, 'deadline', kept.deadline,
                           'goal', kept.goal)), :by, app_now()
                FROM talk CROSS JOIN kept)
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    Drafts(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps a new draft unless the id is known; empty when the caller has no standing. */
    Mono<Beginning> begin(DraftPurpose.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(ME + EARLIER + FROM_ME_AND_EARLIER + WHERE_ME),
                                        command.caller(),
                                        command.purpose().value(),
                                        command.hash())
                                .map(row ->
                                        new Asked(
                                                Standings.member(row),
                                                Beginning.decide(
                                                        Standings.as(row), Standings.earlier(row))))
                                .one()
                                .flatMap(asked -> begun(sql, command, asked)));
    }

    private Mono<Beginning> begun(DatabaseClient sql, DraftPurpose.Command command, Asked asked) {
        if (asked.beginning() != Beginning.BEGUN) {
            return Mono.just(asked.beginning());
        }
        var draft = command.draft();
        var rows =
                text(
                                sql.sql(
                                        """
                                        WITH kept AS (
                                            INSERT INTO purpose (alliance_id, id, version, state, title,
                                                statement, output, measure, deadline, goal,
                                                drafted_by, drafted_at)
                                            VALUES (:alliance, :id, 1, 'DRAFT', :title, :statement,
                                                :output, :measure, :deadline, :goal, :by, app_now())
                                            RETURNING alliance_id)\
                                        """
                                                + Journal.APPEND),
                                draft.text())
                        .bind("alliance", command.caller().alliance())
                        .bind("id", draft.id().value())
                        .bind("by", asked.me().person().value())
                        .bind(
                                "journal",
                                drafted(draft.id().value(), draft, asked.me(), command.hash()))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, asked.beginning());
    }

    /**
     * Loads the purpose and keeps the revision that is decided; empty when there is no such one.
     */
    Mono<Revision> revise(
            ReviseDraft.Command command, Function<ReviseDraft.Known, Revision> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + EARLIER
                                                        + PurposeRows.COLUMNS
                                                        + FROM_ME_AND_EARLIER
                                                        + """
                                                        JOIN purpose p ON p.alliance_id = me.alliance_id
                                                             AND p.id = :purpose
                                                        """
                                                        + WHERE_ME),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .bind("purpose", command.purpose().value())
                                .map(row ->
                                        new Found(Standings.member(row), decide.apply(known(row))))
                                .one()
                                .flatMap(found -> revised(sql, command, found)));
    }

    private static ReviseDraft.Known known(Readable row) {
        return new ReviseDraft.Known(
                Standings.as(row), Standings.earlier(row), PurposeRows.purpose(row));
    }

    private Mono<Revision> revised(DatabaseClient sql, ReviseDraft.Command command, Found found) {
        if (!(found.revision() instanceof Revision.Revised(Purpose.Draft draft))) {
            return Mono.just(found.revision());
        }
        var rows =
                text(
                                sql.sql(
                                        """
                                        WITH kept AS (
                                            UPDATE purpose
                                            SET version = :version, title = :title,
                                                statement = :statement, output = :output,
                                                measure = :measure, deadline = :deadline, goal = :goal
                                            WHERE alliance_id = :alliance AND id = :id
                                              AND state = 'DRAFT' AND version = :version - 1
                                            RETURNING purpose.*),
                                        """
                                                + TALKED_ABOUT
                                                + Journal.APPEND),
                                draft.text())
                        .bind("alliance", command.caller().alliance())
                        .bind("id", draft.id().value())
                        .bind("version", draft.version())
                        .bind("by", found.me().person().value())
                        .bind("journal", drafted(command.id(), draft, found.me(), command.hash()))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, found.revision());
    }

    private String drafted(UUID command, Purpose.Draft draft, Member by, String hash) {
        return journal.json(
                new Journal.Entry(
                        command,
                        DraftedV1.TYPE,
                        draft.id().value(),
                        draft.version(),
                        by.person().value(),
                        by.organization().value(),
                        Audience.EVERYONE,
                        hash,
                        new DraftedV1(draft.id().value(), draft.text().title(), draft.version())));
    }

    private static GenericExecuteSpec text(GenericExecuteSpec spec, PurposeText text) {
        var bound = spec.bind("title", text.title());
        bound = orNull(bound, "statement", text.statement(), String.class);
        bound = orNull(bound, "output", text.output(), String.class);
        bound = orNull(bound, "measure", text.measure(), String.class);
        bound = orNull(bound, "deadline", text.deadline(), LocalDate.class);
        return orNull(bound, "goal", text.goal(), String.class);
    }

    private record Asked(Member me, Beginning beginning) {}

    private record Found(Member me, Revision revision) {}
}
