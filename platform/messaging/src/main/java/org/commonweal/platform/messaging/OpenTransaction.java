package org.commonweal.platform.messaging;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.function.Function;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Gives each statement the connection of the transaction that it runs in, which the subscriber's
 * context carries. A statement that has lost its context fails and reaches no connection.
 */
final class OpenTransaction implements ConnectionFactory {

    private static final Class<OpenTransaction> KEY = OpenTransaction.class;
    private static final ConnectionFactoryMetadata POSTGRESQL = () -> "PostgreSQL";

    /** Statements below run on the connection, and do not close it. */
    static Function<Context, Context> on(Connection connection) {
        var borrowed = new SingleConnectionFactory(connection, POSTGRESQL, true);
        return context -> context.put(KEY, borrowed);
    }

    @Override
    public Mono<? extends Connection> create() {
        return Mono.deferContextual(
                context -> Mono.from(context.<SingleConnectionFactory>get(KEY).create()));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return POSTGRESQL;
    }
}
