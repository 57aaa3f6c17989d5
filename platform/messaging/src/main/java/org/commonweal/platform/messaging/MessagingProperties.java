package org.commonweal.platform.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service keeps and hears facts.
 *
 * @param service the service's name: its schema, its role and its consumer group
 * @param database the PostgreSQL that holds all schemas of the installation
 * @param dueInterval how often the clock looks for moments that have come
 * @param consume false where a process only writes (a command of the operator)
 * @param consumerSilenceMax when a consumer that asks for nothing counts as stuck; longer than
 *     Kafka's {@code max.poll.interval.ms}, after which others have its partitions
 * @param readModels the rows that {@link Rebuild} may remove, because they were heard from others:
 *     a table, or {@code table WHERE condition}; what is not named here is own state
 */
@ConfigurationProperties("commonweal")
public record MessagingProperties(
        String service,
        Database database,
        @DefaultValue("500ms") Duration dueInterval,
        @DefaultValue("true") boolean consume,
        @DefaultValue("6m") Duration consumerSilenceMax,
        @DefaultValue List<String> readModels) {

    public MessagingProperties {
        readModels = List.copyOf(readModels);
        if (!service.matches("[a-z]+")) {
            throw new IllegalArgumentException("commonweal.service is one lower-case word");
        }
        if (dueInterval.toMillis() < 10 || dueInterval.toMinutes() > 1) {
            throw new IllegalArgumentException("commonweal.due-interval must be in [10ms, 1m]");
        }
    }

    /** The name under which the service's instances share the work. */
    String group() {
        return "commonweal-" + service;
    }

    /**
     * @param user the service's role; its password defaults to the name on the embedded default
     * @param poolMax connections at most
     * @param rootCertificate file of the authority whose server is trusted, under the name it is
     *     called by; without one nothing is encrypted, which is for loopback only
     */
    public record Database(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("5440") int port,
            @DefaultValue("commonweal") String name,
            String user,
            String password,
            String schedulerUser,
            String schedulerPassword,
            @DefaultValue("8") int poolMax,
            @DefaultValue("") String rootCertificate) {
        public Database {
            if (poolMax < 1 || poolMax > 100) {
                throw new IllegalArgumentException(
                        "commonweal.database.pool-max must be in [1, 100]");
            }
        }
    }
}
