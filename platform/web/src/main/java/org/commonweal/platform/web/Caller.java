package org.commonweal.platform.web;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

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
}
