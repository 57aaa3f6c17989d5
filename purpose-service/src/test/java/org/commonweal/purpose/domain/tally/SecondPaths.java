package org.commonweal.purpose.domain.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schulze's method by its definition: every chain is walked. Slow, and nothing of it is shared with
 * {@link BeatPaths}.
 */
final class SecondPaths {

    record Pair(int winner, int loser) {}

    private final int options;
    private final Map<Pair, BigInteger> preferred = new HashMap<>();

    SecondPaths(int options, List<Paper<Ranking>> papers) {
        this.options = options;
        for (var paper : papers) {
            var places = new HashMap<Integer, Integer>();
            var tiers = paper.marks().tiers();
            for (var place = 0; place < tiers.size(); place++) {
                for (var option : tiers.get(place)) {
                    places.put(option, place);
                }
            }
            for (var one = 0; one < options; one++) {
                for (var other = 0; other < options; other++) {
                    if (places.getOrDefault(one, options) < places.getOrDefault(other, options)) {
                        preferred.merge(
                                new Pair(one, other),
                                BigInteger.valueOf(paper.weight()),
                                BigInteger::add);
                    }
                }
            }
        }
    }

    BigInteger preferred(int one, int other) {
        return preferred.getOrDefault(new Pair(one, other), BigInteger.ZERO);
    }

    BigInteger strongest(int from, int to) {
        return strongest(from, to, new HashSet<>(Set.of(from)));
    }

    private BigInteger strongest(int from, int to, Set<Integer> seen) {
        var best = BigInteger.ZERO;
        for (var next = 0; next < options; next++) {
            var step = preferred(from, next);
            if (seen.contains(next) || step.compareTo(preferred(next, from)) <= 0) {
                continue;
            }
            if (next == to) {
                best = best.max(step);
            } else {
                seen.add(next);
                best = best.max(step.min(strongest(next, to, seen)));
                seen.remove(next);
            }
        }
        return best;
    }

    /** Whom nobody has a stronger chain to than back. */
    List<Integer> winners() {
        var winners = new ArrayList<Integer>();
        for (var one = 0; one < options; one++) {
            var beaten = false;
            for (var other = 0; other < options; other++) {
                beaten |=
                        one != other && strongest(other, one).compareTo(strongest(one, other)) > 0;
            }
            if (!beaten) {
                winners.add(one);
            }
        }
        return winners;
    }

    /** Whoever beats every other one in pairs, or nobody. */
    List<Integer> condorcet() {
        var winners = new ArrayList<Integer>();
        for (var one = 0; one < options; one++) {
            var all = true;
            for (var other = 0; other < options; other++) {
                all &= one == other || preferred(one, other).compareTo(preferred(other, one)) > 0;
            }
            if (all) {
                winners.add(one);
            }
        }
        return winners;
    }
}
