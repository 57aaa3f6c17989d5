package org.commonweal.membership.handing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Handover;
import org.commonweal.membership.domain.Handover.Colleague;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.wire.HandoverChangedV1;
import org.commonweal.membership.wire.NeedClosedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offers that wait for their answer: the SQL. */
@Component
class Handovers {

    private final ScopedDatabase database;
    private final Journal journal;

    Handovers(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty for everybody but the two, while they are of the firm. */
    Mono<Situation> situation(HandOver.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("handover", command.handover())
                                .map(row -> situation(row))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id AS by, wanted.*, encode(j.request_hash, 'hex') AS earlier,
                   coalesce(CASE wanted.role WHEN 'ADMINISTRATOR' THEN giver.administrator
                       ELSE giver.delegate END, false) AS held,
                   %s AS colleague
            FROM standing me
            JOIN handover wanted ON wanted.alliance_id = me.alliance_id
                 AND wanted.id = :handover AND wanted.organization_id = me.organization_id
                 AND me.person_id IN (wanted.from_id, wanted.person_id)
            LEFT JOIN membership giver ON giver.alliance_id = wanted.alliance_id
                 AND giver.organization_id = wanted.organization_id
                 AND giver.person_id = wanted.from_id
                 AND giver.state = 'ACTIVE' AND giver.suspended_at IS NULL
            LEFT JOIN membership their ON their.alliance_id = wanted.alliance_id
                 AND their.organization_id = wanted.organization_id
                 AND their.person_id = wanted.person_id
                 AND their.state = 'ACTIVE' AND their.suspended_at IS NULL
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
                 AND j.actor = me.person_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(RoleOffers.COLLEAGUE);

    private static Situation situation(Readable row) {
        return new Situation(
                new PersonId(Columns.of(row, "by", UUID.class)),
                Columns.of(row, "organization_id", UUID.class),
                Handover.Role.valueOf(Columns.of(row, "role", String.class)),
                new Handover(
                        new PersonId(Columns.of(row, "from_id", UUID.class)),
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        Handover.State.valueOf(Columns.of(row, "state", String.class))),
                Columns.of(row, "held", Boolean.class),
                Colleague.valueOf(Columns.of(row, "colleague", String.class)),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** Declined or taken back: nothing passes. False when it was changed meanwhile. */
    Mono<Boolean> end(HandOver.Command command, Situation now, Handover.State state) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(END + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("handover", command.handover())
                                .bind("state", state.name())
                                .bind("version", now.version())
                                .bind("journal", journal.json(ended(command, now, state)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static final String END =
            """
            WITH kept AS (
                UPDATE handover SET state = :state, changed_at = app_now(), version = version + 1
                WHERE alliance_id = :alliance AND id = :handover AND version = :version
                RETURNING alliance_id)\
            """;

    static List<Journal.Entry> ended(
            HandOver.Command command, Situation now, Handover.State state) {
        return List.of(changed(command, now, state), needClosed(command, now));
    }

    /** Who was offered what, and did not take it, is between the two. */
    private static Journal.Entry changed(
            HandOver.Command command, Situation now, Handover.State state) {
        var from = now.handover().from().value();
        var person = now.handover().person().value();
        return new Journal.Entry(
                command.key(),
                HandoverChangedV1.TYPE,
                command.handover(),
                now.version() + 1,
                now.by().value(),
                now.organization(),
                new Audience.Persons(List.of(from, person)),
                command.requestHash(),
                new HandoverChangedV1(
                        command.handover(),
                        now.organization(),
                        from,
                        person,
                        now.role().name(),
                        state.name(),
                        now.version() + 1));
    }

    private static Journal.Entry needClosed(HandOver.Command command, Situation now) {
        var person = now.handover().person().value();
        return new Journal.Entry(
                Ids.derived(command.key(), 1),
                NeedClosedV1.TYPE,
                command.handover(),
                now.version() + 1,
                now.by().value(),
                now.organization(),
                new Audience.Persons(List.of(person)),
                null,
                new NeedClosedV1(command.handover(), person));
    }

    /**
     * @param held whether who offered it still has the role
     * @param colleague what who was named is now
     */
    record Situation(
            PersonId by,
            UUID organization,
            Handover.Role role,
            Handover handover,
            boolean held,
            Colleague colleague,
            long version,
            @Nullable String earlierHash) {}
}
