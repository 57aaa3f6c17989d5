package org.commonweal.purpose.domain.poll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.tally.BeatPaths;
import org.commonweal.purpose.domain.tally.Dots;
import org.commonweal.purpose.domain.tally.Marks;
import org.commonweal.purpose.domain.tally.Paper;
import org.commonweal.purpose.domain.tally.Ranking;
import org.commonweal.purpose.domain.tally.Result;
import org.commonweal.purpose.domain.tally.Runoff;
import org.commonweal.purpose.domain.tally.Scores;
import org.commonweal.purpose.domain.tally.SignUps;
import org.commonweal.purpose.domain.tally.Times;

/** What voters say to a poll: whether it can be counted, and what it comes to. */
public final class Answer {

    private Answer() {}

    /** What keeps a marking from being counted; empty when nothing does. */
    public static List<Fault> faults(Poll poll, Marking marking) {
        return switch (marking) {
            case Marking.Ranked ranked -> faults(poll, ranked);
            case Marking.Numbered numbered -> faults(poll, numbered);
            case Marking.None _ -> List.of();
        };
    }

    private static List<Fault> faults(Poll poll, Marking.Ranked ranked) {
        if (poll.markMax() > 0) {
            return List.of(new Fault("/marks/ranking", "must be left out with this method"));
        }
        var faults = new ArrayList<Fault>();
        var options = poll.numbers().keySet();
        var seen = new HashSet<UUID>();
        for (var rank = 0; rank < ranked.ranking().size(); rank++) {
            var tier = ranked.ranking().get(rank);
            var pointer = "/marks/ranking/" + rank;
            if (tier.isEmpty() || (poll.method() == PollMethod.RANKED_IRV && tier.size() > 1)) {
                faults.add(
                        new Fault(
                                pointer,
                                tier.isEmpty()
                                        ? "names no option"
                                        : "must name one option: this method needs an order"));
            }
            for (var n = 0; n < tier.size(); n++) {
                if (!options.contains(tier.get(n))) {
                    faults.add(new Fault(pointer + "/" + n, "is no option of this question"));
                } else if (!seen.add(tier.get(n))) {
                    faults.add(new Fault(pointer + "/" + n, "is ranked already"));
                }
            }
        }
        return faults;
    }

    private static List<Fault> faults(Poll poll, Marking.Numbered numbered) {
        var max = poll.markMax();
        if (max == 0) {
            return List.of(new Fault("/marks/ranking", "must rank options: this method needs it"));
        }
        var faults = new ArrayList<Fault>();
        var field = "/marks/" + field(poll.method());
        var options = poll.numbers().keySet();
        var sum = 0L;
        for (var mark : numbered.marks().entrySet()) {
            var pointer = field + "/" + mark.getKey();
            if (!options.contains(mark.getKey())) {
                faults.add(new Fault(pointer, "is no option of this question"));
            } else if (mark.getValue() < 0 || mark.getValue() > max) {
                faults.add(new Fault(pointer, "must be 0 to " + max));
            }
            sum += mark.getValue();
        }
        if (poll.method() == PollMethod.DOT && sum > poll.dots()) {
            faults.add(new Fault(field, "must be at most %d dots together".formatted(poll.dots())));
        }
        return faults;
    }

    /** The field of {@code marks} that this method reads. */
    public static String field(PollMethod method) {
        return switch (method) {
            case RANKED_IRV, RANKED_SCHULZE -> "ranking";
            case SCORE -> "scores";
            case DOT -> "dots";
            case COUNT -> "in";
            case TIME -> "times";
        };
    }

    /**
     * Counts papers that have no fault.
     *
     * @param papers where places are limited in the order of the casts
     */
    public static Result count(Poll poll, List<Paper<Marking>> papers) {
        var options = poll.options().size();
        return switch (poll.method()) {
            case RANKED_IRV -> Runoff.count(options, ranked(poll, papers));
            case RANKED_SCHULZE -> BeatPaths.count(options, ranked(poll, papers));
            case SCORE -> Scores.count(options, poll.scoreMax(), marked(poll, papers));
            case DOT -> Dots.count(options, poll.dots(), marked(poll, papers));
            case COUNT -> SignUps.count(options, poll.capacity(), marked(poll, papers));
            case TIME -> Times.count(options, marked(poll, papers));
        };
    }

    private static List<Paper<Ranking>> ranked(Poll poll, List<Paper<Marking>> papers) {
        var numbers = poll.numbers();
        return papers.stream()
                .map(paper -> new Paper<>(paper.weight(), ranking(poll, numbers, paper.marks())))
                .toList();
    }

    private static Ranking ranking(Poll poll, Map<UUID, Integer> numbers, Marking marks) {
        return switch (marks) {
            case Marking.Ranked ranked ->
                    Ranking.of(
                            poll.options().size(),
                            ranked.ranking().stream()
                                    .map(tier -> tier.stream().map(numbers::get).toList())
                                    .toList());
            case Marking.None _ -> Ranking.of(poll.options().size(), List.of());
            case Marking.Numbered _ -> throw new IllegalArgumentException("no ranking: " + marks);
        };
    }

    private static List<Paper<Marks>> marked(Poll poll, List<Paper<Marking>> papers) {
        var numbers = poll.numbers();
        return papers.stream()
                .map(paper -> new Paper<>(paper.weight(), marks(poll, numbers, paper.marks())))
                .toList();
    }

    private static Marks marks(Poll poll, Map<UUID, Integer> numbers, Marking marks) {
        var byNumber = new HashMap<Integer, Integer>();
        switch (marks) {
            case Marking.Numbered numbered ->
                    numbered.marks()
                            .forEach((option, mark) -> byNumber.put(numbers.get(option), mark));
            case Marking.None _ -> {}
            case Marking.Ranked _ -> throw new IllegalArgumentException("no marks: " + marks);
        }
        return Marks.of(poll.options().size(), byNumber, poll.markMax());
    }
}
