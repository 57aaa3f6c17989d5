package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.purpose.domain.Outcome.ADOPTED;
import static org.commonweal.purpose.domain.Outcome.NO_QUORUM;
import static org.commonweal.purpose.domain.Outcome.REJECTED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Votes of any weight, beside a count in decimal numbers, and by their properties. */
class WeightedTallyTest {

    private static final long SEED = Long.getLong("seed", 20_261_127);
    private static final int BALLOTS = 10_000;
    private static final List<Choice> CHOICES =
            List.of(Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.BLOCK);

    @Test
    void it_equals_an_independent_count_whatever_the_weights() {
        var chance = new Random(SEED);
        var seen = EnumSet.noneOf(Outcome.class);
        for (var n = 0; n < BALLOTS; n++) {
            var said = papers(chance);
            var electorate = weight(said) + (long) chance.nextInt(3) * Weight.WHOLE / 2;
            for (var method : Method.values()) {
                var papers = offered(said, method);
                var quorum = share(chance);
                var threshold = share(chance);
                var verdict =
                        Tally.of(papers, electorate).outcome(method, new Shares(quorum, threshold));
                seen.add(verdict);
                assertThat(verdict)
                        .as(
                                "seed %d, %s of %d by %s, %d, %d",
                                SEED, papers, electorate, method, quorum, threshold)
                        .isEqualTo(counted(papers, electorate, method, quorum, threshold));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Outcome.values());
    }

    /** Where nobody can stop it alone, who would has said no. */
    private static List<Tally.Vote> offered(List<Tally.Vote> said, Method method) {
        return said.stream()
                .map(vote ->
                        method.offers(vote.choice())
                                ? vote
                                : new Tally.Vote(Choice.NO, vote.weight()))
                .toList();
    }

    /** Another way to the same: votes as decimal numbers, shares rounded up to millionths. */
    private static Outcome counted(
            List<Tally.Vote> papers, long electorate, Method method, int quorum, int threshold) {
        var yes = sum(papers, Choice.YES);
        var against = sum(papers, Choice.NO).add(sum(papers, Choice.BLOCK));
        var said = yes.add(against).add(sum(papers, Choice.ABSTAIN));
        if (electorate == 0 || share(said, BigDecimal.valueOf(electorate, 6)) < quorum) {
            return NO_QUORUM;
        }
        var enough = yes.signum() > 0 && share(yes, yes.add(against)) >= threshold;
        var stopped = papers.stream().anyMatch(paper -> paper.choice() == Choice.BLOCK);
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

    private static BigDecimal sum(List<Tally.Vote> papers, Choice voice) {
        return papers.stream()
                .filter(paper -> paper.choice() == voice)
                .map(paper -> BigDecimal.valueOf(paper.weight(), 6))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whoever_is_recused_leaves_the_denominator_and_nothing_else() {
        var chance = new Random(SEED);
        for (var n = 0; n < BALLOTS; n++) {
            var papers = new ArrayList<>(papers(chance));
            var silent = (long) chance.nextInt(4) * Weight.WHOLE;
            if (papers.isEmpty()) {
                continue;
            }
            var recused = papers.remove(chance.nextInt(papers.size()));
            var without = Tally.of(papers, weight(papers) + silent);
            // As if the recused one had never been asked; silence would have stayed in.
            var silentInstead = Tally.of(papers, weight(papers) + silent + recused.weight());
            assertThat(without.yes()).isEqualTo(silentInstead.yes());
            assertThat(without.electorate())
                    .isEqualTo(silentInstead.electorate() - recused.weight());
            for (var method : Method.values()) {
                var quorum = share(chance);
                if (silentInstead.outcome(method, new Shares(quorum, 500_000)) != NO_QUORUM
                        && without.electorate() > 0) {
                    assertThat(without.outcome(method, new Shares(quorum, 500_000)))
                            .as("seed %d, %s without %s by %s", SEED, papers, recused, method)
                            .isEqualTo(silentInstead.outcome(method, new Shares(quorum, 500_000)));
                }
            }
        }
    }

    @Test
    void a_no_that_becomes_a_yes_never_stops_anything() {
        var chance = new Random(SEED);
        for (var n = 0; n < BALLOTS; n++) {
            var papers = new ArrayList<>(papers(chance));
            var electorate = weight(papers) + Weight.WHOLE;
            var threshold = share(chance);
            for (var method : Method.values()) {
                if (Tally.of(papers, electorate).outcome(method, new Shares(0, threshold))
                        == ADOPTED) {
                    papers.replaceAll(paper ->
                            chance.nextBoolean()
                                    ? paper
                                    : new Tally.Vote(Choice.YES, paper.weight()));
                    assertThat(
                                    Tally.of(papers, electorate)
                                            .outcome(method, new Shares(0, threshold)))
                            .as("seed %d, %s by %s", SEED, papers, method)
                            .isEqualTo(ADOPTED);
                }
            }
        }
    }

    private static List<Tally.Vote> papers(Random chance) {
        var papers = new ArrayList<Tally.Vote>();
        var mood = 1 + chance.nextInt(4);
        for (var left = chance.nextInt(12); left > 0; left--) {
            var voice = CHOICES.get(chance.nextInt(mood));
            papers.add(new Tally.Vote(voice, weight(chance)));
        }
        return papers;
    }

    private static long weight(List<Tally.Vote> papers) {
        return papers.stream().mapToLong(Tally.Vote::weight).sum();
    }

    /** Often a share at which exact equality happens. */
    private static int share(Random chance) {
        var usual = List.of(0, 250_000, 333_334, 500_000, 500_001, 666_666, 666_667, 1_000_000);
        return chance.nextBoolean()
                ? usual.get(chance.nextInt(usual.size()))
                : chance.nextInt(1_000_001);
    }

    /** Mostly whole votes. */
    private static int weight(Random chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> 1 + chance.nextInt(Weight.WHOLE);
            case 1 -> Weight.WHOLE / 2;
            default -> Weight.WHOLE;
        };
    }
}
