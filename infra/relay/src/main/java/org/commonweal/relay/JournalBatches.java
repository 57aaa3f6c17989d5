package org.commonweal.relay;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what the engine read, batch by batch, in commit order. A batch counts as processed only
 * when the broker has acknowledged all of it; before that the slot keeps its position.
 */
final class JournalBatches implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private final Publisher publisher;
    private final Admission admission;
    private final RelayState state;
    private final PublishSpans spans;

    JournalBatches(Publisher publisher, Admission admission, RelayState state, PublishSpans spans) {
        this.publisher = publisher;
        this.admission = admission;
        this.state = state;
        this.spans = spans;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> events,
            RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        state.heard();
        try {
            publish(events, committer);
        } finally {
            spans.abandon();
        }
    }

    private void publish(
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
        var records = batch.inOrder();
        if (!records.isEmpty()) {
            state.publishing(batch.oldest);
            publisher.publish(records);
        }
        spans.end();
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
        private @Nullable Instant oldest;

        void add(Change change, RecordChangeEvent<SourceRecord> event) {
            switch (change) {
                case Change.Fact(JournalEntry entry) -> {
                    oldest = oldest == null ? entry.at() : oldest;
                    facts.addAll(admission.records(spans.begin(entry), false));
                }
                case Change.Beat(Pulse newest) -> pulse = newest;
                case Change.Position() -> {}
            }
            events.add(event);
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
