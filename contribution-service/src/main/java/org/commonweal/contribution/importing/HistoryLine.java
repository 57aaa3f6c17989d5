package org.commonweal.contribution.importing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a history as it is sent. Whatever may be missing is nullable here: {@link #fault} says
 * what is, so that one bad line costs one line.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HistoryLine.Contribution.class, name = "contribution"),
    @JsonSubTypes.Type(value = HistoryLine.Acknowledgement.class, name = "acknowledgement")
})
sealed interface HistoryLine {

    int ID_MAX = 200;
    int TITLE_MAX = 500;
    int KIND_MAX = 40;
    int HANDLERS_MAX = 20;
    Instant EARLIEST = Instant.EPOCH;
    Instant LATEST = Instant.parse("9998-12-31T23:59:59Z");

    /** What is wrong with it, or null. */
    @Nullable String fault();

    /**
     * A contribution.
     *
     * @param handledBy people who passed it on
     */
    @Schema(name = "HistoryContribution")
    record Contribution(
            @Nullable String id,
            @Nullable Instant at,
            @Nullable String person,
            @Nullable String organization,
            @Nullable String title,
            @Nullable String area,
            @ArraySchema(maxItems = HANDLERS_MAX) @Nullable List<@Nullable Passed> handledBy)
            implements HistoryLine {

        @Override
        public @Nullable String fault() {
            return first(
                    required("id", id, ID_MAX),
                    moment(at),
                    required("person", person, ID_MAX),
                    length("organization", organization, ID_MAX),
                    title == null ? "title is missing" : length("title", title, TITLE_MAX),
                    length("area", area, ID_MAX),
                    handlers());
        }

        private @Nullable String handlers() {
            if (handledBy == null) {
                return null;
            }
            return handledBy.size() > HANDLERS_MAX
                    ? "handledBy names more than " + HANDLERS_MAX + " people"
                    : first(handledBy.stream().map(Passed::fault).toArray(String[]::new));
        }
    }

    /** Somebody who passed a contribution on. */
    @Schema(name = "HistoryPassed")
    record Passed(@Nullable String person, @Nullable String organization) {

        private static @Nullable String fault(@Nullable Passed passed) {
            return passed == null
                    ? "handledBy names nobody"
                    : first(
                            required("handledBy.person", passed.person(), ID_MAX),
                            length("handledBy.organization", passed.organization(), ID_MAX));
        }
    }

    /** An acknowledgement, of one person and kind once. */
    @Schema(name = "HistoryAcknowledgement")
    record Acknowledgement(
            @Nullable String contribution,
            @Nullable Instant at,
            @Nullable String kind,
            @Nullable String person,
            @Nullable String organization)
            implements HistoryLine {

        @Override
        public @Nullable String fault() {
            return first(
                    required("contribution", contribution, ID_MAX),
                    moment(at),
                    required("kind", kind, KIND_MAX),
                    required("person", person, ID_MAX),
                    length("organization", organization, ID_MAX));
        }
    }

    private static @Nullable String first(@Nullable String... faults) {
        for (var fault : faults) {
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable String required(String field, @Nullable String value, int most) {
        return value == null || value.isBlank()
                ? field + " is missing"
                : length(field, value, most);
    }

    private static @Nullable String length(String field, @Nullable String value, int most) {
        return value != null && value.codePointCount(0, value.length()) > most
                ? field + " is longer than " + most + " characters"
                : null;
    }

    private static @Nullable String moment(@Nullable Instant at) {
        if (at == null) {
            return "at is missing";
        }
        return at.isBefore(EARLIEST) || at.isAfter(LATEST)
                ? "at is not between 1970 and 9998"
                : null;
    }
}
