package org.commonweal.recognition.erasing;

import java.util.UUID;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is erased: the SQL, which is the redactor's own function. */
@Component
class Erasures {

    private final ScopedDatabase database;

    Erasures(ScopedDatabase database) {
        this.database = database;
    }

    Mono<Long> erase(UUID alliance, UUID person, boolean withWork) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql("SELECT erase_person(:person, :work)")
                                .bind("person", person)
                                .bind("work", withWork)
                                .fetch()
                                .rowsUpdated());
    }
}
