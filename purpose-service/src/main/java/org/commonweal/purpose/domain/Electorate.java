package org.commonweal.purpose.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who may vote, at one moment: the organizations that have a delegate, each with one vote, or the
 * members.
 *
 * @param electors in a fixed order
 * @param asOf the position of the standings from which it was taken
 */
public record Electorate(List<Elector> electors, Instant asOf) {

    /** More voters would be another kind of election. */
    public static final int ELECTORS_MAX = 20_000;

    public Electorate {
        electors = List.copyOf(electors);
    }

    /**
     * As the rule says.
     *
     * @param people the active members, in a fixed order; one who stands for two firms comes twice
     * @param sponsors who have one voice, as any firm (claim B14)
     */
    public static Electorate of(
            Rule rule, List<Person> people, Set<OrganizationId> sponsors, Instant asOf) {
        return new Electorate(
                switch (rule.body()) {
                    case FIRMS -> firms(people);
                    case PERSONS -> persons(people, rule.votesPerFirmMax(), sponsors);
                },
                asOf);
    }

    private static List<Elector> firms(List<Person> people) {
        var delegates = new LinkedHashMap<OrganizationId, List<PersonId>>();
        for (var person : people) {
            if (person.delegate()) {
                delegates
                        .computeIfAbsent(person.organization(), _ -> new ArrayList<>())
                        .add(person.id());
            }
        }
        return delegates.entrySet().stream()
                .map(firm -> new Elector(firm.getKey(), null, Weight.WHOLE, firm.getValue()))
                .toList();
    }

    /** Each person once, for the first of the own firms. */
    private static List<Elector> persons(
            List<Person> people, @Nullable Integer votesPerFirmMax, Set<OrganizationId> sponsors) {
        var firms = new LinkedHashMap<PersonId, OrganizationId>();
        people.forEach(person -> firms.putIfAbsent(person.id(), person.organization()));
        var sizes = new LinkedHashMap<OrganizationId, Integer>();
        firms.values().forEach(firm -> sizes.merge(firm, 1, Integer::sum));
        var weights = weights(sizes, votesPerFirmMax, sponsors);
        return firms.entrySet().stream()
                .map(one ->
                        new Elector(
                                one.getValue(),
                                one.getKey(),
                                weights.getOrDefault(one.getValue(), Weight.WHOLE),
                                List.of(one.getKey())))
                .toList();
    }

    /** What one person of each firm weighs; rounded down, so that no bound is passed. */
    private static Map<OrganizationId, Integer> weights(
            Map<OrganizationId, Integer> sizes,
            @Nullable Integer votesPerFirmMax,
            Set<OrganizationId> sponsors) {
        var weights = new LinkedHashMap<OrganizationId, Integer>();
        sizes.forEach((firm, size) -> weights.put(firm, weight(size, bound(votesPerFirmMax))));
        var least =
                sizes.entrySet().stream()
                        .filter(firm -> !sponsors.contains(firm.getKey()))
                        .mapToLong(firm ->
                                (long) firm.getValue()
                                        * weights.getOrDefault(firm.getKey(), Weight.WHOLE))
                        .min()
                        .orElse(Long.MAX_VALUE);
        sizes.forEach((firm, size) -> {
            if (sponsors.contains(firm)) {
                weights.merge(firm, weight(size, least), Math::min);
            }
        });
        return weights;
    }

    static long bound(@Nullable Integer votesPerFirmMax) {
        return votesPerFirmMax == null ? Long.MAX_VALUE : (long) votesPerFirmMax * Weight.WHOLE;
    }

    /** Of one of so many, who together weigh at most the bound. */
    static int weight(int size, long bound) {
        return Math.clamp(bound / size, 1, Weight.WHOLE);
    }

    /** How many votes there are of each weight, by the weight. */
    public SortedMap<Integer, Integer> byWeight() {
        var sizes = new TreeMap<Integer, Integer>();
        electors.forEach(elector -> sizes.merge(elector.weight(), 1, Integer::sum));
        return sizes;
    }

    /** What all of it weighs, in millionths of a vote. */
    public long weight() {
        return electors.stream().mapToLong(Elector::weight).sum();
    }
}
