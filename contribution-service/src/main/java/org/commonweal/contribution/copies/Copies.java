package org.commonweal.contribution.copies;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Of an alliance the first fact stands, of a goal the newest version: both may come again. */
@Component
class Copies {

    private final ScopedDatabase database;

    Copies(ScopedDatabase database) {
        this.database = database;
    }

    Mono<Long> keep(Event event, AllianceFacts.AllianceFoundedV1 alliance) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO alliance (alliance_id, acknowledgement_seconds,
                                                              founder, history, parent)
                                        VALUES (:alliance, :seconds, :founder, :history, :parent)
                                        ON CONFLICT (alliance_id) DO NOTHING
                                        """)
                                .bind("alliance", event.alliance())
                                .bind("seconds", alliance.acknowledgementLimit().toSeconds())
                                .bind("founder", alliance.founder())
                                .bind("history", alliance.history())
                                .bind("parent", parent(alliance))
                                .fetch()
                                .rowsUpdated());
    }

    private static Parameter parent(AllianceFacts.AllianceFoundedV1 alliance) {
        var parent = alliance.parent();
        return parent == null ? Parameters.in(UUID.class) : Parameters.in(parent);
    }

    Mono<Long> keep(Event event, GoalFacts.GoalSetV1 goal) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO goal (alliance_id, id, purpose_id, title,
                                                          owner_id, version)
                                        VALUES (:alliance, :id, :purpose, :title, :owner, :version)
                                        ON CONFLICT (alliance_id, id) DO UPDATE
                                        SET title = excluded.title, owner_id = excluded.owner_id,
                                            version = excluded.version
                                        WHERE goal.version < excluded.version
                                        """)
                                .bind("alliance", event.alliance())
                                .bind("id", goal.goal())
                                .bind("purpose", goal.purpose())
                                .bind("title", goal.title())
                                .bind("owner", goal.owner())
                                .bind("version", event.version())
                                .fetch()
                                .rowsUpdated());
    }

    Mono<Long> close(Event event, GoalFacts.PurposeClosedV1 purpose) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        UPDATE goal SET closed = true
                                        WHERE alliance_id = :alliance AND purpose_id = :purpose
                                        """)
                                .bind("alliance", event.alliance())
                                .bind("purpose", purpose.purpose())
                                .fetch()
                                .rowsUpdated());
    }
}
