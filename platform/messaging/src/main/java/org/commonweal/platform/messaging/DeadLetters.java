package org.commonweal.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/**
 * Records that a consumer could not take, each with its reason and where it came from. {@link
 * Redeliver} brings them back.
 */
final class DeadLetters {

    static final String REASON = "cw_reason";
    static final String TOPIC = "cw_topic";

    /** A reason may quote the record, and the letter must still fit where the record did. */
    private static final int REASON_MAX = 500;

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;
    private final Counter kept;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, String service, MeterRegistry meters) {
        this.kafka = kafka;
        kept = meters.counter("commonweal.dead.letters");
        this.topic = topicOf(service);
    }

    static String topicOf(String service) {
        return "commonweal.dead-letters." + service;
    }

    Mono<Void> keep(ConsumerRecord<String, byte[]> entry, Throwable reason) {
        var headers = new RecordHeaders(entry.headers());
        headers.add(REASON, bytes(shortened(String.valueOf(reason))));
        headers.add(TOPIC, bytes(entry.topic()));
        var letter =
                new ProducerRecord<>(
                        topic, entry.partition(), null, entry.key(), entry.value(), headers);
        return Mono.fromFuture(() -> kafka.send(letter)).doOnNext(_ -> kept.increment()).then();
    }

    private static String shortened(String text) {
        return text.length() <= REASON_MAX ? text : text.substring(0, REASON_MAX);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
