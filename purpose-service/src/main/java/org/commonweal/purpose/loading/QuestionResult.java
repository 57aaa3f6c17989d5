package org.commonweal.purpose.loading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.tally.Ratio;
import org.commonweal.purpose.domain.tally.Runoff.TieBreak;
import org.jspecify.annotations.Nullable;

/**
 * What a question came to, with the whole count, as it is kept and told. Weights are in millionths
 * of a vote.
 *
 * @param chosen what came first; several are a tie, or what takes place; none where nobody marked
 *     any
 * @param blank weight of the votes that marked no option
 * @param places best first, those of one place together
 * @param rounds of an instant run-off
 * @param pairs how much weight prefers the row's option to the column's, in the question's order;
 *     of Schulze's method, as {@code paths}
 * @param paths the strength of the strongest chain of wins from row to column
 */
@Schema(name = "QuestionResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionResult(
        List<UUID> chosen,
        long blank,
        List<List<UUID>> places,
        @Nullable List<Round> rounds,
        @Nullable List<List<Long>> pairs,
        @Nullable List<List<Long>> paths,
        @Nullable List<Scored> scores,
        @Nullable List<Dotted> dots,
        @Nullable List<SignedUp> signUps,
        @Nullable List<Timed> times) {

    /**
     * A round of a run-off.
     *
     * @param exhausted weight of the votes that rank none of those who are still in
     * @param out who goes after it; the last one has nobody
     */
    @Schema(name = "RunoffRound")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Round(List<Weighed> votes, long exhausted, @Nullable Out out) {}

    @Schema(name = "RunoffVotes")
    public record Weighed(UUID option, long weight) {}

    /** Who goes, why of equals this one, and where the votes go. */
    @Schema(name = "RunoffExit")
    public record Out(UUID option, TieBreak tieBreak, List<Weighed> transfers, long exhausted) {}

    /**
     * @param weights how much weight gave 0, 1 and so on
     */
    @Schema(name = "OptionScores")
    public record Scored(
            UUID option, long scored, Ratio average, Ratio median, List<Long> weights) {}

    /**
     * @param dots in millionths of a dot of a whole vote
     * @param from weight of the votes with at least one on it
     */
    @Schema(name = "OptionDots")
    public record Dotted(UUID option, long dots, long from) {}

    /**
     * @param in how many have a place
     * @param voters the first hundred of them, in order
     * @param waiting how many have none
     */
    @Schema(name = "OptionSignUps")
    public record SignedUp(UUID option, int in, List<UUID> voters, int waiting) {}

    @Schema(name = "OptionTimes")
    public record Timed(UUID option, long yes, long ifNeedBe, long no) {}
}
