package org.commonweal.platform.messaging;

import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Takes away what somebody wrote who is erased, and the work when the person asks for it. What that
 * is in a service, its function {@code erase_person(person uuid, with_work boolean)} says, which
 * belongs to the redactor; a service that has one makes a bean of this. An event that comes again
 * finds nothing left.
 */
public final class PersonErasure implements EventHandler {

    static final String ERASED = "membership.person-erased.v1";

    private final ScopedDatabase database;

    public PersonErasure(ScopedDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> types() {
        return Set.of(ERASED);
    }

    @Override
    public Mono<?> handle(Event event) {
        var erased = event.as(PersonErasedV1.class);
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql("SELECT erase_person(:person, :work)")
                                .bind("person", erased.person())
                                .bind("work", erased.work().equals("ERASE"))
                                .fetch()
                                .rowsUpdated());
    }

    record PersonErasedV1(UUID person, String work) {}
}
