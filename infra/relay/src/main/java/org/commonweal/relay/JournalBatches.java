package org.commonweal.relay;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what the engine read, batch by batch, in commit order. A batch counts as processed only
 * when the broker has acknowledged all of it; before that the slot keeps its position.
 */
final class JournalBatches implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private static final Logger LOG = LoggerFactory.getLogger(JournalBatches.class);

    /** Below the broker's own limit of 1 MiB, which counts headers and framing too. */
    private static final int PAYLOAD_MAX_BYTES = 900_000;

    private final Publisher publisher;
    private final Set<UUID> skip;

    JournalBatches(Publisher publisher, Set<UUID> skip) {
        this.publisher = publisher;
        this.skip = skip;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> events,
            RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        var batch = new Batch();
        @Nullable PoisonException poison = null;
        for (var event : events) {
            try {
                batch.add(Change.of(event.record()), event);
            } catch (PoisonException e) {
                poison = e;
                break;
            }
        }
        publisher.publish(batch.inOrder());
        for (var event : batch.events) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
        if (poison != null) {
            throw poison;
        }
    }

    /** What can be published together; of several pulses only the newest matters. */
    private final class Batch {

        private final List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        private final List<RecordChangeEvent<SourceRecord>> events = new ArrayList<>();
        private @Nullable Pulse pulse;

        void add(Change change, RecordChangeEvent<SourceRecord> event) {
            switch (change) {
                case Change.Fact(JournalEntry entry) -> addFact(entry);
                case Change.Beat(Pulse newest) -> pulse = newest;
                case Change.Position() -> {}
            }
            events.add(event);
        }

        private void addFact(JournalEntry entry) {
            if (skip.contains(entry.id())) {
                LOG.error("passed over by configuration id={} type={}", entry.id(), entry.type());
                return;
            }
            if (entry.payload().length() > PAYLOAD_MAX_BYTES) {
                var size = "its payload has " + entry.payload().length() + " characters";
                throw new PoisonException(entry.id().toString(), size, null);
            }
            facts.addAll(entry.records(false));
        }

        /** The pulse comes last: whoever sees it has seen every fact before it. */
        List<ProducerRecord<String, byte[]>> inOrder() {
            if (pulse != null) {
                facts.addAll(pulse.records());
            }
            return facts;
        }
    }
}
