package org.commonweal.platform.web;

import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * Who asks, for which alliance: a proven login, not yet a standing. Every load query starts at the
 * caller's standing; without one its result is empty and the answer {@link Problem#notFound()}.
 *
 * @param alliance from the path
 * @param issuer of the access token
 * @param subject of the access token
 */
public record Caller(UUID alliance, String issuer, String subject) {

    /** Binds the parameters alliance, issuer and subject. */
    public GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return statement.bind("alliance", alliance).bind("issuer", issuer).bind("subject", subject);
    }

    /**
     * The person that the caller is, empty without standing: what a list asks that found nothing,
     * to tell no rows from no right to read them.
     */
    public Mono<UUID> standing(DatabaseClient sql) {
        return bind(sql.sql(
                        """
                        SELECT person_id FROM standing
                        WHERE alliance_id = :alliance AND issuer = :issuer
                          AND subject = :subject AND state = 'ACTIVE'\
                        """))
                .map(row -> Columns.of(row, "person_id", UUID.class))
                .one();
    }
}
