package org.commonweal.platform.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.observability.micrometer.Micrometer;
import reactor.core.publisher.Mono;

/**
 * Times each event that is taken, and goes on with the trace of the command that it came of: the
 * relay has brought it along in the record's header.
 */
final class EventObservations {

    private static final String NAME = "commonweal.event";

    private final ObservationRegistry registry;

    EventObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Of one event. */
    <T> Mono<T> observed(ConsumerRecord<String, byte[]> entry, Mono<T> effect) {
        return effect.tap(Micrometer.observation(registry, _ -> of(entry)));
    }

    /** Of several that are taken by one statement; each has its own trace. */
    <T> Mono<T> observed(List<ConsumerRecord<String, byte[]>> run, Mono<T> effect) {
        var observed = effect;
        for (var entry : run) {
            observed = observed(entry, observed);
        }
        return observed;
    }

    private Observation of(ConsumerRecord<String, byte[]> entry) {
        var context = new ReceiverContext<ConsumerRecord<String, byte[]>>(EventObservations::text);
        context.setCarrier(entry);
        context.setRemoteServiceName("kafka");
        var type = Event.typeOf(entry);
        return Observation.createNotStarted(NAME, () -> context, registry)
                .contextualName("take " + type)
                .lowCardinalityKeyValue("type", type);
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> entry, String header) {
        var found = entry.headers().lastHeader(header);
        return found == null || found.value() == null
                ? null
                : new String(found.value(), StandardCharsets.UTF_8);
    }
}
