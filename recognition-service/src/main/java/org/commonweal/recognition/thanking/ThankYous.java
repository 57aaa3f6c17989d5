package org.commonweal.recognition.thanking;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.ParticipantClass;
import org.commonweal.recognition.domain.ParticipantClass.Right;
import org.commonweal.recognition.domain.PersonId;
import org.commonweal.recognition.domain.ThankYou;
import org.commonweal.recognition.domain.ThankYou.Giver;
import org.commonweal.recognition.domain.ThankYou.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Thanks as they are given: the SQL. */
@Component
class ThankYous {

    private static final String LOAD =
            """
            SELECT me.person_id AS giver, me.organization_id AS giver_organization,
                   me.class, c.acknowledged_at IS NOT NULL AS acknowledged,
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

    private final ScopedDatabase database;
    private final Journal journal;

    ThankYous(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
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

    /**
     * What the decision needs.
     *
     * @param work null when no such contribution is known
     * @param requestHash of what the id stands for already, or null
     */
    record Known(Giver giver, @Nullable Work work, @Nullable String requestHash) {

        /** Whoever may not see it is told that there is no such contribution. */
        private static boolean seen(Readable row) {
            return ParticipantClass.valueOf(Columns.of(row, "class", String.class))
                            .may(Right.THANK_FOR_ALL)
                    || Columns.of(row, "acknowledged", Boolean.class)
                    || Columns.of(row, "giver", UUID.class)
                            .equals(row.get("author_id", UUID.class));
        }

        private static Known of(Readable row) {
            var work = seen(row) ? row.get("work", UUID.class) : null;
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
