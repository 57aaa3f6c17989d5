package org.commonweal.purpose.wording;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.purpose.domain.PurposeText;
import org.commonweal.purpose.domain.Rewording;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396) of the active purpose, with the reason: what is given is set, null
 * clears, what is absent stays. Not a record, because a record cannot tell absent from null.
 */
final class PurposeChange {

    private final Map<String, @Nullable Object> given = new TreeMap<>();

    @NotBlank
    @Size(max = 2_000)
    @Schema(description = "why the words should be other ones")
    public @Nullable String getReason() {
        return (String) given.get("reason");
    }

    public void setReason(@Nullable String reason) {
        put("reason", reason);
    }

    @Size(max = 200)
    @Schema(types = {"string", "null"})
    public @Nullable String getTitle() {
        return (String) given.get("title");
    }

    public void setTitle(@Nullable String title) {
        put("title", title);
    }

    @Size(max = 10_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getStatement() {
        return (String) given.get("statement");
    }

    public void setStatement(@Nullable String statement) {
        put("statement", statement);
    }

    @Size(max = 2_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getOutput() {
        return (String) given.get("output");
    }

    public void setOutput(@Nullable String output) {
        put("output", output);
    }

    @Size(max = 2_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getMeasure() {
        return (String) given.get("measure");
    }

    public void setMeasure(@Nullable String measure) {
        put("measure", measure);
    }

    @Schema(
            types = {"string", "null"},
            format = "date",
            description = "refused: more time is given by a ballot")
    public @Nullable LocalDate getDeadline() {
        return (LocalDate) given.get("deadline");
    }

    public void setDeadline(@Nullable LocalDate deadline) {
        given.put("deadline", deadline);
    }

    @Size(max = 2_000)
    @Schema(types = {"string", "null"})
    public @Nullable String getGoal() {
        return (String) given.get("goal");
    }

    public void setGoal(@Nullable String goal) {
        put("goal", goal);
    }

    @Size(max = 2_000)
    @Schema(
            types = {"string", "null"},
            description = "who reads; refused, because it founds a new community")
    public @Nullable String getAudience() {
        return (String) given.get("audience");
    }

    public void setAudience(@Nullable String audience) {
        put("audience", audience);
    }

    @Size(max = 2_000)
    @Schema(
            types = {"string", "null"},
            description = "who may be a member; refused, because it founds a new community")
    public @Nullable String getEligibility() {
        return (String) given.get("eligibility");
    }

    public void setEligibility(@Nullable String eligibility) {
        put("eligibility", eligibility);
    }

    /** What the purpose would say; a title cannot be cleared. */
    Rewording.Wish onto(PurposeText text) {
        var title = text("title", text.title());
        return new Rewording.Wish(
                new PurposeText(
                        title == null ? text.title() : title,
                        text("statement", text.statement()),
                        text("output", text.output()),
                        text("measure", text.measure()),
                        given.containsKey("deadline") ? getDeadline() : text.deadline(),
                        text("goal", text.goal())),
                getAudience(),
                getEligibility());
    }

    /** What was given, for the request's hash: absent and null are two requests. */
    Map<String, @Nullable Object> asked() {
        return new TreeMap<>(given);
    }

    /** Spaces say nothing. */
    private void put(String name, @Nullable String text) {
        given.put(name, text == null || text.isBlank() ? null : text.strip());
    }

    private @Nullable String text(String name, @Nullable String otherwise) {
        return given.containsKey(name) ? (String) given.get(name) : otherwise;
    }
}
