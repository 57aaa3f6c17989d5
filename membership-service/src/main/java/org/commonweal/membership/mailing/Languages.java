package org.commonweal.membership.mailing;

import java.util.Map;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** In which language people wish to be written to, by their address: the SQL. */
@Component
class Languages {

    private final ScopedDatabase database;

    Languages(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when nobody is known by this address, or has named no language. */
    Mono<String> of(String address) {
        return database.inRegistry(
                Map.of("addressee", address),
                sql ->
                        sql.sql(
                                        """
                                        SELECT f.language FROM person p
                                        JOIN profile f ON f.person_id = p.id
                                        WHERE p.email = :address AND f.language IS NOT NULL
                                        ORDER BY p.registered_at DESC, p.id LIMIT 1\
                                        """)
                                .bind("address", address)
                                .map(row -> Columns.of(row, "language", String.class))
                                .one());
    }
}
