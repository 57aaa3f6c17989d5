package org.commonweal.recognition.thanking;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Keyset;
import org.commonweal.platform.web.Page;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.PersonId;
import org.commonweal.recognition.domain.ThankYou;
import org.commonweal.recognition.domain.ThankYou.Giver;
import org.commonweal.recognition.domain.ThankYou.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Thanks: the SQL. */
@Component
class ThankYous {

    private static final String LOAD =
            """
            SELECT me.person_id AS giver, me.organization_id AS giver_organization,
                   c.id AS work, c.title, c.author_id, encode(j.request_hash, 'hex') AS request_hash
            FROM standing me
            LEFT JOIN contribution c ON c.alliance_id = me.alliance_id AND c.id = :contribution
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            """;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO thank_you (alliance_id, id, contribution_id, from_id,
                    from_organization_id, to_id, text, at)
                VALUES (:alliance, :id, :contribution, :from, :organization, :to, :text, app_now())
                ON CONFLICT DO NOTHING RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private static final String ONE =
            """
            SELECT t.*, c.title
            FROM standing me
            JOIN thank_you t ON t.alliance_id = me.alliance_id AND t.id = :id
            JOIN contribution c ON c.alliance_id = t.alliance_id AND c.id = t.contribution_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            """;

    private static final String SEEN =
            """
            SELECT t.*, c.title
            FROM standing me
            LEFT JOIN LATERAL (
                SELECT * FROM thank_you t
                WHERE t.alliance_id = me.alliance_id AND (t.at, t.id) < (:at, :after)
            """;

    private static final String SEEN_IN_ORDER =
            """
                ORDER BY t.at DESC, t.id DESC LIMIT :rows) t ON true
            LEFT JOIN contribution c ON c.alliance_id = t.alliance_id AND c.id = t.contribution_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            ORDER BY t.at DESC, t.id DESC
            """;

    private final ScopedDatabase database;
    private final Journal journal;
    private final Cursors cursors;

    ThankYous(ScopedDatabase database, Journal journal, Cursors cursors) {
        this.database = database;
        this.journal = journal;
        this.cursors = cursors;
    }

    /** Empty without standing. */
    Mono<Known> load(GiveThanks.Command command) {
        var caller = command.caller();
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(LOAD))
                                .bind("id", command.id().value())
                                .bind("contribution", command.contribution().value())
                                .map(Known::of)
                                .one());
    }

    /** Fails when somebody used the id meanwhile. */
    Mono<ThankYou> keep(GiveThanks.Command command, ThankYou thankYou) {
        var alliance = command.caller().alliance();
        return database.inAlliance(
                alliance,
                sql ->
                        Guard.held(
                                sql.sql(KEEP)
                                        .bind("alliance", alliance)
                                        .bind("id", thankYou.id().value())
                                        .bind("contribution", thankYou.contribution().value())
                                        .bind("from", thankYou.from().value())
                                        .bind("organization", thankYou.fromOrganization().value())
                                        .bind("to", thankYou.to().value())
                                        .bind("text", thankYou.text())
                                        .bind("journal", journal.json(thanked(command, thankYou)))
                                        .fetch()
                                        .rowsUpdated(),
                                thankYou));
    }

    private static Journal.Entry thanked(GiveThanks.Command command, ThankYou thankYou) {
        return new Journal.Entry(
                thankYou.id().value(),
                ThankedV1.TYPE,
                thankYou.id().value(),
                1,
                thankYou.from().value(),
                thankYou.fromOrganization().value(),
                Audience.EVERYONE,
                command.requestHash(),
                ThankedV1.of(thankYou));
    }

    /** The one that the command's id stands for. */
    Mono<ThankYouV1> one(GiveThanks.Command command) {
        var caller = command.caller();
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(ONE))
                                .bind("id", command.id().value())
                                .map(ThankYous::thankYou)
                                .one());
    }

    /** Empty without standing. */
    Mono<Page<ThankYouV1>> seenBy(
            Caller caller, Filter filter, @Nullable String cursor, int limit) {
        var after = Keyset.after(cursor, cursors);
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        filter.bound(caller.bind(sql.sql(SEEN + filter.sql() + SEEN_IN_ORDER)))
                                .bind("at", after.at())
                                .bind("after", after.id())
                                .bind("rows", limit + 1)
                                .map(row ->
                                        Optional.ofNullable(row.get("id", UUID.class))
                                                .map(_ -> thankYou(row)))
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> page(rows, limit)));
    }

    private Page<ThankYouV1> page(List<Optional<ThankYouV1>> rows, int limit) {
        return Page.of(
                rows.stream().flatMap(Optional::stream).toList(),
                limit,
                last -> new Keyset(last.at(), last.id()).cursor(cursors));
    }

    private static ThankYouV1 thankYou(Readable row) {
        return new ThankYouV1(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "contribution_id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "from_id", UUID.class),
                Columns.of(row, "from_organization_id", UUID.class),
                Columns.of(row, "to_id", UUID.class),
                Columns.of(row, "text", String.class),
                Columns.of(row, "at", Instant.class));
    }

    /** Which thanks are asked for; null asks for all. */
    record Filter(@Nullable UUID to, @Nullable UUID contribution) {

        private String sql() {
            return (to == null ? "" : " AND t.to_id = :to")
                    + (contribution == null ? "" : " AND t.contribution_id = :contribution");
        }

        private DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec sql) {
            var bound = to == null ? sql : sql.bind("to", to);
            return contribution == null ? bound : bound.bind("contribution", contribution);
        }
    }

    /**
     * What the decision needs.
     *
     * @param work null when no such contribution is known
     * @param requestHash of what the id stands for already, or null
     */
    record Known(Giver giver, @Nullable Work work, @Nullable String requestHash) {

        private static Known of(Readable row) {
            var work = row.get("work", UUID.class);
            return new Known(
                    new Giver(
                            new PersonId(Columns.of(row, "giver", UUID.class)),
                            new OrganizationId(Columns.of(row, "giver_organization", UUID.class))),
                    work == null
                            ? null
                            : new Work(
                                    new ContributionId(work),
                                    Columns.of(row, "title", String.class),
                                    new PersonId(Columns.of(row, "author_id", UUID.class))),
                    row.get("request_hash", String.class));
        }
    }
}
