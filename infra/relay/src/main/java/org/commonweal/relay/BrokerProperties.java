package org.commonweal.relay;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the brokers are, and what else a client must know to reach them: encryption, credentials.
 *
 * @param properties in Kafka's own names, such as {@code security.protocol}
 */
@ConfigurationProperties("spring.kafka")
record BrokerProperties(String bootstrapServers, @DefaultValue Map<String, String> properties) {

    BrokerProperties {
        properties = Map.copyOf(properties);
    }

    /** A client's settings; its own win. */
    Map<String, Object> client(Map<String, Object> own) {
        var settings = new HashMap<String, Object>(properties);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.putAll(own);
        return settings;
    }
}
