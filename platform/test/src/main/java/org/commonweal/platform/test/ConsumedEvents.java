package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.objenesis.SpringObjenesis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One handler against {@code contracts/events}: each event that it hears it reads from the example
 * that the producer must write. A test of each handler is asked for by {@link ArchitectureRules}.
 */
public final class ConsumedEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path events;
    private final Class<? extends EventHandler> handler;
    private final Map<String, Consumer<Event>> readings = new LinkedHashMap<>();

    private ConsumedEvents(Path events, Class<? extends EventHandler> handler) {
        this.events = events;
        this.handler = handler;
    }

    public static ConsumedEvents by(Class<? extends EventHandler> handler) {
        return in(Repository.root().resolve("contracts"), handler);
    }

    static ConsumedEvents in(Path contracts, Class<? extends EventHandler> handler) {
        return new ConsumedEvents(contracts.resolve("events"), handler);
    }

    /** The handler reads the payload as this record; each component must find its value. */
    public ConsumedEvents reads(String type, Class<? extends Record> payload) {
        return reads(type, event -> found(event, payload));
    }

    /** The handler reads the payload as JSON; {@code reading} fails when it misses something. */
    public ConsumedEvents reads(String type, Consumer<Event> reading) {
        readings.put(type, reading);
        return this;
    }

    /** That the event has happened is all that the handler needs to know. */
    public ConsumedEvents readsNothingOf(String type) {
        return reads(type, _ -> {});
    }

    public Stream<DynamicTest> checks() {
        var all = DynamicTest.dynamicTest("reads all that it hears", this::complete);
        var each =
                readings.entrySet().stream()
                        .map(reading ->
                                DynamicTest.dynamicTest(
                                        "reads " + reading.getKey(),
                                        () -> reading.getValue().accept(event(reading.getKey()))));
        return Stream.concat(Stream.of(all), each);
    }

    /** What is heard is asked of the handler itself; that needs none of its parts. */
    private void complete() {
        var heard = new SpringObjenesis().newInstance(handler).types();
        assertThat(readings.keySet())
                .as("events that %s hears", handler.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(heard);
    }

    /** The example, with a field that the consumer cannot know yet. */
    private Event event(String type) {
        var example = (ObjectNode) JSON.readTree(EventContract.ofType(events, type).example());
        return new Event(
                new UUID(7, 1),
                type,
                new UUID(7, 2),
                new UUID(7, 3),
                1,
                new UUID(7, 4),
                new UUID(7, 5),
                Audience.EVERYONE,
                Instant.parse("2026-11-23T08:00:00Z"),
                example.put("added in a later version", true));
    }

    /** A misspelt component would be null or zero for ever. */
    private static void found(Event event, Class<? extends Record> payload) {
        var read = JSON.readTree(JSON.writeValueAsString(event.as(payload)));
        assertThat(differences("", read, event.payload()))
                .as("%s, read by %s", event.type(), payload.getSimpleName())
                .isEmpty();
    }

    /** Where {@code part} is not contained in {@code whole}, as JSON pointers. */
    private static List<String> differences(String at, JsonNode part, JsonNode whole) {
        if (part.isObject() && whole.isObject()) {
            return part.propertyStream()
                    .flatMap(field ->
                            differences(
                                    at + "/" + field.getKey(),
                                    field.getValue(),
                                    whole.path(field.getKey()))
                                    .stream())
                    .toList();
        }
        if (part.isArray() && whole.isArray() && part.size() == whole.size()) {
            return IntStream.range(0, part.size())
                    .boxed()
                    .flatMap(i -> differences(at + "/" + i, part.get(i), whole.get(i)).stream())
                    .toList();
        }
        return part.equals(whole) ? List.of() : List.of(at + " is " + part + ", not " + whole);
    }
}
