package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** A pool pays by a decision of the members, once, and in no other way (claims A11, A17). */
class SpendingTest extends MoneyTest {

    private static final long SEED = 20261127;

    @Test
    void a_decision_pays_once_and_stands_beside_the_payment() {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var pool = pool(payer, other, "EUR", 1_000);
        var decision = id();
        var event = id();
        var told = spending(decision, pool, 400, "EUR", other.organization());
        for (var again = 0; again < 2; again++) {
            bus.send(event, "purpose.decision-adopted.v1", payer.alliance(), decision, told);
            bus.send(id(), "purpose.decision-adopted.v1", payer.alliance(), decision, told);
        }
        await(() -> assertThat(outcome(decision)).contains("DONE"));
        var last = spent(payer.alliance(), pool, 1, "EUR", other.organization());
        await(() -> assertThat(outcome(last)).contains("DONE"));
        assertThat(outcome(decision).lines()).hasSize(1);
        assertThat(outcome(decision)).contains("\"DONE\"");
        balance(payer, pool, 599);
        get(payer, "/pools/" + pool + "/movements")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[1].amountMinor")
                .isEqualTo(-400)
                .jsonPath("$.items[1].decision")
                .isEqualTo(decision.toString())
                .jsonPath("$.items[1].title")
                .isEqualTo("Seed money for the glossary")
                .jsonPath("$.items[1].organization")
                .isEqualTo(other.organization().toString());
        assertThat(difference()).isEqualTo("0");
    }

    @Test
    void a_person_is_paid_and_takes_it_along() {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var pool = pool(payer, other, "CHF", 90);
        var payee = member(payer.alliance(), id());
        var decision = id();
        var told = new HashMap<>(spending(decision, pool, 90, "CHF", payee.organization()));
        told.put("person", payee.person());
        tell("purpose.decision-adopted.v1", payer.alliance(), decision, told);
        await(() -> balance(payer, pool, 0));
        get(payee, "/my-data/recognition")
                .expectBody()
                .jsonPath("$.payments[0].amountMinor")
                .isEqualTo(90)
                .jsonPath("$.payments[0].decision")
                .isEqualTo(decision.toString());
        get(payer, "/my-data/recognition")
                .expectBody()
                .jsonPath("$.payments.length()")
                .isEqualTo(0);
    }

    @Test
    void what_the_pool_cannot_pay_is_refused_for_good_with_the_reason() {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var to = other.organization();
        var pool = pool(payer, other, "EUR", 100);
        var waiting = id();
        put(payer, "/pools/" + waiting, Map.of("name", "Waiting", "currency", "EUR"))
                .expectStatus()
                .isCreated();
        var much = spent(payer.alliance(), pool, 101, "EUR", to);
        var foreign = spent(payer.alliance(), pool, 1, "USD", to);
        var unknown = spent(payer.alliance(), id(), 1, "EUR", to);
        var early = spent(payer.alliance(), waiting, 1, "EUR", to);
        var elsewhere = spent(id(), pool, 1, "EUR", to);
        var stranger = spent(payer.alliance(), pool, 1, "EUR", id());
        var nobody = id();
        var told = new HashMap<>(spending(nobody, pool, 1, "EUR", to));
        told.put("organization", null);
        tell("purpose.decision-adopted.v1", payer.alliance(), nobody, told);
        refused(much, "pool-balance-too-low");
        refused(foreign, "pool-other-currency");
        refused(unknown, "pool-unknown");
        refused(early, "pool-not-open");
        refused(elsewhere, "pool-unknown");
        refused(nobody, "payee-missing");
        refused(stranger, "payee-unknown");
        deposited(payer, other, pool, 1_000);
        var last = spent(payer.alliance(), pool, 1_100, "EUR", to);
        await(() -> assertThat(outcome(last)).contains("DONE"));
        assertThat(outcome(much)).as("a refusal is not tried again").contains("REFUSED");
        balance(payer, pool, 0);
        assertThat(difference()).isEqualTo("0");
    }

    private void refused(UUID decision, String code) {
        await(() ->
                assertThat(outcome(decision))
                        .contains("\"REFUSED\"", "\"" + code + "\"")
                        .doesNotContain("\"detail\": null"));
    }

    /** Two instances, three deliveries each, any order, and deposits in between. */
    @Test
    void however_decisions_come_the_books_balance_and_no_pool_is_overdrawn() {
        var chance = new Random(SEED);
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var pool = pool(payer, other, "EUR", 500);
        var decisions = new ArrayList<UUID>();
        var deliveries = new ArrayList<Event>();
        for (var i = 0; i < 40; i++) {
            var decision = id();
            decisions.add(decision);
            var told =
                    spending(
                            decision,
                            pool,
                            1 + chance.nextInt(60),
                            chance.nextInt(8) == 0 ? "USD" : "EUR",
                            other.organization());
            for (var copy = 0; copy < 3; copy++) {
                deliveries.add(event(payer.alliance(), decision, told));
            }
        }
        Collections.shuffle(deliveries, chance);
        var second = second();
        var handed = deliver(deliveries, List.of(service, second)).toFuture();
        for (var i = 0; i < 4; i++) {
            deposited(payer, other, pool, 100);
        }
        handed.join();
        assertThat(decisions)
                .allSatisfy(decision ->
                        assertThat(outcome(decision)).isNotEqualTo("null").hasLineCount(1));
        assertThat(difference()).isEqualTo("0");
        assertThat(Long.parseLong(one("min(balance) FROM recognition.pool"))).isNotNegative();
    }

    /** Takes no partition from the services of other tests; closing it would close their loops. */
    private ConfigurableApplicationContext second() {
        return SpringApplication.run(
                RecognitionServiceApplication.class,
                Stream.concat(Stream.of(settings()), Stream.of("--commonweal.consume=false"))
                        .toArray(String[]::new));
    }

    private static Event event(UUID alliance, UUID decision, Map<String, Object> told) {
        return new Event(
                id(),
                "purpose.decision-adopted.v1",
                alliance,
                decision,
                1,
                null,
                null,
                Audience.EVERYONE,
                Instant.now(),
                JsonMapper.shared().valueToTree(told));
    }

    /** As listeners do that take partitions from each other: again, until it is taken in. */
    private static Mono<Void> deliver(
            List<Event> events, List<ConfigurableApplicationContext> instances) {
        return Flux.fromIterable(events)
                .index()
                .flatMap(
                        one ->
                                handled(one.getT2(), instances.get((int) (one.getT1() % 2)))
                                        .subscribeOn(Schedulers.boundedElastic())
                                        .retryWhen(Retry.backoff(20, Duration.ofMillis(20))),
                        6)
                .then();
    }

    private static Mono<Void> handled(Event event, ConfigurableApplicationContext instance) {
        return Mono.defer(() ->
                Flux.fromIterable(instance.getBeansOfType(EventHandler.class).values())
                        .filter(handler -> handler.types().contains(event.type()))
                        .concatMap(handler -> handler.handle(event))
                        .then());
    }

    /**
     * The transaction dies between claim and payment, as when the service or database is killed.
     */
    @Test
    void what_is_cut_off_in_the_middle_leaves_nothing_and_is_paid_when_it_comes_again()
            throws SQLException {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var pool = pool(payer, other, "EUR", 10);
        UUID decision;
        try (var holder = database.connect("postgres");
                var sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("LOCK TABLE recognition.money_entry IN ACCESS EXCLUSIVE MODE");
            decision = spent(payer.alliance(), pool, 10, "EUR", other.organization());
            await(() ->
                    assertThat(
                                    one(
                                            """
                                            count(*) FROM pg_stat_activity
                                            WHERE wait_event_type = 'Lock'
                                              AND query LIKE '%money_entry%'\
                                            """))
                            .isNotEqualTo("0"));
            assertThat(outcome(decision)).isEqualTo("null");
            sql.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE wait_event_type = 'Lock' AND query LIKE '%money_entry%'\
                    """);
            holder.rollback();
        }
        await(() -> assertThat(outcome(decision)).contains("DONE"));
        balance(payer, pool, 0);
        assertThat(difference()).isEqualTo("0");
    }
}
