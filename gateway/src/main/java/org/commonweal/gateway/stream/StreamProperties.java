package org.commonweal.gateway.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the stream comes from, how much of it is kept, and how many may listen. */
@ConfigurationProperties("commonweal.stream")
record StreamProperties(
        List<String> topics,
        String standingsTopic,
        @DefaultValue Map<String, String> kafka,
        Map<String, List<String>> links,
        @DefaultValue("24h") Duration keptFor,
        @DefaultValue("2000") int keptMaxPerPartition,
        @DefaultValue("20000") int reloadMaxPerPartition,
        @DefaultValue("256") int queueMax,
        @DefaultValue("5000") int streamsMax,
        @DefaultValue("20") int streamsMaxPerLogin,
        @DefaultValue("1h") Duration streamTimeMax,
        @DefaultValue("2s") Duration reconnectAfter) {

    StreamProperties {
        topics = List.copyOf(topics);
        kafka = Map.copyOf(kafka);
        links = Map.copyOf(links);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("commonweal.stream.topics is empty");
        }
        if (keptMaxPerPartition < 1 || reloadMaxPerPartition < 1 || queueMax < 1) {
            throw new IllegalArgumentException("commonweal.stream: every limit is at least 1");
        }
    }

    /** What kind of thing the subject of an event is, by the event's type. */
    Map<String, String> kindsByType() {
        Map<String, String> kinds = new HashMap<>();
        links.forEach((kind, types) -> types.forEach(type -> kinds.put(type, kind)));
        return Map.copyOf(kinds);
    }
}
