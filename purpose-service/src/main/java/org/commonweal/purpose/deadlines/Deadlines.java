package org.commonweal.purpose.deadlines;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.Person;
import org.commonweal.purpose.loading.PeopleRows;
import org.commonweal.purpose.wire.DeadlineReachedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of a deadline that passes: hold what it is about, ask who delegates, write once. */
@Component
class Deadlines {

    /** The alliance first, as everybody does who asks delegates. */
    private static final String LOCK =
            """
            WITH still AS (
                SELECT alliance_id FROM alliance WHERE alliance_id = :alliance FOR SHARE)
            SELECT p.version, p.title, p.deadline, due.at
            FROM still
            JOIN purpose p ON p.alliance_id = still.alliance_id AND p.id = :purpose
            JOIN due ON due.alliance_id = p.alliance_id AND due.kind = 'purpose-deadline'
                 AND due.subject = p.id
            WHERE p.state = 'ACTIVE' AND due.at <= app_now()
            FOR UPDATE OF p
            """;

    /** A statement of its own, so that it sees the standings for which the lock has waited. */
    private static final String DELEGATES =
            "SELECT 1 AS one" + PeopleRows.COLUMNS + "FROM (SELECT) nothing\n" + PeopleRows.LATERAL;

    private static final String KEEP =
            """
            WITH kept AS (
                DELETE FROM due
                WHERE alliance_id = :alliance AND kind = 'purpose-deadline' AND subject = :purpose
                  AND at = :at
                RETURNING alliance_id)
            """
                    + OpenNeeds.OPEN
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final OpenNeeds needs;
    private final Journal journal;

    Deadlines(ScopedDatabase database, OpenNeeds needs, Journal journal) {
        this.database = database;
        this.needs = needs;
        this.journal = journal;
    }

    /** Says it once; empty when it was said, was renewed meanwhile, or is not to be said yet. */
    Mono<UUID> pass(UUID alliance, UUID purpose) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", alliance)
                                .bind("purpose", purpose)
                                .map(row -> passed(row, purpose))
                                .one()
                                .flatMap(passed -> ask(sql, alliance, passed)));
    }

    private Mono<UUID> ask(DatabaseClient sql, UUID alliance, Passed passed) {
        return sql.sql(DELEGATES)
                .bind("alliance", alliance)
                .map(PeopleRows::people)
                .one()
                .map(Deadlines::delegates)
                .flatMap(delegates -> keep(sql, alliance, passed, delegates));
    }

    private static List<Delegate> delegates(List<Person> people) {
        return people.stream()
                .filter(Person::delegate)
                .map(person -> new Delegate(person.id(), person.organization()))
                .toList();
    }

    private Mono<UUID> keep(
            DatabaseClient sql, UUID alliance, Passed passed, List<Delegate> delegates) {
        var asked = delegates.stream().map(delegate -> need(passed, delegate)).toList();
        var facts = NeedFacts.both(List.of(reached(passed)), NeedFacts.opened(asked));
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", alliance)
                        .bind("purpose", passed.purpose())
                        .bind("at", passed.at())
                        .bind("needs", needs.json(asked))
                        .bind("journal", journal.json(facts))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, passed.purpose());
    }

    private static Need need(Passed passed, Delegate delegate) {
        var whose = delegate.person().value() + "/" + delegate.organization().value();
        return new Need(
                Ids.ofTransition(passed.purpose(), "deadline/" + whose, passed.at()),
                new Need.Subject.Deadline(passed.purpose(), passed.title(), passed.at()),
                delegate);
    }

    private static Journal.Entry reached(Passed passed) {
        return new Journal.Entry(
                Ids.ofTransition(passed.purpose(), "deadline-reached", passed.at()),
                DeadlineReachedV1.TYPE,
                passed.purpose(),
                passed.version(),
                null,
                null,
                Audience.EVERYONE,
                null,
                new DeadlineReachedV1(passed.purpose(), passed.title(), passed.deadline()));
    }

    private static Passed passed(Readable row, UUID purpose) {
        return new Passed(
                purpose,
                Columns.of(row, "version", Long.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "deadline", LocalDate.class),
                Columns.of(row, "at", Instant.class));
    }

    /** An active purpose, and the moment at which its deadline has passed. */
    private record Passed(
            UUID purpose, long version, String title, LocalDate deadline, Instant at) {}
}
