package org.commonweal.membership.merging;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.domain.Merger;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.wire.MergerChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an answer to a merger rests on, and answers by which nothing merges: the SQL. */
@Component
class MergerAnswers {

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, own.administrator, v.from_id, v.into_id,
                   v.state, v.expires_at, v.version, %s <= coalesce(%s, %s) AS seats,
                   encode(j.request_hash, 'hex') AS earlier
            %s
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
                 AND own.administrator
            JOIN merger v ON v.alliance_id = me.alliance_id AND v.id = :merger
                 AND me.organization_id IN (v.from_id, v.into_id)
            JOIN organization a ON a.alliance_id = v.alliance_id AND a.id = v.from_id
            JOIN organization o ON o.alliance_id = v.alliance_id AND o.id = v.into_id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(
                            EffectColumns.SEATS_NEEDED,
                            EffectColumns.SEATS_FREE,
                            EffectColumns.SEATS_NEEDED,
                            FirmColumns.COLUMNS);

    private static final String END =
            """
            WITH kept AS (
                UPDATE merger SET state = :state, answered_by = :by, answered_at = app_now(),
                    version = version + 1
                WHERE alliance_id = :alliance AND id = :merger AND version = :version
                RETURNING alliance_id)\
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    MergerAnswers(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty for everybody but the administrators of both firms. */
    Mono<Situation> situation(AnswerMerger.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("merger", command.merger())
                                .map(row -> situation(row))
                                .one());
    }

    private static Situation situation(Readable row) {
        var from = Columns.of(row, "from_id", UUID.class);
        var into = Columns.of(row, "into_id", UUID.class);
        return new Situation(
                Columns.of(row, "person_id", UUID.class),
                new Body.Official(
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "administrator", Boolean.class)),
                new Merger(
                        new OrganizationId(from),
                        new OrganizationId(into),
                        Merger.State.valueOf(Columns.of(row, "state", String.class)),
                        Columns.of(row, "expires_at", Instant.class)),
                FirmColumns.from(row, from),
                FirmColumns.into(row, into),
                Columns.of(row, "seats", Boolean.class),
                FirmColumns.administrators(row),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** Declined or taken back: nothing merges. False when it was answered meanwhile. */
    Mono<Boolean> end(AnswerMerger.Command command, Situation now, Merger.State state) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(END + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("merger", command.merger())
                                .bind("state", state.name())
                                .bind("by", now.person())
                                .bind("version", now.version())
                                .bind("journal", journal.json(ended(command, now, state)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static Journal.Entry ended(
            AnswerMerger.Command command, Situation now, Merger.State state) {
        return new Journal.Entry(
                command.key(),
                MergerChangedV1.TYPE,
                command.merger(),
                now.version() + 1,
                now.person(),
                now.by().organization().value(),
                new Audience.Persons(now.administrators()),
                command.requestHash(),
                new MergerChangedV1(
                        command.merger(),
                        now.merger().from().value(),
                        now.merger().into().value(),
                        state.name(),
                        now.from().people(),
                        now.version() + 1));
    }

    /**
     * @param seats whether the firm that takes the people in has one for each who needs one
     * @param administrators of both firms
     */
    record Situation(
            UUID person,
            Body.Official by,
            Merger merger,
            Merger.Firm from,
            Merger.Firm into,
            boolean seats,
            List<UUID> administrators,
            long version,
            @Nullable String earlierHash) {

        Merger.Ruling accept(long people, Instant now) {
            return merger.accept(by, into, from, people, seats, now);
        }
    }
}
