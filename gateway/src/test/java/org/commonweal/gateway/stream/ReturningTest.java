package org.commonweal.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.commonweal.gateway.login.Login;
import org.commonweal.gateway.seal.Seal;
import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.TestConstructor;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Those who come back: to a gateway that was restarted, after too long, or too slowly. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReturningTest extends GatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FACT = "purpose.goal-set.v1";
    private static final int KEPT = 5;
    private static final int QUEUE = 8;

    private final UUID alliance = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final Login login = new Login("https://id.example", "person-" + person);
    private final Seal seal;
    private final FeedConsumers consumers;
    private final StreamProperties properties;

    ReturningTest(Seal seal, FeedConsumers consumers, StreamProperties properties) {
        this.seal = seal;
        this.consumers = consumers;
        this.properties =
                new StreamProperties(
                        properties.topics(),
                        properties.standingsTopic(),
                        Map.of(),
                        properties.links(),
                        Duration.ofHours(24),
                        KEPT,
                        1000,
                        QUEUE,
                        10,
                        10,
                        Duration.ofHours(1),
                        Duration.ofSeconds(2));
    }

    @BeforeEach
    void join() {
        TOPICS.standing(
                alliance,
                person,
                UUID.randomUUID(),
                "ACTIVE",
                1,
                "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                        .formatted(login.issuer(), login.subject()));
    }

    @Test
    void a_restarted_gateway_goes_on_where_the_client_was() {
        String place = place();
        UUID first = TOPICS.say(alliance, FACT);
        TOPICS.say(UUID.randomUUID(), FACT);
        UUID second = TOPICS.say(alliance, FACT);

        LiveStream restarted = started();

        assertThat(heard(restarted.open(login, null, place)))
                .map(ReturningTest::subjectOf)
                .containsSubsequence("-", first.toString(), second.toString(), "-");
    }

    @Test
    void a_client_that_stayed_away_too_long_reads_everything_again() {
        String place = place();
        for (int i = 0; i <= KEPT; i++) {
            TOPICS.say(alliance, FACT);
        }

        assertThat(heard(started().open(login, null, place)))
                .extracting(ServerSentEvent::event)
                .containsOnlyOnce("reset")
                .doesNotContain("change");
    }

    @Test
    void a_quiet_alliance_is_not_read_again_because_others_are_busy() {
        String place = place();
        UUID own = TOPICS.say(alliance, FACT);
        UUID busy = alliance;
        while (samePartition(busy)) {
            busy = UUID.randomUUID();
        }
        for (int i = 0; i <= KEPT; i++) {
            TOPICS.say(busy, FACT);
        }

        assertThat(heard(started().open(login, null, place)))
                .map(ReturningTest::subjectOf)
                .contains(own.toString());
    }

    @Test
    void a_place_that_kafka_has_not_reached_means_reading_everything_again() {
        Sources sources = sources();
        long[] future = new long[sources.count()];
        Arrays.fill(future, Long.MAX_VALUE);
        String place = new Position(future).sealed(seal);

        assertThat(heard(started().open(login, null, place)))
                .extracting(ServerSentEvent::event)
                .contains("reset");
    }

    @Test
    void a_slow_client_is_not_waited_for_and_is_told_to_read_again() {
        LiveStream live = started();
        SlowClient client = new SlowClient();
        live.open(login, null, null).subscribe(client);

        // More than the queue and what is under way to the client can hold.
        for (int i = 0; i < 200; i++) {
            live.arrived(0, 1_000_000 + i, change());
        }
        client.request(Long.MAX_VALUE);

        List<ServerSentEvent<Object>> all = client.awaitEnd();
        assertThat(all).hasSizeLessThan(100);
        assertThat(all.getLast().event()).isEqualTo("reset");
        assertThat(Position.open(String.valueOf(all.getLast().id()), sources().count(), seal))
                .hasValueSatisfying(place -> assertThat(place.next(0)).isEqualTo(1_000_200));
    }

    private Change change() {
        Pointer.Link link = new Pointer.Link("goal", person);
        return new Change(
                new Pointer(alliance, FACT, person, Instant.EPOCH.plusSeconds(1), link),
                new Audience.Alliance());
    }

    /** The sealed place of a client that has heard everything up to now. */
    private String place() {
        LiveStream live = started();
        List<ServerSentEvent<Object>> events = heard(live.open(login, null, null));
        return Objects.requireNonNull(events.get(1).id());
    }

    private LiveStream started() {
        Clock clock = Clock.systemUTC();
        LiveStream live = new LiveStream(properties, seal, clock, new SimpleMeterRegistry());
        RecordReader records = new RecordReader(JsonMapper.shared(), properties);
        ChangeReader reader = new ChangeReader(properties, records, live, clock);
        try (Consumer<byte[], byte[]> consumer = consumers.open()) {
            reader.readPast(consumer);
        }
        return live;
    }

    /** What a stream says at once, until it is silent. */
    private static List<ServerSentEvent<Object>> heard(Flux<ServerSentEvent<Object>> stream) {
        return Objects.requireNonNull(
                stream.takeUntilOther(Mono.delay(Duration.ofMillis(500)))
                        .collectList()
                        .block(PATIENCE));
    }

    private Sources sources() {
        return new Sources(properties.topics(), 12);
    }

    private boolean samePartition(UUID other) {
        Sources sources = sources();
        return sources.of(Set.of(other)).equals(sources.of(Set.of(alliance)));
    }

    private static String subjectOf(ServerSentEvent<Object> event) {
        return event.data() instanceof Pointer pointer ? pointer.subject().toString() : "-";
    }

    /** Asks for nothing until it is told to. */
    private static final class SlowClient extends BaseSubscriber<ServerSentEvent<Object>> {

        private final List<ServerSentEvent<Object>> heard = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(ServerSentEvent<Object> event) {
            heard.add(event);
        }

        @Override
        protected void hookOnComplete() {
            ended.countDown();
        }

        List<ServerSentEvent<Object>> awaitEnd() {
            try {
                assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            return heard;
        }
    }
}
