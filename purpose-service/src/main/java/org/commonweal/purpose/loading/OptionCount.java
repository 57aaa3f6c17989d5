package org.commonweal.purpose.loading;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.domain.poll.PollOption;
import org.commonweal.purpose.domain.tally.BeatPaths;
import org.commonweal.purpose.domain.tally.Dots;
import org.commonweal.purpose.domain.tally.Result;
import org.commonweal.purpose.domain.tally.Runoff;
import org.commonweal.purpose.domain.tally.Scores;
import org.commonweal.purpose.domain.tally.SignUps;
import org.commonweal.purpose.domain.tally.Times;
import org.commonweal.purpose.loading.QuestionResult.Dotted;
import org.commonweal.purpose.loading.QuestionResult.Out;
import org.commonweal.purpose.loading.QuestionResult.Round;
import org.commonweal.purpose.loading.QuestionResult.Scored;
import org.commonweal.purpose.loading.QuestionResult.SignedUp;
import org.commonweal.purpose.loading.QuestionResult.Timed;
import org.commonweal.purpose.loading.QuestionResult.Weighed;
import org.jspecify.annotations.Nullable;

/**
 * A count whose options have their ids again.
 *
 * @param options in the question's order
 * @param voters of each paper, where places are given
 */
public record OptionCount(List<UUID> options, List<UUID> voters) {

    private static final int VOTERS_SHOWN = 100;

    public static QuestionResult of(Poll poll, Result result, List<UUID> voters) {
        var ids = poll.options().stream().map(PollOption::id).toList();
        return new OptionCount(ids, voters).result(result);
    }

    private QuestionResult result(Result result) {
        return switch (result) {
            case Runoff runoff -> runoff(runoff);
            case BeatPaths paths -> shown(paths, paths.blank(), paths.places(), Parts.of(paths));
            case Scores scores ->
                    shown(scores, scores.blank(), scores.places(), Parts.scores(scored(scores)));
            case Dots dots -> shown(dots, dots.blank(), dots.places(), Parts.dots(dotted(dots)));
            case SignUps signUps ->
                    shown(
                            signUps,
                            signUps.blank(),
                            eachAlone(options.size()),
                            Parts.signUps(signedUp(signUps)));
            case Times times ->
                    shown(
                            times,
                            times.blank(),
                            times.order().stream().map(List::of).toList(),
                            Parts.times(timed(times)));
        };
    }

    private QuestionResult shown(
            Result result, long blank, List<List<Integer>> places, Parts parts) {
        return new QuestionResult(
                ids(result.chosen()),
                blank,
                places.stream().map(this::ids).toList(),
                parts.rounds,
                parts.pairs,
                parts.paths,
                parts.scores,
                parts.dots,
                parts.signUps,
                parts.times);
    }

    private QuestionResult runoff(Runoff runoff) {
        var rounds = runoff.rounds().stream().map(this::round).toList();
        return shown(runoff, runoff.blank(), List.of(), Parts.rounds(rounds));
    }

    private Round round(Runoff.Round round) {
        var out = round.out().stream().map(this::out).findFirst().orElse(null);
        return new Round(weighed(round.votes()), round.exhausted(), out);
    }

    private Out out(Runoff.Exit exit) {
        return new Out(
                options.get(exit.option()),
                exit.tieBreak(),
                weighed(exit.transfers()),
                exit.exhausted());
    }

    private List<Weighed> weighed(List<Runoff.Votes> votes) {
        return votes.stream()
                .map(one -> new Weighed(options.get(one.option()), one.weight()))
                .toList();
    }

    private List<Scored> scored(Scores scores) {
        return each(n -> {
            var one = scores.options().get(n);
            return new Scored(
                    options.get(n), one.scored(), one.average(), one.median(), one.weights());
        });
    }

    private List<Dotted> dotted(Dots dots) {
        return each(n -> {
            var one = dots.options().get(n);
            return new Dotted(options.get(n), one.dots(), one.from());
        });
    }

    private List<SignedUp> signedUp(SignUps signUps) {
        return each(n -> {
            var one = signUps.options().get(n);
            var first = one.in().stream().limit(VOTERS_SHOWN).map(voters::get).toList();
            return new SignedUp(options.get(n), one.in().size(), first, one.waiting().size());
        });
    }

    private List<Timed> timed(Times times) {
        return each(n -> {
            var one = times.slots().get(n);
            return new Timed(options.get(n), one.yes(), one.ifNeedBe(), one.no());
        });
    }

    private <T> List<T> each(IntFunction<T> part) {
        return IntStream.range(0, options.size()).mapToObj(part).toList();
    }

    private List<UUID> ids(List<Integer> numbers) {
        return numbers.stream().map(options::get).toList();
    }

    private static List<List<Integer>> eachAlone(int size) {
        return IntStream.range(0, size).mapToObj(List::of).toList();
    }

    /** What each method shows beside its places. */
    private record Parts(
            @Nullable List<Round> rounds,
            @Nullable List<List<Long>> pairs,
            @Nullable List<List<Long>> paths,
            @Nullable List<Scored> scores,
            @Nullable List<Dotted> dots,
            @Nullable List<SignedUp> signUps,
            @Nullable List<Timed> times) {

        static Parts rounds(List<Round> rounds) {
            return new Parts(rounds, null, null, null, null, null, null);
        }

        static Parts of(BeatPaths paths) {
            return new Parts(null, paths.pairs(), paths.paths(), null, null, null, null);
        }

        static Parts scores(List<Scored> scores) {
            return new Parts(null, null, null, scores, null, null, null);
        }

        static Parts dots(List<Dotted> dots) {
            return new Parts(null, null, null, null, dots, null, null);
        }

        static Parts signUps(List<SignedUp> signUps) {
            return new Parts(null, null, null, null, null, signUps, null);
        }

        static Parts times(List<Timed> times) {
            return new Parts(null, null, null, null, null, null, times);
        }
    }
}
