package org.commonweal.purpose.wording;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeText;
import org.commonweal.purpose.domain.Rewording;
import org.commonweal.purpose.loading.PurposeRows;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wire.WordingProposedV1;
import org.commonweal.purpose.wording.ProposeWording.Known;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of proposing other words: read once, let the decision be made, write once. */
@Component
class ProposedWordings {

    private static final String LOAD =
            ME
                    + EARLIER
                    + PurposeRows.COLUMNS
                    + """
                    , coalesce((SELECT max(x.version) FROM purpose_text x
                        WHERE x.alliance_id = p.alliance_id AND x.purpose_id = p.id), 1)
                        AS text_version,
                      EXISTS (SELECT FROM wording_fix f WHERE f.alliance_id = p.alliance_id
                        AND f.purpose_id = p.id AND f.state = 'OPEN') AS fix_open
                    """
                    + RulebookRows.THRESHOLDS
                    + FROM_ME_AND_EARLIER
                    + """
                    LEFT JOIN purpose p ON p.alliance_id = me.alliance_id AND p.state = 'ACTIVE'
                    """
                    + WHERE_ME;

    /** What was ratified is kept as the first version before anything follows it. */
    private static final String KEEP =
            """
            WITH first AS (
                INSERT INTO purpose_text (alliance_id, purpose_id, version, title, statement,
                    output, measure, goal, since)
                SELECT alliance_id, id, 1, title, statement, output, measure, goal, ratified_at
                FROM purpose
                WHERE alliance_id = :alliance AND id = :purpose AND state = 'ACTIVE'
                ON CONFLICT DO NOTHING),
            kept AS (
                INSERT INTO wording_fix (alliance_id, id, purpose_id, follows, title, statement,
                    output, measure, goal, reason, proposed_by, proposed_at, until_at, state)
                SELECT alliance_id, :id, id, :follows, :title, :statement, :output, :measure,
                    :goal, :reason, :by, :now, :until, 'OPEN'
                FROM purpose
                WHERE alliance_id = :alliance AND id = :purpose AND state = 'ACTIVE'
                  AND version = :version
                RETURNING alliance_id),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'wording-window', :id, :until FROM kept)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final Journal journal;

    ProposedWordings(ScopedDatabase database, RulebookRows rulebooks, Journal journal) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.journal = journal;
    }

    /** Keeps what is proposed; empty when the caller has no standing. */
    Mono<Rewording> keep(ProposeWording.Command command, Function<Known, Rewording> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .map(this::known)
                                .one()
                                .flatMap(known -> kept(sql, command, known, decide.apply(known))));
    }

    private Mono<Rewording> kept(
            DatabaseClient sql, ProposeWording.Command command, Known known, Rewording decision) {
        if (!(decision instanceof Rewording.Proposed(PurposeText text))) {
            return Mono.just(decision);
        }
        var purpose = known.active().orElseThrow();
        var spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("purpose", purpose.id().value())
                        .bind("version", purpose.version())
                        .bind("id", command.id())
                        .bind("follows", known.textVersion())
                        .bind("title", text.title())
                        .bind("reason", String.valueOf(command.change().getReason()))
                        .bind("by", known.me().person().value())
                        .bind("now", known.now())
                        .bind("until", known.until())
                        .bind("journal", fact(command, known, purpose, text));
        spec = orNull(spec, "statement", text.statement(), String.class);
        spec = orNull(spec, "output", text.output(), String.class);
        spec = orNull(spec, "measure", text.measure(), String.class);
        spec = orNull(spec, "goal", text.goal(), String.class);
        return Guard.held(spec.fetch().rowsUpdated(), decision);
    }

    private String fact(
            ProposeWording.Command command, Known known, Purpose purpose, PurposeText text) {
        return journal.json(
                new Journal.Entry(
                        command.id(),
                        WordingProposedV1.TYPE,
                        command.id(),
                        1,
                        known.me().person().value(),
                        known.me().organization().value(),
                        Audience.EVERYONE,
                        command.hash(),
                        new WordingProposedV1(
                                command.id(), purpose.id().value(), text.title(), known.until())));
    }

    private Known known(Readable row) {
        var active =
                Optional.ofNullable(row.get("id", UUID.class)).map(_ -> PurposeRows.purpose(row));
        return new Known(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                Standings.now(row),
                active,
                Columns.of(row, "text_version", Integer.class),
                Columns.of(row, "fix_open", Boolean.class),
                rulebooks.thresholds(row).wordingWindow());
    }
}
