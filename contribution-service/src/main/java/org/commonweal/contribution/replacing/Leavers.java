package org.commonweal.contribution.replacing;

import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** People of whom something is still asked after their firm has left, with them: the SQL. */
@Component
class Leavers {

    private final ScopedDatabase database;

    Leavers(ScopedDatabase database) {
        this.database = database;
    }

    /** In the order of their ids; none for an event that comes again. */
    Flux<UUID> stillAsked(UUID alliance, UUID firm) {
        return database.manyInAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT DISTINCT s.person_id FROM standing s
                                        WHERE s.alliance_id = :alliance
                                          AND s.organization_id = :firm AND s.state = 'ENDED'
                                          AND NOT EXISTS (
                                              SELECT FROM standing w
                                              WHERE w.alliance_id = s.alliance_id
                                                AND w.person_id = s.person_id
                                                AND w.state = 'ACTIVE')
                                          AND EXISTS (
                                              SELECT FROM need n
                                              WHERE n.alliance_id = s.alliance_id
                                                AND n.person_id = s.person_id
                                                AND n.service = 'contribution'
                                                AND n.closed_at IS NULL)
                                        ORDER BY s.person_id\
                                        """)
                                .bind("alliance", alliance)
                                .bind("firm", firm)
                                .map(row -> Columns.of(row, "person_id", UUID.class))
                                .all());
    }
}
