package org.commonweal.purpose.loading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.purpose.domain.poll.Marking;
import org.commonweal.purpose.domain.tally.SignUps;
import org.commonweal.purpose.domain.tally.Times;
import org.jspecify.annotations.Nullable;

/** What a voter says to the options: the one field that the question's method reads. */
@Schema(name = "Marks")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MarksDocument(
        @Schema(description = "Best first, those of equal rank together; with a ranked method")
                @Nullable
                @Size(max = 50)
                List<@NotNull @Size(max = 50) List<@NotNull UUID>> ranking,
        @Schema(description = "Points by option, with SCORE") @Nullable @Size(max = 50)
                Map<UUID, @NotNull Integer> scores,
        @Schema(description = "Dots by option, with DOT") @Nullable @Size(max = 50)
                Map<UUID, @NotNull Integer> dots,
        @Schema(description = "Where the voter is in, with COUNT") @Nullable @Size(max = 50)
                List<@NotNull UUID> in,
        @Schema(description = "Whether the voter can come, by option, with TIME")
                @Nullable
                @Size(max = 50)
                Map<UUID, @NotNull Availability> times) {

    /** Whether one can come. */
    @Schema(name = "Availability")
    public enum Availability {
        YES(Times.YES),
        IF_NEED_BE(Times.IF_NEED_BE),
        NO(Times.NO);

        private final int mark;

        Availability(int mark) {
            this.mark = mark;
        }
    }

    /** The names of the fields that are there. */
    public List<String> given() {
        var given = new ArrayList<String>();
        add(given, "ranking", ranking);
        add(given, "scores", scores);
        add(given, "dots", dots);
        add(given, "in", in);
        add(given, "times", times);
        return given;
    }

    private static void add(List<String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.add(name);
        }
    }

    /** What it says; the first of what is given. */
    public Marking marking() {
        if (ranking != null) {
            return new Marking.Ranked(ranking);
        }
        if (scores != null) {
            return new Marking.Numbered(scores);
        }
        if (dots != null) {
            return new Marking.Numbered(dots);
        }
        if (in != null) {
            return new Marking.Numbered(numbered(in, _ -> SignUps.IN));
        }
        return times == null
                ? new Marking.None()
                : new Marking.Numbered(numbered(times.keySet(), option -> mark(times, option)));
    }

    private static int mark(Map<UUID, Availability> times, UUID option) {
        return times.getOrDefault(option, Availability.NO).mark;
    }

    private static Map<UUID, Integer> numbered(
            Iterable<UUID> options, Function<UUID, Integer> mark) {
        var numbered = new HashMap<UUID, Integer>();
        options.forEach(option -> numbered.put(option, mark.apply(option)));
        return numbered;
    }
}
