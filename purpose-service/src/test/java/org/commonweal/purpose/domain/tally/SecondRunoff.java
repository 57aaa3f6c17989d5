package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A run-off counted anew from all papers in each round, by recursion: slow, and nothing of it is
 * shared with {@link Runoff}.
 */
final class SecondRunoff {

    private SecondRunoff() {}

    /** The weight of each option that is in, of each round, and who has the first place. */
    record Counted(List<Map<Integer, Long>> rounds, List<Integer> gone, List<Integer> winners) {}

    static Counted count(int options, List<Paper<Ranking>> papers) {
        var in = new TreeSet<Integer>();
        for (var option = 0; option < options; option++) {
            in.add(option);
        }
        return count(in, papers, List.of(), List.of());
    }

    private static Counted count(
            NavigableSet<Integer> in,
            List<Paper<Ranking>> papers,
            List<Map<Integer, Long>> before,
            List<Integer> gone) {
        var now = new LinkedHashMap<Integer, Long>();
        in.forEach(option -> now.put(option, 0L));
        for (var paper : papers) {
            paper.marks().tiers().stream()
                    .map(List::getFirst)
                    .filter(in::contains)
                    .findFirst()
                    .ifPresent(option -> now.merge(option, (long) paper.weight(), Long::sum));
        }
        var rounds = new ArrayList<>(before);
        rounds.add(now);
        var sum = now.values().stream().mapToLong(Long::longValue).sum();
        for (var option : in) {
            if (now.getOrDefault(option, 0L) > sum - now.getOrDefault(option, 0L)) {
                return new Counted(rounds, gone, List.of(option));
            }
        }
        if (in.stream().allMatch(option -> isAlways(option, in.first(), rounds))) {
            return new Counted(rounds, gone, sum == 0 ? List.of() : List.copyOf(in));
        }
        var last = in.first();
        for (var option : in) {
            last = isWeaker(option, last, rounds) ? option : last;
        }
        var rest = new TreeSet<>(in);
        rest.remove(last);
        var out = new ArrayList<>(gone);
        out.add(last);
        return count(rest, papers, rounds, out);
    }

    private static boolean isAlways(int one, int other, List<Map<Integer, Long>> rounds) {
        return rounds.stream()
                .allMatch(
                        round -> round.getOrDefault(one, 0L).equals(round.getOrDefault(other, 0L)));
    }

    /** By the latest round that tells them apart; a later listed one is weaker than its equal. */
    private static boolean isWeaker(int later, int earlier, List<Map<Integer, Long>> rounds) {
        for (var round : rounds.reversed()) {
            var order =
                    Long.compare(round.getOrDefault(later, 0L), round.getOrDefault(earlier, 0L));
            if (order != 0) {
                return order < 0;
            }
        }
        return true;
    }
}
