package org.commonweal.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.commonweal.platform.operating.Traceparents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/** The parts that every service has: its scoped database, its journal, its consumer, its clock. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@EnableConfigurationProperties(MessagingProperties.class)
@Import(OperatingMessaging.class)
class MessagingConfiguration {

    /** How long a fact can lie when it follows a silence: see fetch.max.wait.ms beside this. */
    private static final Duration POLL_MAX = Duration.ofMillis(500);

    /** Ends after the web server, whose last requests still need fresh standings. */
    private static final int CONSUMER_PHASE = Integer.MAX_VALUE - 4096;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connections(MessagingProperties properties) {
        var database = properties.database();
        return pool(database, database.user(), database.password(), properties, database.poolMax());
    }

    @Bean
    ScopedDatabase scopedDatabase(
            ConnectionPool connections, ObjectProvider<ObservationRegistry> observations) {
        return new ScopedDatabase(
                connections, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    Journal journal(JsonMapper json, ObjectProvider<Tracer> tracer) {
        return new Journal(json, new Traceparents(tracer.getIfAvailable(() -> Tracer.NOOP)));
    }

    @Bean
    Freshness freshness(Clock clock) {
        return new Freshness(clock);
    }

    /** The first to learn of a standing: a service's own handlers find it where they look. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    StandingProjection standingProjection(ScopedDatabase database, JsonMapper json) {
        return new StandingProjection(database, json);
    }

    /** As early as the standings, which they qualify. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    AgreementProjection agreementProjection(ScopedDatabase database) {
        return new AgreementProjection(database);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<String, byte[]> kafka,
            MessagingProperties properties,
            ObjectProvider<MeterRegistry> meters) {
        return new DeadLetters(kafka, properties.service(), meters(meters));
    }

    @Bean
    EventListener eventListener(
            List<EventHandler> handlers,
            ScopedDatabase database,
            DeadLetters deadLetters,
            EventObservations observations) {
        return new EventListener(
                handlers.stream().map(handler -> seen(handler, database)).toList(),
                deadLetters,
                observations);
    }

    private static EventHandler seen(EventHandler handler, ScopedDatabase database) {
        return handler instanceof OwnFactHandler own ? new SeenFacts(own, database) : handler;
    }

    @Bean
    @ConditionalOnProperty(name = "commonweal.consume", matchIfMissing = true)
    ConcurrentMessageListenerContainer<String, byte[]> events(
            ConsumerFactory<String, byte[]> consumers,
            EventListener events,
            List<EventHandler> handlers,
            Freshness freshness,
            ScopedDatabase database,
            MessagingProperties properties,
            ObjectProvider<MeterRegistry> meters) {
        var container = new ContainerProperties(topics(handlers));
        container.setPollTimeout(POLL_MAX.toMillis());
        container.setGroupId(properties.group());
        container.setMessageListener(
                new WholeModelsConsumer(
                        new Pulses(events, database, freshness), new RebuildMark(database)));
        var listener = new ConcurrentMessageListenerContainer<>(consumers, container);
        var retries =
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS));
        retries.setRetryListeners(new BatchRetries(meters(meters)));
        listener.setCommonErrorHandler(retries);
        listener.setPhase(CONSUMER_PHASE);
        return listener;
    }

    @Bean
    @ConditionalOnProperty(name = "commonweal.consume", matchIfMissing = true)
    DueClock dueClock(ObjectProvider<DueHandler> handlers, MessagingProperties properties) {
        var database = properties.database();
        return new DueClock(
                pool(
                        database,
                        database.schedulerUser(),
                        database.schedulerPassword(),
                        properties,
                        1),
                handlers.orderedStream().toList(),
                properties.dueInterval());
    }

    /** Membership's topic is always read: standings and pulses come through it. */
    static String[] topics(List<EventHandler> handlers) {
        var topics = new TreeSet<String>();
        topics.add("commonweal.membership");
        handlers.stream()
                .flatMap(handler -> handler.types().stream())
                .map(type -> "commonweal." + type.substring(0, type.indexOf('.')))
                .forEach(topics::add);
        return topics.toArray(String[]::new);
    }

    private static MeterRegistry meters(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(() -> Metrics.globalRegistry);
    }

    /** One connection beside all others. */
    static ConnectionPool ownConnection(MessagingProperties properties) {
        var database = properties.database();
        return pool(database, database.user(), database.password(), properties, 1);
    }

    private static ConnectionPool pool(
            MessagingProperties.Database database,
            String user,
            String password,
            MessagingProperties properties,
            int most) {
        var connections = connections(database, user, password, properties.service());
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(connections)
                        .initialSize(0)
                        .maxSize(most)
                        .maxAcquireTime(Duration.ofSeconds(5))
                        .maxLifeTime(Duration.ofMinutes(20))
                        .maxIdleTime(Duration.ofMinutes(5))
                        .build());
    }

    private static PostgresqlConnectionFactory connections(
            MessagingProperties.Database database, String user, String password, String service) {
        return new PostgresqlConnectionFactory(
                encrypted(database)
                        .host(database.host())
                        .port(database.port())
                        .database(database.name())
                        .username(user)
                        .password(password)
                        .schema(service)
                        .applicationName("commonweal-" + service)
                        .connectTimeout(Duration.ofSeconds(5))
                        .tcpKeepAlive(true)
                        .preparedStatementCacheQueries(256)
                        .options(
                                Map.of(
                                        "statement_timeout", "5s",
                                        "lock_timeout", "3s",
                                        "idle_in_transaction_session_timeout", "10s"))
                        .build());
    }

    private static PostgresqlConnectionConfiguration.Builder encrypted(
            MessagingProperties.Database database) {
        var connection = PostgresqlConnectionConfiguration.builder();
        return database.rootCertificate().isEmpty()
                ? connection
                : connection.sslMode(SSLMode.VERIFY_FULL).sslRootCert(database.rootCertificate());
    }
}
