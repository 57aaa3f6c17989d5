package org.commonweal.purpose.wording;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Challenging;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.wire.WordingChallengedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of calling words major. */
@Component
class WordingChallenges {

    private static final String LOAD =
            ME
                    + EARLIER
                    + """
                    , f.purpose_id, f.title,
                      f.state = 'OPEN' AND app_now() < f.until_at AS still_open
                    """
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN wording_fix f ON f.alliance_id = me.alliance_id AND f.id = :fix
                    """
                    + WHERE_ME;

    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE wording_fix SET state = 'CHALLENGED', settled_at = app_now(),
                    challenged_by = :by, challenge_reason = :reason
                WHERE alliance_id = :alliance AND id = :fix AND state = 'OPEN'
                  AND app_now() < until_at
                RETURNING alliance_id, id),
            clock AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'wording-window'
                  AND due.subject = kept.id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    WordingChallenges(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** The decision, kept; empty when there are no such words for the caller. */
    Mono<Challenging> keep(ChallengeWording.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .bind("fix", command.fix())
                                .map(row -> found(row, command))
                                .one()
                                .flatMap(found -> kept(sql, command, found)));
    }

    private Mono<Challenging> kept(
            DatabaseClient sql, ChallengeWording.Command command, Found found) {
        if (found.decision() != Challenging.STOPPED) {
            return Mono.just(found.decision());
        }
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("fix", command.fix())
                        .bind("by", found.me().person().value())
                        .bind("reason", command.reason())
                        .bind("journal", fact(command, found))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, found.decision());
    }

    private String fact(ChallengeWording.Command command, Found found) {
        return journal.json(
                new Journal.Entry(
                        command.id(),
                        WordingChallengedV1.TYPE,
                        command.fix(),
                        2,
                        found.me().person().value(),
                        found.me().organization().value(),
                        Audience.EVERYONE,
                        command.hash(),
                        new WordingChallengedV1(command.fix(), found.purpose(), found.title())));
    }

    private static Found found(Readable row, ChallengeWording.Command command) {
        return new Found(
                Standings.member(row),
                Columns.of(row, "purpose_id", UUID.class),
                Columns.of(row, "title", String.class),
                Challenging.decide(
                        Standings.as(row),
                        Standings.earlier(row),
                        Columns.of(row, "still_open", Boolean.class),
                        command.reason()));
    }

    private record Found(Member me, UUID purpose, String title, Challenging decision) {}
}
