package org.commonweal.membership.deputizing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Deputy;
import org.commonweal.membership.wire.DeputyChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deputies that delegates name: the SQL. */
@Component
class Namings {

    private final ScopedDatabase database;
    private final Journal journal;

    Namings(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing. */
    Mono<Situation> situation(Deputize.Command command, UUID person, Deputy.Absence absence) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("person", person)
                                .bind("from", absence.from())
                                .bind("until", absence.until())
                                .map(row -> situation(row, absence))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, me.delegate,
                   encode(j.request_hash, 'hex') AS earlier,
                   their.person_id IS NOT NULL AND their.person_id <> me.person_id AS colleague,
                   coalesce(their.delegate, false) AS delegate_too,
                   EXISTS (SELECT FROM deputy t WHERE t.alliance_id = me.alliance_id
                       AND t.delegate_id = me.person_id AND t.state IN ('NAMED', 'ACCEPTED')
                       AND t.organization_id = me.organization_id
                       AND t.from_at < :until AND t.until_at > :from) AS overlapping
            FROM standing me
            LEFT JOIN membership their ON their.alliance_id = me.alliance_id
                 AND their.organization_id = me.organization_id AND their.person_id = :person
                 AND their.state = 'ACTIVE'
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static Situation situation(Readable row, Deputy.Absence absence) {
        return new Situation(
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                new Deputy.Draft(
                        Columns.of(row, "delegate", Boolean.class),
                        Columns.of(row, "colleague", Boolean.class),
                        Columns.of(row, "delegate_too", Boolean.class),
                        Columns.of(row, "overlapping", Boolean.class),
                        absence),
                row.get("earlier", String.class));
    }

    /** False when the id stands for something already. */
    Mono<Boolean> keep(Deputize.Command command, Situation by, UUID person) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(KEEP + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("id", command.deputy())
                                .bind("organization", by.organization())
                                .bind("delegate", by.person())
                                .bind("person", person)
                                .bind("from", by.draft().absence().from())
                                .bind("until", by.draft().absence().until())
                                .bind("journal", journal.json(named(command, by, person)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO deputy (alliance_id, id, organization_id, delegate_id, person_id,
                    from_at, until_at, state, named_at, changed_at, version)
                VALUES (:alliance, :id, :organization, :delegate, :person, :from, :until, 'NAMED',
                    app_now(), app_now(), 1)
                ON CONFLICT (alliance_id, id) DO NOTHING
                RETURNING alliance_id)\
            """;

    private static Journal.Entry named(Deputize.Command command, Situation by, UUID person) {
        return new Journal.Entry(
                command.key(),
                DeputyChangedV1.TYPE,
                command.deputy(),
                1,
                by.person(),
                by.organization(),
                new Audience.Persons(List.of(by.person(), person)),
                command.requestHash(),
                new DeputyChangedV1(
                        command.deputy(),
                        by.organization(),
                        by.person(),
                        person,
                        by.draft().absence().from(),
                        by.draft().absence().until(),
                        Deputy.State.NAMED.name(),
                        1));
    }

    record Situation(
            UUID person, UUID organization, Deputy.Draft draft, @Nullable String earlierHash) {}
}
