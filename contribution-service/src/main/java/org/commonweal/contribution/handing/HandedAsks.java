package org.commonweal.contribution.handing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.contribution.domain.HandingOver;
import org.commonweal.contribution.domain.Member;
import org.commonweal.contribution.handing.HandOverAsk.Command;
import org.commonweal.contribution.handing.HandOverAsk.Result;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.reading.ContributionRows;
import org.commonweal.contribution.reading.Visible;
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

/** Asks that pass from one person to another: the SQL. */
@Component
class HandedAsks {

    private static final String LOAD =
            """
            SELECT me.person_id AS my_id, me.organization_id AS my_organization_id,
                encode(j.request_hash, 'hex') AS request_hash, c.title, c.state, c.author_id,
                c.organization_id, c.acknowledge_by, c.version, mine.id AS need_id,
                their.person_id AS their_id, their.organization_id AS their_organization_id,
                EXISTS (SELECT FROM need n
                    WHERE n.alliance_id = c.alliance_id AND n.link_id = c.id
                      AND n.service = 'contribution' AND n.closed_at IS NULL
                      AND n.person_id = their.person_id) AS their_ask
            FROM standing me
            JOIN contribution c ON c.alliance_id = me.alliance_id AND c.id = :contribution
            LEFT JOIN LATERAL (
                SELECT n.id FROM need n
                WHERE n.alliance_id = c.alliance_id AND n.link_id = c.id
                  AND n.person_id = me.person_id AND n.service = 'contribution'
                  AND n.closed_at IS NULL LIMIT 1) mine ON true
            LEFT JOIN LATERAL (
                SELECT s.person_id, s.organization_id FROM standing s
                WHERE s.alliance_id = c.alliance_id AND s.person_id = :person
                  AND s.person_id <> me.person_id AND s.state = 'ACTIVE'
                  AND s.class IN ('MEMBER', 'EXPERT')
                ORDER BY s.organization_id = c.organization_id DESC LIMIT 1) their ON true
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND\
            """
                    + Visible.TO_ME;

    /** As of a history, who has handed it over stands in the contribution, the last twenty. */
    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE contribution SET version = version + 1,
                    handled_by = CASE WHEN jsonb_array_length(handled_by) < 20 THEN handled_by
                        ELSE handled_by - 0 END
                        || jsonb_build_array(jsonb_build_object('person', CAST(:me AS uuid),
                            'organization', CAST(:firm AS uuid)))
                WHERE alliance_id = :alliance AND id = :contribution AND version = :version
                  AND state = 'OPEN'
                RETURNING alliance_id),
            handed AS (
                UPDATE need SET closed_at = app_now() FROM kept
                WHERE need.alliance_id = kept.alliance_id AND need.id = :need
                  AND need.closed_at IS NULL),
            """
                    + NeedFacts.OPEN
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;

    HandedAsks(ScopedDatabase database, Journal journal, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /** The result, kept; empty without a standing or a contribution. */
    Mono<Result> handOver(Caller caller, Command command, Function<Loaded, Result> decide) {
        return Guard.twice(
                database.inAlliance(
                        caller.alliance(),
                        sql ->
                                caller.bind(sql.sql(LOAD))
                                        .bind("contribution", command.contribution())
                                        .bind("id", command.id())
                                        .bind("person", command.person())
                                        .map(row -> loaded(row))
                                        .one()
                                        .flatMap(now ->
                                                keep(
                                                        sql,
                                                        caller,
                                                        command,
                                                        now,
                                                        decide.apply(now)))));
    }

    private static Loaded loaded(Readable row) {
        var open = Columns.of(row, "state", String.class).equals("OPEN");
        var need = row.get("need_id", UUID.class);
        return new Loaded(
                ContributionRows.member(row, "my_id", "my_organization_id").orElseThrow(),
                row.get("request_hash", String.class),
                Columns.of(row, "title", String.class),
                row.get("acknowledge_by", Instant.class),
                Columns.of(row, "version", Long.class),
                need,
                new HandingOver(
                        open ? Optional.of(ContributionRows.author(row)) : Optional.empty(),
                        need != null,
                        ContributionRows.member(row, "their_id", "their_organization_id"),
                        Columns.of(row, "their_ask", Boolean.class)));
    }

    private Mono<Result> keep(
            DatabaseClient sql, Caller caller, Command command, Loaded now, Result result) {
        var need = now.need();
        var due = now.acknowledgeBy();
        if (!(result instanceof Result.HandedOver) || need == null || due == null) {
            return Mono.just(result);
        }
        var opened = HandOverFacts.opened(command, now, due);
        return Guard.held(
                sql.sql(KEEP)
                        .bind("alliance", caller.alliance())
                        .bind("contribution", command.contribution())
                        .bind("version", now.version())
                        .bind("me", now.me().person().value())
                        .bind("firm", now.me().firm().value())
                        .bind("need", need)
                        .bind("needs", json.writeValueAsString(List.of(opened)))
                        .bind("journal", journal.json(HandOverFacts.of(command, now, need, opened)))
                        .fetch()
                        .rowsUpdated(),
                result);
    }

    /**
     * What a decision rests on.
     *
     * @param requestHash of the earlier command with this id
     * @param need by which it is asked of the caller
     */
    record Loaded(
            Member me,
            @Nullable String requestHash,
            String title,
            @Nullable Instant acknowledgeBy,
            long version,
            @Nullable UUID need,
            HandingOver handing) {}
}
