package org.commonweal.platform.messaging;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import org.commonweal.embedded.test.TestDatabase;

/** Connections to a test's database, each of them new. */
final class Scoped {

    private Scoped() {}

    /** As the service itself, which owns nothing and is held by the policies. */
    static PostgresqlConnectionFactory connections(TestDatabase database, String service) {
        return new PostgresqlConnectionFactory(
                PostgresqlConnectionConfiguration.builder()
                        .host(database.host())
                        .port(database.port())
                        .database(database.name())
                        .username(service)
                        .password(service)
                        .schema(service)
                        .build());
    }
}
