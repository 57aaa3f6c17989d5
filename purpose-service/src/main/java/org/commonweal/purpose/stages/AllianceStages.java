package org.commonweal.purpose.stages;

import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An alliance begins as a network; what follows its members decide. */
@Component
class AllianceStages implements EventHandler {

    private final ScopedDatabase database;

    AllianceStages(ScopedDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.alliance-founded.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO stage (alliance_id, version, stage, since)
                                        VALUES (:alliance, 1, 'NETWORK', :since)
                                        ON CONFLICT (alliance_id, version) DO NOTHING\
                                        """)
                                .bind("alliance", event.alliance())
                                .bind("since", event.at())
                                .fetch()
                                .rowsUpdated());
    }
}
