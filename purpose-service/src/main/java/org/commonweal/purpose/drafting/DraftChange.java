package org.commonweal.purpose.drafting;

import static org.commonweal.purpose.drafting.DraftRequest.orNothing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.purpose.domain.PurposeText;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396): what is given is set, null clears, what is absent stays; the title
 * cannot be cleared. Not a record, because a record cannot tell absent from null.
 */
final class DraftChange {

    private final Map<String, @Nullable Object> given = new TreeMap<>();

    @Size(max = 200)
    @Schema(types = {"string", "null"})
    public @Nullable String getTitle() {
        return text("title", null);
    }

    public void setTitle(@Nullable String title) {
        given.put("title", orNothing(title));
    }

    @Size(max = 10_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getStatement() {
        return text("statement", null);
    }

    public void setStatement(@Nullable String statement) {
        given.put("statement", orNothing(statement));
    }

    @Size(max = 2_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getOutput() {
        return text("output", null);
    }

    public void setOutput(@Nullable String output) {
        given.put("output", orNothing(output));
    }

    @Size(max = 2_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getMeasure() {
        return text("measure", null);
    }

    public void setMeasure(@Nullable String measure) {
        given.put("measure", orNothing(measure));
    }

    @Schema(
            types = {"string", "null"},
            format = "date")
    public @Nullable LocalDate getDeadline() {
        return (LocalDate) given.get("deadline");
    }

    public void setDeadline(@Nullable LocalDate deadline) {
        given.put("deadline", deadline);
    }

    @Size(max = 2_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getGoal() {
        return text("goal", null);
    }

    public void setGoal(@Nullable String goal) {
        given.put("goal", orNothing(goal));
    }

    /** What the text says after the change. */
    PurposeText onto(PurposeText text) {
        var title = text("title", text.title());
        return new PurposeText(
                title == null ? text.title() : title,
                text("statement", text.statement()),
                text("output", text.output()),
                text("measure", text.measure()),
                given.containsKey("deadline") ? getDeadline() : text.deadline(),
                text("goal", text.goal()));
    }

    /** What was given, for the request's hash: absent and null are two requests. */
    Map<String, @Nullable Object> asked() {
        return new TreeMap<>(given);
    }

    private @Nullable String text(String name, @Nullable String otherwise) {
        return given.containsKey(name) ? (String) given.get(name) : otherwise;
    }
}
