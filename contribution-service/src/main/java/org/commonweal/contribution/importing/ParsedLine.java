package org.commonweal.contribution.importing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.contribution.wire.ImportedV1.HandlerV1;
import org.commonweal.platform.messaging.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A line of a history, understood: with the ids that every service makes of its names alike. */
sealed interface ParsedLine {

    long number();

    record Contribution(
            long number,
            UUID id,
            String externalId,
            Instant at,
            UUID person,
            @Nullable UUID organization,
            String title,
            @Nullable String area,
            List<HandlerV1> handledBy)
            implements ParsedLine {
        public Contribution {
            handledBy = List.copyOf(handledBy);
        }
    }

    record Acknowledgement(
            long number,
            UUID id,
            UUID contribution,
            String externalContribution,
            Instant at,
            String kind,
            UUID person,
            @Nullable UUID organization)
            implements ParsedLine {}

    record Bad(long number, String reason) implements ParsedLine {}

    static ParsedLine of(NdjsonLines.Line line, UUID alliance, JsonMapper json) {
        var text = line.text();
        if (text == null) {
            return new Bad(
                    line.number(),
                    "the line is longer than " + NdjsonLines.LINE_BYTES_MAX + " bytes");
        }
        try {
            var read = json.readValue(text, HistoryLine.class);
            if (read == null) {
                return new Bad(line.number(), "the line is null");
            }
            var fault = read.fault();
            return fault == null
                    ? known(line.number(), read, alliance)
                    : new Bad(line.number(), fault);
        } catch (JacksonException unreadable) {
            return new Bad(line.number(), "not a line of a history: " + plain(unreadable));
        }
    }

    private static ParsedLine known(long number, HistoryLine line, UUID alliance) {
        return switch (line) {
            case HistoryLine.Contribution given -> contribution(number, given, alliance);
            case HistoryLine.Acknowledgement given -> {
                var contribution = Objects.requireNonNull(given.contribution());
                var kind = Objects.requireNonNull(given.kind());
                var externalId = contribution + "/" + given.person() + "/" + kind;
                yield new Acknowledgement(
                        number,
                        Ids.external(alliance, "acknowledgement", externalId),
                        Ids.external(alliance, "contribution", contribution),
                        contribution,
                        Objects.requireNonNull(given.at()),
                        kind,
                        person(alliance, given.person()),
                        organization(alliance, given.organization()));
            }
        };
    }

    private static Contribution contribution(
            long number, HistoryLine.Contribution given, UUID alliance) {
        var externalId = Objects.requireNonNull(given.id());
        return new Contribution(
                number,
                Ids.external(alliance, "contribution", externalId),
                externalId,
                Objects.requireNonNull(given.at()),
                person(alliance, given.person()),
                organization(alliance, given.organization()),
                Objects.requireNonNull(given.title()),
                given.area() == null || given.area().isBlank() ? null : given.area(),
                handlers(alliance, given.handledBy()));
    }

    /** Each person and organization once, in the order of the line. */
    private static List<HandlerV1> handlers(
            UUID alliance, @Nullable List<HistoryLine.@Nullable Passed> handledBy) {
        return handledBy == null
                ? List.of()
                : handledBy.stream()
                        .map(Objects::requireNonNull)
                        .map(passed ->
                                new HandlerV1(
                                        person(alliance, passed.person()),
                                        organization(alliance, passed.organization())))
                        .distinct()
                        .toList();
    }

    private static UUID person(UUID alliance, @Nullable String name) {
        return Ids.external(alliance, "person", Objects.requireNonNull(name));
    }

    private static @Nullable UUID organization(UUID alliance, @Nullable String name) {
        return name == null || name.isBlank() ? null : Ids.external(alliance, "organization", name);
    }

    /** Without the class names that such a message can hold. */
    private static String plain(JacksonException unreadable) {
        var message = unreadable.getOriginalMessage();
        var firstLine = message == null ? "" : message.lines().findFirst().orElse("");
        return firstLine.contains("org.commonweal") || firstLine.contains("`")
                ? "a field is unknown or has another form"
                : firstLine.substring(0, Math.min(200, firstLine.length()));
    }
}
