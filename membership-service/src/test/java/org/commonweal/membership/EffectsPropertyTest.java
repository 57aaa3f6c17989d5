package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Decisions that come several times, in any order and to two instances at once, each have one
 * outcome; and no firm has more seats than the rulebook allows at any end.
 */
class EffectsPropertyTest extends DecidedTest {

    private static final long SEED = 20261127;
    private static final int CAP = 2;

    /** Ends with the process, as the first: closing one would close the loops of both. */
    private static final ConfigurableApplicationContext OTHER =
            SpringApplication.run(
                    MembershipServiceApplication.class,
                    Stream.concat(Stream.of(arguments()), Stream.of("--commonweal.consume=false"))
                            .toArray(String[]::new));

    @RepeatedTest(3)
    void each_decision_has_one_outcome_however_it_comes(RepetitionInfo run) {
        var chance = new Random(SEED + run.getCurrentRepetition());
        rules(run.getCurrentRepetition(), id(), "DELEGATE", CAP);
        var people = people(run.getCurrentRepetition());
        var decisions = new ArrayList<Event>();
        for (var i = 0; i < 24; i++) {
            decisions.add(decision(people.get(chance.nextInt(people.size())), chance));
        }
        var deliveries = new ArrayList<Event>();
        for (var copy = 0; copy < 3; copy++) {
            deliveries.addAll(decisions);
        }
        Collections.shuffle(deliveries, chance);
        deliver(deliveries, List.of(service, OTHER));
        for (var decision : decisions) {
            assertThat(journal(EXECUTED, decision.subject()).lines())
                    .as("outcomes of %s", decision.payload())
                    .hasSize(1);
        }
        assertThat(count("executed_decision d WHERE kind = 'GIVE_OFFICE' AND outcome = 'DONE'"))
                .isEqualTo(count("office"));
        assertThat(
                        count(
                                """
                                (SELECT organization_id FROM office
                                 WHERE state IN ('OFFERED', 'HELD')
                                 GROUP BY organization_id HAVING count(*) > %d) x\
                                """
                                        .formatted(CAP)))
                .as("firms with too many seats")
                .isZero();
        assertThat(
                        count(
                                """
                                office o JOIN membership m ON m.alliance_id = o.alliance_id
                                    AND m.person_id = o.person_id
                                WHERE o.state IN ('OFFERED', 'HELD')
                                  AND (m.state <> 'ACTIVE'
                                       OR m.organization_id <> o.organization_id)\
                                """))
                .as("seats of who is not there")
                .isZero();
    }

    private List<Someone> people(int run) {
        var people = new ArrayList<Someone>();
        for (var name : new String[] {"a", "b"}) {
            var house = new Firm("property-" + name + run);
            for (var i = 0; i < 4; i++) {
                people.add(house.member("Person " + i));
            }
        }
        return people;
    }

    private Event decision(Someone person, Random chance) {
        var office = chance.nextBoolean() ? "CONVENER" : "STEWARD";
        return switch (chance.nextInt(5)) {
            case 0 -> adopted(id(), "REMOVE_MEMBER", Map.of("person", personOf(person)));
            case 1 ->
                    adopted(
                            id(),
                            "END_OFFICE",
                            Map.of("person", personOf(person), "office", office));
            default -> adopted(id(), "GIVE_OFFICE", office(person, office));
        };
    }

    /** As listeners do that take partitions from each other: again, until it is taken in. */
    private static void deliver(
            List<Event> events, List<ConfigurableApplicationContext> instances) {
        Flux.fromIterable(events)
                .index()
                .flatMap(
                        one ->
                                handled(one.getT2(), instances.get((int) (one.getT1() % 2)))
                                        .subscribeOn(Schedulers.boundedElastic())
                                        .retryWhen(Retry.backoff(20, Duration.ofMillis(20))),
                        6)
                .then()
                .block(Duration.ofMinutes(2));
    }

    private static Mono<Void> handled(Event event, ConfigurableApplicationContext instance) {
        return Mono.defer(() ->
                Flux.fromIterable(instance.getBeansOfType(EventHandler.class).values())
                        .filter(handler -> handler.types().contains(event.type()))
                        .concatMap(handler -> handler.handle(event))
                        .then());
    }
}
