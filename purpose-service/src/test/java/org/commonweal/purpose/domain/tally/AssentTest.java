package org.commonweal.purpose.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonweal.purpose.domain.tally.Assent.Verdict.ADOPTED;
import static org.commonweal.purpose.domain.tally.Assent.Verdict.NO_QUORUM;
import static org.commonweal.purpose.domain.tally.Assent.Verdict.REJECTED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.commonweal.purpose.domain.tally.Assent.Method;
import org.commonweal.purpose.domain.tally.Assent.Verdict;
import org.commonweal.purpose.domain.tally.Assent.Voice;
import org.junit.jupiter.api.Test;

class AssentTest {

    private static final long SEED = Long.getLong("seed", 20_261_127);
    private static final int BALLOTS = 10_000;

    @Test
    void silence_is_consent_and_one_no_is_none() {
        assertThat(new Assent(0, 0, 0, 0, 9).verdict(Method.CONSENT, 0, 0)).isEqualTo(ADOPTED);
        assertThat(new Assent(8, 1, 0, 0, 9).verdict(Method.CONSENT, 0, 0)).isEqualTo(REJECTED);
        assertThat(new Assent(8, 0, 1, 0, 9).verdict(Method.CONSENT, 0, 0)).isEqualTo(REJECTED);
        assertThat(new Assent(1, 0, 0, 0, 9).verdict(Method.CONSENT, 500_000, 0))
                .isEqualTo(NO_QUORUM);
    }

    @Test
    void a_block_stops_what_has_its_threshold() {
        assertThat(new Assent(8, 1, 0, 0, 9).verdict(Method.BLOCK, 0, 666_667)).isEqualTo(ADOPTED);
        assertThat(new Assent(8, 0, 1, 0, 9).verdict(Method.BLOCK, 0, 666_667)).isEqualTo(REJECTED);
        assertThat(new Assent(8, 0, 1, 0, 9).verdict(Method.SUPERMAJORITY, 0, 666_667))
                .isEqualTo(ADOPTED);
    }

    @Test
    void a_majority_is_more_than_half() {
        assertThat(new Assent(3, 3, 0, 0, 9).verdict(Method.MAJORITY, 0, 0)).isEqualTo(REJECTED);
        assertThat(new Assent(3, 2, 0, 4, 9).verdict(Method.MAJORITY, 0, 0)).isEqualTo(ADOPTED);
        assertThat(new Assent(3, 3, 0, 0, 9).verdict(Method.SUPERMAJORITY, 0, 500_000))
                .isEqualTo(ADOPTED);
    }

    @Test
    void it_equals_an_independent_count_whatever_the_weights() {
        var chance = new Random(SEED);
        var seen = EnumSet.noneOf(Verdict.class);
        for (var n = 0; n < BALLOTS; n++) {
            var papers = papers(chance);
            var electorate = weight(papers) + (long) chance.nextInt(3) * Paper.VOTE / 2;
            for (var method : Method.values()) {
                var quorum = share(chance);
                var threshold = share(chance);
                var verdict = Assent.count(papers, electorate).verdict(method, quorum, threshold);
                seen.add(verdict);
                assertThat(verdict)
                        .as(
                                "seed %d, %s of %d by %s, %d, %d",
                                SEED, papers, electorate, method, quorum, threshold)
                        .isEqualTo(counted(papers, electorate, method, quorum, threshold));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
    }

    /** Another way to the same: votes as decimal numbers, shares rounded up to millionths. */
    private static Verdict counted(
            List<Paper<Voice>> papers, long electorate, Method method, int quorum, int threshold) {
        var yes = sum(papers, Voice.YES);
        var against = sum(papers, Voice.NO).add(sum(papers, Voice.BLOCK));
        var said = yes.add(against).add(sum(papers, Voice.ABSTAIN));
        if (electorate == 0 || share(said, BigDecimal.valueOf(electorate, 6)) < quorum) {
            return NO_QUORUM;
        }
        var enough = yes.signum() > 0 && share(yes, yes.add(against)) >= threshold;
        var stopped = papers.stream().anyMatch(paper -> paper.marks() == Voice.BLOCK);
        var adopted =
                switch (method) {
                    case CONSENT -> against.signum() == 0;
                    case BLOCK -> enough && !stopped;
                    case MAJORITY -> yes.compareTo(against) > 0;
                    case SUPERMAJORITY -> enough;
                };
        return adopted ? ADOPTED : REJECTED;
    }

    private static int share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, 6, RoundingMode.CEILING).movePointRight(6).intValueExact();
    }

    private static BigDecimal sum(List<Paper<Voice>> papers, Voice voice) {
        return papers.stream()
                .filter(paper -> paper.marks() == voice)
                .map(paper -> BigDecimal.valueOf(paper.weight(), 6))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whoever_is_recused_leaves_the_denominator_and_nothing_else() {
        var chance = new Random(SEED);
        for (var n = 0; n < BALLOTS; n++) {
            var papers = new ArrayList<>(papers(chance));
            var silent = (long) chance.nextInt(4) * Paper.VOTE;
            if (papers.isEmpty()) {
                continue;
            }
            var recused = papers.remove(chance.nextInt(papers.size()));
            var without = Assent.count(papers, weight(papers) + silent);
            // As if the recused one had never been asked; silence would have stayed in.
            var silentInstead = Assent.count(papers, weight(papers) + silent + recused.weight());
            assertThat(without.yes()).isEqualTo(silentInstead.yes());
            assertThat(without.electorate())
                    .isEqualTo(silentInstead.electorate() - recused.weight());
            for (var method : Method.values()) {
                var quorum = share(chance);
                if (silentInstead.verdict(method, quorum, 500_000) != NO_QUORUM
                        && without.electorate() > 0) {
                    assertThat(without.verdict(method, quorum, 500_000))
                            .as("seed %d, %s without %s by %s", SEED, papers, recused, method)
                            .isEqualTo(silentInstead.verdict(method, quorum, 500_000));
                }
            }
        }
    }

    @Test
    void a_no_that_becomes_a_yes_never_stops_anything() {
        var chance = new Random(SEED);
        for (var n = 0; n < BALLOTS; n++) {
            var papers = new ArrayList<>(papers(chance));
            var electorate = weight(papers) + Paper.VOTE;
            var threshold = share(chance);
            for (var method : Method.values()) {
                if (Assent.count(papers, electorate).verdict(method, 0, threshold) == ADOPTED) {
                    papers.replaceAll(paper ->
                            chance.nextBoolean() ? paper : new Paper<>(paper.weight(), Voice.YES));
                    assertThat(Assent.count(papers, electorate).verdict(method, 0, threshold))
                            .as("seed %d, %s by %s", SEED, papers, method)
                            .isEqualTo(ADOPTED);
                }
            }
        }
    }

    @Test
    void more_votes_than_electors_cannot_be_counted() {
        assertThatThrownBy(() -> new Assent(2, 1, 0, 0, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Assent(-1, 0, 0, 0, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Paper<Voice>> papers(Random chance) {
        var papers = new ArrayList<Paper<Voice>>();
        var mood = 1 + chance.nextInt(4);
        for (var left = chance.nextInt(12); left > 0; left--) {
            var voice = List.of(Voice.values()).get(chance.nextInt(mood));
            papers.add(new Paper<>(Elections.weight(chance), voice));
        }
        return papers;
    }

    private static long weight(List<Paper<Voice>> papers) {
        return papers.stream().mapToLong(Paper::weight).sum();
    }

    /** Often a share at which exact equality happens. */
    private static int share(Random chance) {
        var usual = List.of(0, 250_000, 333_334, 500_000, 500_001, 666_666, 666_667, 1_000_000);
        return chance.nextBoolean()
                ? usual.get(chance.nextInt(usual.size()))
                : chance.nextInt(1_000_001);
    }
}
