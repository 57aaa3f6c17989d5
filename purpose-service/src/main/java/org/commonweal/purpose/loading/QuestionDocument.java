package org.commonweal.purpose.loading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.domain.poll.PollMethod;
import org.commonweal.purpose.domain.poll.PollOption;
import org.commonweal.purpose.domain.poll.Question;
import org.jspecify.annotations.Nullable;

/**
 * What is asked beside the title, as it is sent, kept and shown.
 *
 * @param method absent for a question of yes or no
 */
@Schema(name = "Question")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionDocument(
        @Nullable @Size(max = 4_000) String about,
        @Nullable PollMethod method,
        @Nullable @Size(max = 50) List<@Valid @NotNull OptionDocument> options,
        @Schema(description = "Most points of an option, with SCORE") @Nullable Integer scoreMax,
        @Schema(description = "Dots of each voter, with DOT") @Nullable Integer dots,
        @Schema(description = "Places of each option, with COUNT; absent for as many as come")
                @Nullable Integer capacity) {

    public QuestionDocument {
        options = options == null ? null : List.copyOf(options);
    }

    public static QuestionDocument of(Question question) {
        var about = question.about().isEmpty() ? null : question.about();
        return question.poll()
                .map(poll ->
                        new QuestionDocument(
                                about,
                                poll.method(),
                                poll.options().stream().map(OptionDocument::of).toList(),
                                amount(poll.scoreMax()),
                                amount(poll.dots()),
                                amount(poll.capacity())))
                .orElseGet(() -> new QuestionDocument(about, null, null, null, null, null));
    }

    private static @Nullable Integer amount(int amount) {
        return amount == 0 ? null : amount;
    }

    public Question question(String title) {
        return new Question(title, about == null ? "" : about.strip(), poll());
    }

    private Optional<Poll> poll() {
        return method == null
                ? Optional.empty()
                : Optional.of(
                        new Poll(
                                method,
                                Objects.requireNonNullElse(options, List.<OptionDocument>of())
                                        .stream()
                                        .map(OptionDocument::option)
                                        .toList(),
                                Objects.requireNonNullElse(scoreMax, 0),
                                Objects.requireNonNullElse(dots, 0),
                                Objects.requireNonNullElse(capacity, 0)));
    }

    /**
     * One option.
     *
     * @param title may be empty where it is a time
     * @param start of a time, as its end
     */
    @Schema(name = "QuestionOption")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OptionDocument(
            @NotNull UUID id,
            @NotNull @Size(max = 200) String title,
            @Nullable @Size(max = 2_000) String description,
            @Nullable Instant start,
            @Nullable Instant end) {

        private static OptionDocument of(PollOption option) {
            return new OptionDocument(
                    option.id(),
                    option.title(),
                    option.description().isEmpty() ? null : option.description(),
                    option.slot().map(PollOption.Slot::start).orElse(null),
                    option.slot().map(PollOption.Slot::end).orElse(null));
        }

        private PollOption option() {
            return PollOption.of(id, title.strip(), description, start, end);
        }
    }
}
