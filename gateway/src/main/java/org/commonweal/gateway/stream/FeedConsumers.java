package org.commonweal.gateway.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the consumer: no group, because every gateway reads everything; small fetches, small heap.
 */
@Component
class FeedConsumers {

    private static final int FETCH_BYTES_MAX = 4 << 20;
    private static final int PARTITION_BYTES_MAX = 256 << 10;

    private final Map<String, Object> configuration = new HashMap<>();

    FeedConsumers(
            StreamProperties properties,
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-stream");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES_MAX);
        configuration.putAll(properties.kafka());
    }

    Consumer<byte[], byte[]> open() {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(configuration, bytes, bytes);
    }
}
