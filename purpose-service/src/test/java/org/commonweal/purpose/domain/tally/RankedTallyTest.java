package org.commonweal.purpose.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonweal.purpose.domain.tally.Elections.papers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonweal.purpose.domain.tally.Runoff.TieBreak;
import org.commonweal.purpose.domain.tally.Runoff.Votes;
import org.junit.jupiter.api.Test;

/** Both ways to count rankings, beside second implementations and by their properties. */
class RankedTallyTest {

    /** Every failure names it: {@code -Dseed=…} runs another one. */
    private static final long SEED = Long.getLong("seed", 20_261_127);

    private static final int ELECTIONS = 1_000;

    private record Election(int n, int options, List<Paper<Ranking>> papers) {

        @Override
        public String toString() {
            return "seed " + SEED + ", election " + n + " of " + options + ": " + papers;
        }
    }

    private static List<Election> elections(int optionsMax, boolean strict) {
        var chance = new Random(SEED);
        var elections = new ArrayList<Election>();
        for (var n = 0; n < ELECTIONS; n++) {
            var options = 1 + chance.nextInt(optionsMax);
            var size = chance.nextInt(n % 20 == 0 ? 200 : 12);
            elections.add(
                    new Election(n, options, Elections.random(chance, options, size, strict)));
        }
        return elections;
    }

    @Test
    void a_runoff_equals_one_counted_anew_in_each_round() {
        var seen = EnumSet.noneOf(TieBreak.class);
        for (var election : elections(8, true)) {
            var runoff = Runoff.count(election.options(), election.papers());
            var second = SecondRunoff.count(election.options(), election.papers());
            assertThat(runoff.rounds()).as("%s", election).hasSameSizeAs(second.rounds());
            for (var n = 0; n < second.rounds().size(); n++) {
                var votes = new ArrayList<Votes>();
                second.rounds()
                        .get(n)
                        .forEach((option, weight) -> votes.add(new Votes(option, weight)));
                assertThat(runoff.rounds().get(n).votes()).as("%s", election).isEqualTo(votes);
            }
            var exits = runoff.rounds().stream().flatMap(round -> round.out().stream()).toList();
            exits.forEach(exit -> seen.add(exit.tieBreak()));
            assertThat(exits.stream().map(Runoff.Exit::option).toList())
                    .as("%s", election)
                    .isEqualTo(second.gone());
            assertThat(runoff.chosen()).as("%s", election).isEqualTo(second.winners());
        }
        assertThat(seen).containsExactlyInAnyOrder(TieBreak.values());
    }

    @Test
    void no_weight_is_lost_between_the_rounds() {
        for (var election : elections(8, true)) {
            var runoff = Runoff.count(election.options(), election.papers());
            var all = election.papers().stream().mapToLong(Paper::weight).sum();
            for (var round : runoff.rounds()) {
                assertThat(sum(round.votes()) + round.exhausted() + runoff.blank())
                        .as("%s", election)
                        .isEqualTo(all);
                for (var exit : round.out()) {
                    var had =
                            round.votes().stream()
                                    .filter(votes -> votes.option() == exit.option())
                                    .mapToLong(Votes::weight)
                                    .sum();
                    assertThat(sum(exit.transfers()) + exit.exhausted())
                            .as("%s", election)
                            .isEqualTo(had);
                }
            }
        }
    }

    private static long sum(List<Votes> votes) {
        return votes.stream().mapToLong(Votes::weight).sum();
    }

    @Test
    void paths_equal_those_of_every_chain_walked() {
        for (var election : elections(6, false)) {
            var options = election.options();
            var paths = BeatPaths.count(options, election.papers());
            var second = new SecondPaths(options, election.papers());
            for (var from = 0; from < options; from++) {
                for (var to = 0; to < options; to++) {
                    assertThat(paths.pairs().get(from).get(to))
                            .as("%s", election)
                            .isEqualTo(second.preferred(from, to).longValueExact());
                    assertThat(paths.paths().get(from).get(to))
                            .as("%s", election)
                            .isEqualTo(
                                    from == to ? 0 : second.strongest(from, to).longValueExact());
                }
            }
            assertThat(paths.places().getFirst()).as("%s", election).isEqualTo(second.winners());
        }
    }

    @Test
    void whoever_beats_everybody_wins_by_paths() {
        var seen = 0;
        for (var election : elections(6, false)) {
            var winners = new SecondPaths(election.options(), election.papers()).condorcet();
            if (!winners.isEmpty() && election.options() > 1) {
                seen++;
                assertThat(BeatPaths.count(election.options(), election.papers()).chosen())
                        .as("%s", election)
                        .isEqualTo(winners);
            }
        }
        assertThat(seen).isGreaterThan(ELECTIONS / 4);
    }

    @Test
    void to_be_ranked_higher_never_costs_the_first_place_by_paths() {
        var chance = new Random(SEED);
        for (var election : elections(6, false)) {
            var before = BeatPaths.count(election.options(), election.papers()).chosen();
            if (before.isEmpty()) {
                continue;
            }
            var winner = before.getFirst();
            var raised = new ArrayList<>(election.papers());
            var which = chance.nextInt(raised.size());
            raised.set(which, raised(election.options(), raised.get(which), winner));
            assertThat(BeatPaths.count(election.options(), raised).chosen())
                    .as("%s, raised in %d", election, which)
                    .contains(winner);
        }
    }

    /** The option alone on top, all others as they were. */
    private static Paper<Ranking> raised(int options, Paper<Ranking> paper, int option) {
        var tiers = new ArrayList<List<Integer>>();
        tiers.add(List.of(option));
        for (var tier : paper.marks().tiers()) {
            var rest = tier.stream().filter(other -> other != option).toList();
            if (!rest.isEmpty()) {
                tiers.add(rest);
            }
        }
        return new Paper<>(paper.weight(), Ranking.of(options, tiers));
    }

    @Test
    void neither_counts_who_comes_first() {
        var chance = new Random(SEED);
        for (var election : elections(8, true)) {
            var shuffled = new ArrayList<>(election.papers());
            Collections.shuffle(shuffled, chance);
            assertThat(Runoff.count(election.options(), shuffled))
                    .as("%s", election)
                    .isEqualTo(Runoff.count(election.options(), election.papers()));
            assertThat(BeatPaths.count(election.options(), shuffled))
                    .as("%s", election)
                    .isEqualTo(BeatPaths.count(election.options(), election.papers()));
        }
    }

    @Test
    void a_vote_in_parts_counts_as_the_whole() {
        var chance = new Random(SEED);
        for (var election : elections(8, true)) {
            var split = new ArrayList<Paper<Ranking>>();
            for (var paper : election.papers()) {
                var part = chance.nextInt(paper.weight());
                if (part > 0) {
                    split.add(new Paper<>(part, paper.marks()));
                }
                split.add(new Paper<>(paper.weight() - part, paper.marks()));
            }
            assertThat(Runoff.count(election.options(), split))
                    .as("%s", election)
                    .isEqualTo(Runoff.count(election.options(), election.papers()));
            assertThat(BeatPaths.count(election.options(), split))
                    .as("%s", election)
                    .isEqualTo(BeatPaths.count(election.options(), election.papers()));
        }
    }

    /** But where the list had to break a tie, which the round says. */
    @Test
    void neither_prefers_an_option_for_its_name() {
        var chance = new Random(SEED);
        for (var election : elections(6, true)) {
            var options = election.options();
            var names = Elections.order(chance, options);
            var renamed = election.papers().stream().map(p -> renamed(options, p, names)).toList();
            var paths = BeatPaths.count(options, election.papers());
            assertThat(BeatPaths.count(options, renamed).chosen())
                    .as("%s as %s", election, names)
                    .containsExactlyInAnyOrderElementsOf(renamed(paths.chosen(), names));
            var runoff = Runoff.count(options, election.papers());
            if (runoff.rounds().stream()
                    .flatMap(round -> round.out().stream())
                    .noneMatch(exit -> exit.tieBreak() == TieBreak.LISTED_LAST)) {
                assertThat(Runoff.count(options, renamed).chosen())
                        .as("%s as %s", election, names)
                        .containsExactlyInAnyOrderElementsOf(renamed(runoff.chosen(), names));
            }
        }
    }

    private static Paper<Ranking> renamed(int options, Paper<Ranking> paper, List<Integer> names) {
        return new Paper<>(
                paper.weight(),
                Ranking.of(
                        options,
                        paper.marks().tiers().stream().map(tier -> renamed(tier, names)).toList()));
    }

    private static List<Integer> renamed(List<Integer> all, List<Integer> names) {
        return all.stream().map(names::get).toList();
    }

    @Test
    void fifty_options_fit_and_fifty_one_do_not() {
        var all = IntStream.range(0, 50).boxed().toList();
        var papers = List.of(Paper.of(Ranking.strict(50, all)));
        assertThat(Runoff.count(50, papers).chosen()).containsExactly(0);
        assertThat(BeatPaths.count(50, papers).places()).hasSize(50);
        assertThatThrownBy(() -> Ranking.strict(51, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** As many as are compared at once, some more, and so heavy that fewer are. */
    @Test
    void many_papers_and_heavy_ones_add_up() {
        var chance = new Random(SEED);
        for (var weight : List.of(1, Paper.VOTE, Paper.WEIGHT_MAX)) {
            var papers = new ArrayList<Paper<Ranking>>();
            for (var n = 0; n < 2_500; n++) {
                papers.add(new Paper<>(weight, Elections.ranking(chance, 5, false)));
            }
            var second = new SecondPaths(5, papers);
            var pairs = BeatPaths.count(5, papers).pairs();
            for (var one = 0; one < 5; one++) {
                for (var other = 0; other < 5; other++) {
                    assertThat(pairs.get(one).get(other))
                            .as("seed %d, weight %d", SEED, weight)
                            .isEqualTo(second.preferred(one, other).longValueExact());
                }
            }
        }
    }

    @Test
    void an_election_without_votes_has_no_winner() {
        assertThat(Runoff.count(3, List.of()).chosen()).isEmpty();
        assertThat(BeatPaths.count(3, List.of()).chosen()).isEmpty();
        assertThat(Runoff.count(3, papers(3, "4")).blank()).isEqualTo(4L * Paper.VOTE);
        assertThat(BeatPaths.count(3, papers(3, "4")).chosen()).isEmpty();
    }

    @Test
    void two_that_are_always_equal_share_the_first_place() {
        var runoff = Runoff.count(3, papers(3, "2 AB", "2 BA", "1 C"));
        assertThat(runoff.chosen()).containsExactly(0, 1);
        assertThat(BeatPaths.count(2, papers(2, "2 AB", "2 BA")).chosen()).containsExactly(0, 1);
    }

    @Test
    void who_had_less_in_an_earlier_round_goes_first() {
        // C goes with 1, then A and B have 4 each; B had less before.
        var runoff = Runoff.count(4, papers(4, "4 A", "3 B", "1 CB", "5 D"));
        assertThat(runoff.rounds().get(1).out().getFirst().option()).isEqualTo(1);
        assertThat(runoff.rounds().get(1).out().getFirst().tieBreak())
                .isEqualTo(TieBreak.EARLIER_ROUND);
    }

    @Test
    void a_paper_that_says_nonsense_cannot_be_made() {
        assertThatThrownBy(() -> Ranking.strict(3, List.of(0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ranking.strict(3, List.of(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ranking.of(3, List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Paper<>(0, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Runoff.count(2, papers(2, "1 A=B")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("equal ranks");
        var heavy =
                Collections.nCopies(
                        90_001, new Paper<>(Paper.WEIGHT_MAX, Ranking.strict(1, List.of())));
        assertThatThrownBy(() -> Runoff.count(1, heavy))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(BigInteger.valueOf(Paper.TOTAL_MAX).multiply(BigInteger.valueOf(1_000_000)))
                .isLessThan(BigInteger.valueOf(Long.MAX_VALUE));
    }
}
