package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.test.TestBus;
import org.junit.jupiter.api.Test;

/** Facts of other services: each has one effect, and a poisoned one goes aside with its reason. */
class ConsumerTest extends ContributionTest {

    @Test
    void a_need_of_another_service_is_shown_to_its_person_until_it_is_closed() {
        var alliance = alliance();
        var person = delegate(alliance, id());
        var other = delegate(alliance, id());
        var need = id();
        var opened = need(alliance, need, person.person(), "2026-12-01T10:00:00Z");
        bus.send(opened);
        bus.send(opened);
        await(() -> assertThat(read(person, "/needed-of-me").get("items").size()).isEqualTo(1));
        var shown = read(person, "/needed-of-me").get("items").get(0);
        assertThat(shown.get("service").asString()).isEqualTo("purpose");
        assertThat(shown.get("why").asString()).isEqualTo("Your firm has not voted yet.");
        assertThat(shown.get("due").asString()).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(shown.get("link").get("kind").asString()).isEqualTo("proposal");
        assertThat(read(other, "/needed-of-me").get("items").size()).isZero();

        bus.send(
                "purpose.need-closed.v1",
                alliance,
                need,
                Map.of("need", need, "person", person.person()));
        bus.send(opened);
        var last = need(alliance, id(), other.person(), "2026-12-03T10:00:00Z");
        bus.send(last);
        await(() -> assertThat(read(other, "/needed-of-me").get("items").size()).isEqualTo(1));
        assertThat(read(person, "/needed-of-me").get("items").size())
                .as("a repeated event does not open it again")
                .isZero();
    }

    @Test
    void the_most_urgent_comes_first_and_fifty_at_most() {
        var alliance = alliance();
        var person = member(alliance, id());
        for (var day = 1; day <= 55; day++) {
            var due = Instant.parse("2027-03-01T00:00:00Z").minus(Duration.ofDays(day)).toString();
            bus.send(need(alliance, id(), person.person(), due));
        }
        var urgent = "2027-01-05T00:00:00Z"; // the 55th
        await(() ->
                assertThat(read(person, "/needed-of-me").get("items").get(0).get("due").asString())
                        .isEqualTo(urgent));
        assertThat(read(person, "/needed-of-me").get("items").size()).isEqualTo(50);
    }

    @Test
    void a_poisoned_fact_is_set_aside_and_the_next_one_taken() {
        var alliance = alliance();
        var person = member(alliance, id());
        var poison = id();
        bus.send(
                new TestBus.Fact(
                        poison,
                        "purpose.goal-set.v1",
                        alliance,
                        id(),
                        Instant.now(),
                        Map.of(
                                "goal",
                                "not an id",
                                "purpose",
                                id(),
                                "title",
                                "x",
                                "owner",
                                person.person())));
        var goal = goal(alliance, person.person());
        assertThat(goal).isNotNull();
        assertThat(deadLetters()).contains(poison.toString());
    }

    private static TestBus.Fact need(UUID alliance, UUID need, UUID person, String due) {
        return new TestBus.Fact(
                id(),
                "purpose.need-opened.v1",
                alliance,
                need,
                Instant.now(),
                Map.of(
                        "need",
                        need,
                        "person",
                        person,
                        "why",
                        "Your firm has not voted yet.",
                        "due",
                        due,
                        "link",
                        Map.of("kind", "proposal", "id", id()),
                        "title",
                        "Ratify the fee rules"));
    }

    private static List<String> deadLetters() {
        var found = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestServers.kafka(),
                                "group.id",
                                "dead-letters-" + id(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("commonweal.dead-letters.contribution"));
            await(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> {
                            assertThat(letter.headers().lastHeader("cw_reason")).isNotNull();
                            found.add(
                                    new String(
                                            letter.headers().lastHeader("ce_id").value(),
                                            StandardCharsets.UTF_8));
                        });
                assertThat(found).isNotEmpty();
            });
        }
        return found;
    }
}
