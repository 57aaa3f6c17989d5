package org.commonweal.purpose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.test.LeakProbe;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes in over the broker has its effect once, in order, and in its own alliance. */
class ConsumerTest extends PurposeTest {

    @Test
    void a_duplicate_is_one_effect_and_the_first_charter_stands() {
        var alliance = id();
        var event = id();
        for (var times = 0; times < 3; times++) {
            bus.send(event, "membership.alliance-founded.v1", alliance, alliance, founded(400_000));
        }
        found(alliance, 999_999, 1, "PT1S");
        delegate(alliance);
        assertThat(
                        column(
                                alliance,
                                "SELECT document->'rules'->0->>'quorumPerMillion' FROM rulebook"))
                .containsExactly("400000");
        assertThat(column(alliance, "SELECT event_id FROM inbox")).hasSize(2);
    }

    @Test
    void an_older_standing_never_replaces_a_newer_one() {
        var member = delegate(alliance());
        standing(member, "ACTIVE", false, 3);
        standing(member, "ENDED", true, 2);
        delegate(member.alliance());
        assertThat(
                        column(
                                member.alliance(),
                                "SELECT state || delegate FROM standing WHERE version = 3"))
                .containsExactly("ACTIVEfalse");
        get(member, "/purpose").expectStatus().isOk();
    }

    @Test
    void a_poisoned_fact_is_set_aside_and_the_next_ones_count() {
        var alliance = id();
        var poison =
                bus.send(
                        "membership.alliance-founded.v1",
                        alliance,
                        alliance,
                        Map.of("timeZone", "Nowhere/Land", "charter", Map.of()));
        found(alliance, 500_000, 500_000, "PT1H");
        delegate(alliance);
        assertThat(
                        column(
                                alliance,
                                "SELECT document->'rules'->0->>'quorumPerMillion' FROM rulebook"))
                .containsExactly("500000");
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        TestServers.kafka(),
                        "group.id",
                        "test-" + poison,
                        "auto.offset.reset",
                        "earliest");
        try (var letters =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            letters.subscribe(List.of("commonweal.dead-letters.purpose"));
            var seen = new ArrayList<String>();
            await(() -> {
                for (var letter : letters.poll(Duration.ofMillis(200))) {
                    seen.add(new String(letter.headers().lastHeader("ce_id").value(), UTF_8));
                }
                assertThat(seen).containsOnlyOnce(poison.toString());
            });
        }
    }

    @Test
    void two_alliances_on_one_small_pool_never_see_each_other() {
        var one = tenant("Canary of the one");
        var other = tenant("Canary of the other");
        var sql = service.getBean(ScopedDatabase.class);
        new LeakProbe(one, other)
                .check((alliance, trouble) ->
                        sql.inAlliance(
                                alliance,
                                client ->
                                        Flux.from(
                                                        client.sql(
                                                                        """
                                                                        SELECT title FROM purpose
                                                                        UNION ALL
                                                                        SELECT payload::text FROM journal\
                                                                        """)
                                                                .map(row ->
                                                                        String.valueOf(row.get(0)))
                                                                .all())
                                                .collectList()
                                                .flatMap(seen ->
                                                        trouble.then(Mono.just(seen.toString())))));
    }

    private LeakProbe.Tenant tenant(String canary) {
        var author = delegate(alliance());
        put(author, "/purpose/drafts/" + id(), Map.of("title", canary)).expectStatus().isCreated();
        return new LeakProbe.Tenant(author.alliance(), canary);
    }

    private static Map<String, Object> founded(int quorum) {
        return Map.of(
                "timeZone",
                "Europe/Lisbon",
                "charter",
                Map.of(
                        "quorumPerMillion",
                        quorum,
                        "thresholdPerMillion",
                        600_000,
                        "ballotMinimum",
                        "PT48H"));
    }
}
