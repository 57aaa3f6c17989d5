package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the Debezium engine: from the slot's position until it is stopped or fails. */
final class JournalEngine {

    private static final Logger LOG = LoggerFactory.getLogger(JournalEngine.class);

    private static final AtomicLong ENGINES = new AtomicLong();

    private final Publisher publisher;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    JournalEngine(
            RelayProperties relay,
            DatabaseProperties database,
            Publisher publisher,
            RelayState state,
            PublishSpans spans) {
        this.publisher = publisher;
        this.engine =
                DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                        .using(properties(relay, database))
                        .using(new Streaming(state))
                        .using((success, message, error) -> {
                            if (!success) {
                                failure.set(cause(message, error));
                            }
                        })
                        .notifying(
                                new JournalBatches(
                                        publisher, new Admission(relay.skip()), state, spans))
                        .build();
    }

    /** Returns when it was stopped and throws when it failed. */
    void run() {
        engine.run();
        var why = failure.get();
        if (why instanceof PoisonException poison) {
            throw poison;
        }
        if (why != null) {
            throw new IllegalStateException(why.getMessage(), why);
        }
    }

    /**
     * The publisher first: a batch that waits for the broker would hold the engine, and the slot.
     */
    void stop() {
        publisher.close();
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the engine had ended already", e);
        }
    }

    private static Throwable cause(@Nullable String message, @Nullable Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonException) {
                return cause;
            }
        }
        return error == null ? new IllegalStateException(message) : error;
    }

    private static Properties properties(RelayProperties relay, DatabaseProperties database) {
        var properties = new Properties();
        try (var stream = JournalEngine.class.getResourceAsStream("/connector.properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(stream), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Unique in this process: an engine that is still ending keeps its name in JMX, and the
        // next
        // one would wait a minute for it.
        var name = relay.slot() + "-" + ENGINES.incrementAndGet();
        properties.put("connector.class", JournalConnector.class.getName());
        properties.put("queue.provider.type", JournalQueue.NAME);
        properties.put("name", name);
        properties.put("topic.prefix", name);
        properties.put("slot.name", relay.slot());
        properties.put("database.hostname", database.host());
        properties.put("database.port", Integer.toString(database.port()));
        properties.put("database.dbname", database.name());
        properties.put("database.user", database.user());
        properties.put("database.password", database.password());
        database.encryption().forEach((key, value) -> properties.put("database." + key, value));
        properties.put("poll.interval.ms", Long.toString(relay.pollInterval().toMillis()));
        properties.put(
                "heartbeat.interval.ms", Long.toString(relay.heartbeatInterval().toMillis()));
        return properties;
    }

    /** Knows when the connector has started to read. */
    private record Streaming(RelayState state) implements DebeziumEngine.ConnectorCallback {

        @Override
        public void taskStarted() {
            state.heard();
            state.enter(RelayState.Phase.STREAMING, "reading the journals");
        }
    }
}
