package org.commonweal.relay;

import io.debezium.config.Configuration;
import io.debezium.connector.postgresql.PostgresConnectorTask;
import io.debezium.connector.postgresql.PostgresOffsetContext;
import io.debezium.connector.postgresql.PostgresPartition;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import io.debezium.pipeline.DataChangeEvent;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Debezium's task, which hands over what was read as soon as it is there. Debezium's own hand-over
 * waits for the whole poll interval, and spins through its last millisecond (docs/adr/0017).
 */
@SuppressWarnings("NullAway.Init") // set when the task starts
public final class JournalTask extends PostgresConnectorTask {

    /** How soon it is noticed that the reading thread has failed. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Records of the log that are published together; as connector.properties has it. */
    static final int BATCH_MAX = 1024;

    private JournalQueue queue;

    @Override
    public ChangeEventSourceCoordinator<PostgresPartition, PostgresOffsetContext> start(
            Configuration configuration) {
        var coordinator = super.start(configuration);
        queue = JournalQueue.madeFor(configuration.getString("name"));
        return coordinator;
    }

    @Override
    public List<SourceRecord> doPoll() throws InterruptedException {
        var read = queue.take(BATCH_MAX, PATIENCE);
        // Debezium's own way says what the reading thread has failed with.
        return read.isEmpty()
                ? super.doPoll()
                : read.stream().map(DataChangeEvent::getRecord).toList();
    }
}
