package org.commonweal.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonweal.embedded.test.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** What becomes of records that cannot be taken in, with dead letters on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class EventListenerTest {

    private static final String TOPIC = "commonweal.gift";
    private static final String GIVEN = "gift.given.v1";

    private final UUID alliance = new UUID(1, 1);
    private String servers;
    private DefaultKafkaProducerFactory<String, byte[]> producers;
    private int offset;

    @BeforeAll
    void start() throws Exception {
        servers = TestServers.kafka();
        Letters.create(servers, TOPIC);
        producers =
                new DefaultKafkaProducerFactory<>(
                        Map.of("bootstrap.servers", servers),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    void stop() {
        producers.destroy();
    }

    @Test
    void a_thousand_poisoned_records_are_set_aside_untried_and_the_good_ones_behind_them_taken()
            throws Exception {
        var gifts = new Gifts();
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var i = 0; i < 1_000; i++) {
            batch.add(poison(i));
            if (i % 100 == 99) {
                batch.add(good("gift " + i));
            }
        }
        listener("many", gifts).onMessage(batch);
        assertThat(gifts.taken).hasSize(10).startsWith("gift 99").endsWith("gift 999");
        assertThat(gifts.reads.values()).as("nothing was read twice").containsOnly(1);
        assertThat(gifts.tries.values()).as("nothing else was tried").hasSize(10).containsOnly(1);
        assertThat(letters("many"))
                .hasSize(1_000)
                .allMatch(letter -> TOPIC.equals(Letters.header(letter, DeadLetters.TOPIC)))
                .allMatch(letter -> Letters.header(letter, DeadLetters.REASON) != null);
    }

    @Test
    void neighbours_in_a_batch_are_kept_and_only_the_poisoned_one_is_set_aside() throws Exception {
        var gifts = new GiftsTogether();
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        batch.add(good("before"));
        batch.add(record(alliance.toString(), "{\"gift\": null}", HashMap::new));
        batch.add(good("after"));
        listener("batch", gifts).onMessage(batch);
        assertThat(gifts.taken).containsExactly("before", "after");
        assertThat(letters("batch")).hasSize(1);
    }

    @Test
    void an_effect_that_fails_by_the_events_fault_is_tried_three_times() throws Exception {
        var gifts = new Gifts(event -> Mono.error(new IllegalStateException("no such shelf")));
        listener("failing", gifts).onMessage(List.of(good("doomed")));
        assertThat(gifts.tries.values()).containsExactly(EventListener.ATTEMPTS);
        assertThat(letters("failing"))
                .singleElement()
                .extracting(letter -> Letters.header(letter, DeadLetters.REASON))
                .asString()
                .contains("no such shelf");
    }

    @Test
    void nothing_is_set_aside_while_the_database_is_away() throws Exception {
        var gifts = new Gifts(_ -> Mono.error(new R2dbcTransientResourceException("away")));
        var listener = listener("away", gifts);
        assertThatThrownBy(() -> listener.onMessage(List.of(good("unlucky"))))
                .hasMessageContaining("away");
        assertThat(letters("away")).isEmpty();
    }

    @Test
    void dead_letters_come_back_to_their_topic_as_they_were() throws Exception {
        var before = Letters.in(servers, TOPIC).size();
        listener("back", new Gifts()).onMessage(List.of(poison(0), poison(1)));
        assertThat(Redeliver.all(Map.of("bootstrap.servers", servers), "back")).isEqualTo(2);
        var back = Letters.in(servers, TOPIC).subList(before, before + 2);
        assertThat(back)
                .allMatch(entry -> Letters.header(entry, DeadLetters.REASON) == null)
                .allMatch(entry -> Letters.header(entry, DeadLetters.TOPIC) == null)
                .extracting(entry -> Letters.header(entry, "ce_type"))
                .containsOnly(GIVEN);
        assertThat(Redeliver.all(Map.of("bootstrap.servers", servers), "back"))
                .as("each comes back once")
                .isZero();
    }

    private EventListener listener(String service, EventHandler handler) throws Exception {
        Letters.create(servers, DeadLetters.topicOf(service));
        return new EventListener(
                List.of(handler),
                new DeadLetters(new KafkaTemplate<>(producers), service, new SimpleMeterRegistry()),
                new EventObservations(ObservationRegistry.NOOP));
    }

    private List<ConsumerRecord<String, byte[]>> letters(String service) {
        return Letters.in(servers, DeadLetters.topicOf(service));
    }

    private ConsumerRecord<String, byte[]> good(String gift) {
        return record(alliance.toString(), "{\"gift\": \"" + gift + "\"}", HashMap::new);
    }

    /** Each kind of record that nobody can read. */
    private ConsumerRecord<String, byte[]> poison(int number) {
        var key = alliance.toString();
        var good = "{\"gift\": \"book\"}";
        return switch (number % 8) {
            case 0 -> record(key, "{\"gift\": ", HashMap::new);
            case 1 -> record(key, "{\"giver\": \"a field that nobody asked for\"}", HashMap::new);
            case 2 -> record(key, "[]", HashMap::new);
            case 3 -> record(key, null, HashMap::new);
            case 4 -> record(null, good, HashMap::new);
            case 5 -> record(key, good, all -> with(all, "cw_audience", "{\"scope\": \"MOON\"}"));
            case 6 -> record(key, good, all -> with(all, "cw_version", "first"));
            default -> record(new UUID(2, 2).toString(), good, HashMap::new);
        };
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        var changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }

    private ConsumerRecord<String, byte[]> record(
            @Nullable String key,
            @Nullable String payload,
            Function<Map<String, String>, Map<String, String>> change) {
        var sent =
                new ProducerRecord<String, byte[]>(
                        TOPIC, key, payload == null ? null : payload.getBytes(UTF_8));
        var headers =
                Map.of(
                        "ce_id",
                        new UUID(3, offset).toString(),
                        "ce_type",
                        GIVEN,
                        "ce_time",
                        "2026-11-23T08:00:00Z",
                        "ce_subject",
                        new UUID(4, offset).toString(),
                        "cw_alliance",
                        alliance.toString(),
                        "cw_version",
                        "1",
                        "cw_audience",
                        "{\"scope\": \"ALLIANCE\"}");
        change.apply(headers).forEach((name, value) -> sent.headers().add(name, bytes(value)));
        return Letters.received(sent, offset++);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private record GivenV1(String gift) {}

    /** Counts how often each event was read, and how often its effect was tried. */
    private static class Gifts implements EventHandler {

        final Map<UUID, Integer> reads = new HashMap<>();
        final Map<UUID, Integer> tries = new HashMap<>();
        final List<String> taken = new CopyOnWriteArrayList<>();
        private final Function<Event, Mono<?>> effect;

        Gifts() {
            this.effect = event -> Mono.fromRunnable(() -> taken.add(gift(event)));
        }

        Gifts(Function<Event, Mono<?>> effect) {
            this.effect = effect;
        }

        @Override
        public Set<String> types() {
            return Set.of(GIVEN);
        }

        @Override
        public Mono<?> handle(Event event) {
            reads.merge(event.id(), 1, Integer::sum);
            event.as(GivenV1.class);
            return Mono.defer(() -> {
                tries.merge(event.id(), 1, Integer::sum);
                return effect.apply(event);
            });
        }

        static String gift(Event event) {
            return event.as(GivenV1.class).gift();
        }
    }

    private static final class GiftsTogether implements EventBatchHandler {

        final List<String> taken = new CopyOnWriteArrayList<>();

        @Override
        public Set<String> types() {
            return Set.of(GIVEN);
        }

        @Override
        public Mono<?> handle(List<Event> events) {
            var gifts = events.stream().map(Gifts::gift).toList();
            return Mono.fromRunnable(() -> taken.addAll(gifts));
        }
    }
}
