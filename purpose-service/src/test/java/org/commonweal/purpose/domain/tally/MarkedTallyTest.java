package org.commonweal.purpose.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores, dots, sign-ups and times, each beside a count that goes another way. */
class MarkedTallyTest {

    private static final long SEED = Long.getLong("seed", 20_261_127);
    private static final int POLLS = 1_000;

    private record Poll(int n, int options, int max, List<Paper<Marks>> papers) {

        @Override
        public String toString() {
            return "seed " + SEED + ", poll " + n + " of " + options + ": " + papers;
        }

        /** A weight of 3 as three papers of 1. */
        List<Map<Integer, Integer>> voices() {
            return papers.stream()
                    .flatMap(paper ->
                            Collections.nCopies(paper.weight(), paper.marks().byOption()).stream())
                    .toList();
        }

        List<Integer> given(int option) {
            return voices().stream()
                    .filter(voice -> voice.containsKey(option))
                    .map(voice -> voice.get(option))
                    .sorted()
                    .toList();
        }
    }

    private static List<Poll> polls(int marksMax) {
        var chance = new Random(SEED);
        var polls = new ArrayList<Poll>();
        for (var n = 0; n < POLLS; n++) {
            var options = 1 + chance.nextInt(8);
            var max = marksMax == 0 ? 1 + chance.nextInt(10) : marksMax;
            var papers = new ArrayList<Paper<Marks>>();
            for (var left = chance.nextInt(12); left > 0; left--) {
                var marks = new HashMap<Integer, Integer>();
                for (var option = 0; option < options; option++) {
                    if (chance.nextInt(4) > 0) {
                        marks.put(option, chance.nextInt(max + 1));
                    }
                }
                papers.add(new Paper<>(1 + chance.nextInt(4), Marks.of(options, marks, max)));
            }
            polls.add(new Poll(n, options, max, papers));
        }
        return polls;
    }

    @Test
    void scores_equal_those_of_every_voice_counted_for_itself() {
        for (var poll : polls(0)) {
            var scores = Scores.count(poll.options(), poll.max(), poll.papers());
            for (var option = 0; option < poll.options(); option++) {
                var given = poll.given(option);
                var counted = scores.options().get(option);
                assertThat(counted.scored()).as("%s", poll).isEqualTo(given.size());
                if (!given.isEmpty()) {
                    assertThat(decimal(counted.average()))
                            .as("%s", poll)
                            .isEqualByComparingTo(average(given));
                    assertThat(decimal(counted.median()))
                            .as("%s", poll)
                            .isEqualByComparingTo(median(given));
                }
            }
            assertThat(scores.chosen()).as("%s", poll).isEqualTo(bestScored(poll));
        }
    }

    private static List<Integer> bestScored(Poll poll) {
        var best = new ArrayList<Integer>();
        for (var option = 0; option < poll.options(); option++) {
            if (poll.given(option).isEmpty()) {
                continue;
            }
            var order = best.isEmpty() ? 1 : compareScored(poll, option, best.getFirst());
            if (order > 0) {
                best.clear();
            }
            if (order >= 0) {
                best.add(option);
            }
        }
        return best;
    }

    private static int compareScored(Poll poll, int one, int other) {
        var left = poll.given(one);
        var right = poll.given(other);
        // Cross multiplied, since a decimal of a third is not exact.
        var averages =
                Integer.compare(
                        left.stream().mapToInt(Integer::intValue).sum() * right.size(),
                        right.stream().mapToInt(Integer::intValue).sum() * left.size());
        var medians = median(left).compareTo(median(right));
        var sizes = Integer.compare(left.size(), right.size());
        return averages != 0 ? averages : medians != 0 ? medians : sizes;
    }

    private static BigDecimal average(List<Integer> given) {
        return decimal(new Ratio(given.stream().mapToInt(Integer::intValue).sum(), given.size()));
    }

    private static BigDecimal median(List<Integer> given) {
        var size = given.size();
        return BigDecimal.valueOf((long) given.get((size - 1) / 2) + given.get(size / 2))
                .divide(BigDecimal.TWO);
    }

    private static BigDecimal decimal(Ratio ratio) {
        return BigDecimal.valueOf(ratio.numerator())
                .divide(BigDecimal.valueOf(ratio.denominator()), MathContext.DECIMAL64);
    }

    @Test
    void a_better_score_never_costs_a_place() {
        var chance = new Random(SEED);
        for (var poll : polls(5)) {
            if (poll.papers().isEmpty()) {
                continue;
            }
            var which = chance.nextInt(poll.papers().size());
            var marks = new HashMap<>(poll.papers().get(which).marks().byOption());
            for (var option : List.copyOf(marks.keySet())) {
                var better = new HashMap<>(marks);
                better.put(option, poll.max());
                var papers = new ArrayList<>(poll.papers());
                papers.set(
                        which,
                        new Paper<>(
                                papers.get(which).weight(),
                                Marks.of(poll.options(), better, poll.max())));
                assertThat(place(Scores.count(poll.options(), poll.max(), papers), option))
                        .as("%s, option %d of %d", poll, option, which)
                        .isLessThanOrEqualTo(
                                place(
                                        Scores.count(poll.options(), poll.max(), poll.papers()),
                                        option));
            }
        }
    }

    private static int place(Scores scores, int option) {
        var before = 0;
        for (var place : scores.places()) {
            if (place.contains(option)) {
                return before;
            }
            before += place.size();
        }
        throw new AssertionError(option);
    }

    @Test
    void dots_equal_those_of_every_voice_counted_for_itself() {
        for (var poll : polls(4)) {
            var dots = Dots.count(poll.options(), Marks.MAX, poll.papers());
            var best =
                    IntStream.range(0, poll.options())
                            .boxed()
                            .filter(option -> sum(poll.given(option)) > 0)
                            .collect(
                                    Collectors.groupingBy(option ->
                                            List.of(
                                                    sum(poll.given(option)),
                                                    positive(poll.given(option)))))
                            .entrySet()
                            .stream()
                            .max(
                                    Comparator.comparing(
                                                    (Map.Entry<List<Integer>, List<Integer>> e) ->
                                                            e.getKey().getFirst())
                                            .thenComparing(e -> e.getKey().getLast()))
                            .map(Map.Entry::getValue)
                            .orElse(List.of());
            assertThat(dots.chosen()).as("%s", poll).isEqualTo(best);
            for (var option = 0; option < poll.options(); option++) {
                assertThat(dots.options().get(option))
                        .as("%s", poll)
                        .isEqualTo(
                                new Dots.Option(
                                        sum(poll.given(option)), positive(poll.given(option))));
            }
        }
    }

    private static int sum(List<Integer> marks) {
        return marks.stream().mapToInt(Integer::intValue).sum();
    }

    private static int positive(List<Integer> marks) {
        return (int) marks.stream().filter(mark -> mark > 0).count();
    }

    @Test
    void more_dots_than_the_budget_are_not_counted_but_refused() {
        var papers = List.of(Paper.of(Marks.of(2, Map.of(0, 3, 1, 3), 5)));
        assertThat(Dots.count(2, 6, papers).chosen()).containsExactly(0, 1);
        assertThatThrownBy(() -> Dots.count(2, 5, papers))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_best_time_is_the_one_that_a_search_over_all_finds() {
        for (var poll : polls(Times.YES)) {
            var times = Times.count(poll.options(), poll.papers());
            var answering = poll.voices().stream().filter(voice -> !voice.isEmpty()).count();
            var best = -1;
            for (var slot = 0; slot < poll.options(); slot++) {
                var yes = Collections.frequency(poll.given(slot), Times.YES);
                var maybe = Collections.frequency(poll.given(slot), Times.IF_NEED_BE);
                assertThat(times.slots().get(slot))
                        .as("%s", poll)
                        .isEqualTo(new Times.Slot(yes, maybe, answering - yes - maybe));
                if (yes + maybe > 0 && (best < 0 || isBetter(poll, slot, best))) {
                    best = slot;
                }
            }
            assertThat(times.chosen())
                    .as("%s", poll)
                    .isEqualTo(best < 0 ? List.of() : List.of(best));
        }
    }

    private static boolean isBetter(Poll poll, int slot, int best) {
        var can = positive(poll.given(slot)) - positive(poll.given(best));
        var sure =
                Collections.frequency(poll.given(slot), Times.YES)
                        - Collections.frequency(poll.given(best), Times.YES);
        return can > 0 || (can == 0 && sure > 0);
    }

    @Test
    void who_came_first_has_the_place_and_the_others_wait() {
        var in = Paper.of(Marks.of(2, Map.of(0, SignUps.IN), 1));
        var out = Paper.of(Marks.of(2, Map.of(0, 0), 1));
        var both = Paper.of(Marks.of(2, Map.of(0, 1, 1, 1), 1));
        var counted = SignUps.count(2, 2, List.of(in, out, both, in, both));
        assertThat(counted.options().getFirst().in()).containsExactly(0, 2);
        assertThat(counted.options().getFirst().waiting()).containsExactly(3, 4);
        assertThat(counted.options().getLast().in()).containsExactly(2, 4);
        assertThat(counted.options().getLast().waiting()).isEmpty();
        assertThat(counted.blank()).isEqualTo(1);
        assertThat(counted.chosen()).containsExactly(0, 1);
    }

    @Test
    void nobody_waits_where_there_is_room_for_all_and_no_place_is_given_twice() {
        var chance = new Random(SEED);
        for (var poll : polls(1)) {
            var capacity = chance.nextInt(6);
            var counted = SignUps.count(poll.options(), capacity, poll.papers());
            for (var option = 0; option < poll.options(); option++) {
                var here = option;
                var all = new ArrayList<>(counted.options().get(option).in());
                assertThat(all.size())
                        .as("%s", poll)
                        .isLessThanOrEqualTo(capacity == 0 ? Integer.MAX_VALUE : capacity);
                var waiting = counted.options().get(option).waiting();
                assertThat(waiting.isEmpty() || all.size() == capacity).as("%s", poll).isTrue();
                all.addAll(waiting);
                assertThat(all)
                        .as("%s", poll)
                        .isEqualTo(
                                IntStream.range(0, poll.papers().size())
                                        .boxed()
                                        .filter(n ->
                                                poll.papers()
                                                                .get(n)
                                                                .marks()
                                                                .byOption()
                                                                .getOrDefault(here, 0)
                                                        == 1)
                                        .toList());
            }
        }
    }

    @Test
    void no_marks_are_counted_by_who_comes_first_but_places() {
        var chance = new Random(SEED);
        for (var poll : polls(Times.YES)) {
            var shuffled = new ArrayList<>(poll.papers());
            Collections.shuffle(shuffled, chance);
            assertThat(Scores.count(poll.options(), poll.max(), shuffled))
                    .isEqualTo(Scores.count(poll.options(), poll.max(), poll.papers()));
            assertThat(Dots.count(poll.options(), Marks.MAX, shuffled))
                    .isEqualTo(Dots.count(poll.options(), Marks.MAX, poll.papers()));
            assertThat(Times.count(poll.options(), shuffled))
                    .isEqualTo(Times.count(poll.options(), poll.papers()));
        }
    }

    @Test
    void marks_out_of_bounds_cannot_be_made() {
        assertThatThrownBy(() -> Marks.of(2, Map.of(2, 1), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Marks.of(2, Map.of(0, 6), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Marks.of(2, Map.of(0, -1), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Marks.of(2, Map.of(), 101))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ratio(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Ratio(6, 4)).isEqualTo(new Ratio(3, 2));
    }
}
