package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElectorateTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final long SEED = 20_261_127;

    @Test
    void a_firm_has_one_vote_however_many_delegates_it_has_and_none_without() {
        var electorate = Electorate.of(rule(Body.FIRMS, null), people(3, 1), Set.of(), NOW);
        assertThat(electorate.electors()).hasSize(2);
        assertThat(electorate.weight()).isEqualTo(2L * Weight.WHOLE);
        var idle = List.of(new Person(person(9, 1), firm(9), false));
        assertThat(Electorate.of(rule(Body.FIRMS, null), idle, Set.of(), NOW).electors()).isEmpty();
    }

    @Test
    void people_of_one_firm_weigh_together_what_the_rule_lets_them() {
        var electorate = Electorate.of(rule(Body.PERSONS, 2), people(4, 1), Set.of(), NOW);
        assertThat(electorate.electors())
                .extracting(Elector::weight)
                .containsExactly(500_000, 500_000, 500_000, 500_000, 1_000_000);
    }

    /** Claim B14: the sponsor's people weigh no more than those of the smallest firm. */
    @Test
    void the_sponsor_is_one_voice_among_the_firms() {
        var people = people(6, 2, 3);
        var electorate = Electorate.of(rule(Body.PERSONS, null), people, Set.of(firm(0)), NOW);
        assertThat(weight(electorate, firm(0))).isLessThanOrEqualTo(2L * Weight.WHOLE);
        assertThat(weight(electorate, firm(1))).isEqualTo(2L * Weight.WHOLE);
        assertThat(weight(electorate, firm(2))).isEqualTo(3L * Weight.WHOLE);
    }

    @Test
    void who_belongs_to_two_firms_votes_once() {
        var twice =
                List.of(
                        new Person(person(1, 1), firm(1), true),
                        new Person(person(1, 1), firm(2), false));
        assertThat(Electorate.of(rule(Body.PERSONS, null), twice, Set.of(), NOW).electors())
                .extracting(Elector::organization)
                .containsExactly(firm(1));
    }

    @Test
    void whatever_the_sizes_no_firm_is_above_its_cap_and_no_sponsor_above_any_firm() {
        var chance = new Random(SEED);
        for (var run = 0; run < 2_000; run++) {
            var sizes = IntStream.range(0, 1 + chance.nextInt(12)).map(_ -> 1 + chance.nextInt(40));
            var people = people(sizes.toArray());
            var cap = chance.nextBoolean() ? null : Integer.valueOf(1 + chance.nextInt(8));
            var sponsors = new HashSet<OrganizationId>();
            if (chance.nextBoolean()) {
                sponsors.add(firm(0));
            }
            var electorate = Electorate.of(rule(Body.PERSONS, cap), people, sponsors, NOW);
            assertThat(electorate.electors()).hasSize(people.size());
            var weights = new HashMap<OrganizationId, Long>();
            electorate
                    .electors()
                    .forEach(one ->
                            weights.merge(one.organization(), (long) one.weight(), Long::sum));
            for (var firm : weights.keySet()) {
                if (cap != null) {
                    assertThat(weights.get(firm)).isLessThanOrEqualTo((long) cap * Weight.WHOLE);
                }
                if (sponsors.contains(firm) || sponsors.isEmpty()) {
                    continue;
                }
                assertThat(weights.get(firm(0)))
                        .as("run %d of seed %d", run, SEED)
                        .isLessThanOrEqualTo(weights.get(firm));
            }
        }
    }

    private static long weight(Electorate electorate, OrganizationId firm) {
        return electorate.electors().stream()
                .filter(one -> one.organization().equals(firm))
                .mapToLong(Elector::weight)
                .sum();
    }

    /** Firms of these sizes, whose people are all delegates. */
    private static List<Person> people(int... sizes) {
        var people = new ArrayList<Person>();
        for (var firm = 0; firm < sizes.length; firm++) {
            for (var one = 0; one < sizes[firm]; one++) {
                people.add(new Person(person(firm, one), firm(firm), true));
            }
        }
        return people;
    }

    private static PersonId person(int firm, int one) {
        return new PersonId(new UUID(3, firm * 1_000L + one));
    }

    private static OrganizationId firm(int firm) {
        return new OrganizationId(new UUID(7, firm));
    }

    static Rule rule(Body body, @Nullable Integer votesPerFirmMax) {
        return new Rule(
                Decider.BALLOT,
                body,
                Method.MAJORITY,
                new Shares(0, 500_001),
                new Deliberation(Duration.ZERO, 0),
                Duration.ofDays(1),
                votesPerFirmMax);
    }
}
