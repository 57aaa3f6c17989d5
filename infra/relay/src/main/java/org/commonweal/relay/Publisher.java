package org.commonweal.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records in the given order and returns when the broker has acknowledged all of them. */
final class Publisher implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final RelayState state;

    private Publisher(Producer<String, byte[]> producer, RelayState state) {
        this.producer = producer;
        this.state = state;
    }

    /**
     * Never gives up a record for lack of time: if it did, a later one could have arrived, and the
     * repetition would come out of order. The health check tells when this takes long. One request
     * at a time, because on a new topic a second one can overtake the first, which then is never
     * taken (KAFKA-15591).
     */
    static Publisher to(BrokerProperties brokers, RelayState state) {
        var own =
                Map.<String, Object>of(
                        "client.id", "commonweal-relay",
                        "acks", "all",
                        "enable.idempotence", "true",
                        "max.in.flight.requests.per.connection", "1",
                        "delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE),
                        "max.block.ms", "30000",
                        "buffer.memory", "16777216",
                        "compression.type", "none",
                        "reconnect.backoff.max.ms", "1000");
        var producer =
                new KafkaProducer<>(
                        brokers.client(own), new StringSerializer(), new ByteArraySerializer());
        return new Publisher(producer, state);
    }

    void publish(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        if (records.isEmpty()) {
            return;
        }
        var acknowledgements = records.stream().map(producer::send).toList();
        producer.flush();
        for (var acknowledgement : acknowledgements) {
            try {
                acknowledgement.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the broker refused a record", e.getCause());
            }
        }
        state.published(records.size());
    }

    /** Gives up what is under way; it is sent again after the next start. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
