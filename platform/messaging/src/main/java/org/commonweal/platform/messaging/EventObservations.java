package org.commonweal.platform.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.ReceiverContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
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
        return observed(List.of(entry), effect);
    }

    /**
     * Of several that are taken by one statement. Each has its own trace; what the effect does
     * belongs to that of the first.
     */
    <T> Mono<T> observed(List<ConsumerRecord<String, byte[]>> run, Mono<T> effect) {
        return Mono.using(
                () -> run.stream().map(entry -> of(entry).start()).toList(),
                begun ->
                        effect.doOnError(failure -> begun.forEach(each -> each.error(failure)))
                                .contextWrite(context ->
                                        context.put(
                                                ObservationThreadLocalAccessor.KEY,
                                                begun.getFirst())),
                begun -> begun.forEach(Observation::stop));
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
