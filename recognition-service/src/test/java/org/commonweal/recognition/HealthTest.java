package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventBatchHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The health page's figures against the same figures counted from the file in plain Java. */
class HealthTest extends RecognitionTest {

    private static final int BATCH = 500;
    private static final long SEED = 20_261_123;

    @Test
    void every_figure_is_that_of_the_file() {
        var member = member(id(), id());
        var lines = HistoryLines.read();
        var events = events(member.alliance(), lines);
        deliver(events);
        assertThat(health(member)).isEqualTo(counted(lines));
        get(member, "/ledger/group")
                .expectBody()
                .jsonPath("$.balance")
                .isEqualTo(counted(lines).all().acknowledgedByAnother());
    }

    @Test
    void the_same_facts_again_and_in_another_order_change_nothing() {
        var member = member(id(), id());
        var lines = HistoryLines.read().stream().limit(3_000).toList();
        var known = knownLines(lines);
        var events = new ArrayList<>(events(member.alliance(), known));
        Collections.shuffle(events, new Random(SEED));
        deliver(events);
        deliver(events.subList(0, events.size() / 2));
        assertThat(health(member)).isEqualTo(counted(known));
    }

    @Test
    void the_real_history_has_the_totals_that_its_description_names() {
        if (HistoryLines.isReal()) {
            var all = counted(HistoryLines.read()).all();
            assertThat(all.contributions()).isEqualTo(45_205);
            assertThat(all.acknowledged()).isEqualTo(31_791);
            assertThat(all.acknowledgedByAnother()).isEqualTo(14_937);
            assertThat(days(all.delayP50Seconds())).isEqualTo("6.27");
            assertThat(days(all.delayP90Seconds())).isEqualTo("38.60");
            assertThat(all.organizationsForHalf()).isEqualTo(4);
        }
    }

    @Test
    void an_alliance_without_contributions_has_figures_of_nothing() {
        assertThat(health(member(id(), id())))
                .isEqualTo(
                        new Health(List.of(), new Figures(null, 0, 0, 0, 0, 0, null, null, null)));
    }

    /** Acknowledgements of contributions beyond the cut are left out. */
    private static List<JsonNode> knownLines(List<JsonNode> lines) {
        var ids = new HashSet<String>();
        lines.forEach(line -> ids.add(line.path("id").asString("")));
        return lines.stream()
                .filter(line ->
                        line.path("contribution").isMissingNode()
                                || ids.contains(line.path("contribution").asString()))
                .toList();
    }

    private static List<Event> events(UUID alliance, List<JsonNode> lines) {
        var history = new HistoryLines(alliance);
        return lines.stream().map(history::event).toList();
    }

    private void deliver(List<Event> events) {
        var handler = service.getBean(EventBatchHandler.class);
        for (var from = 0; from < events.size(); from += BATCH) {
            var batch = events.subList(from, Math.min(from + BATCH, events.size()));
            handler.handle(batch).block(Duration.ofSeconds(30));
        }
    }

    private Health health(Someone member) {
        return Objects.requireNonNull(
                get(member, "/health")
                        .expectStatus()
                        .isOk()
                        .expectBody(Health.class)
                        .returnResult()
                        .getResponseBody());
    }

    private static Health counted(List<JsonNode> lines) {
        var works = new LinkedHashMap<String, Work>();
        for (var line : lines) {
            if (line.path("type").asString().equals("contribution")) {
                works.put(line.path("id").asString(), new Work(line));
            } else {
                Objects.requireNonNull(works.get(line.path("contribution").asString()))
                        .acknowledged(line);
            }
        }
        var byYear = new TreeMap<Integer, List<Work>>();
        for (var work : works.values()) {
            var year = OffsetDateTime.ofInstant(work.at(), ZoneOffset.UTC).getYear();
            byYear.computeIfAbsent(year, _ -> new ArrayList<>()).add(work);
        }
        var years = new ArrayList<Figures>();
        byYear.forEach((year, those) -> years.add(figures(year, those)));
        return new Health(years, figures(null, List.copyOf(works.values())));
    }

    private static Figures figures(@Nullable Integer year, List<Work> works) {
        var delays =
                works.stream()
                        .filter(work -> work.first != null)
                        .map(Work::delay)
                        .sorted()
                        .toList();
        var byAnother = works.stream().filter(work -> work.byAnother).count();
        return new Figures(
                year,
                works.size(),
                delays.size(),
                byAnother,
                Math.round(delays.size() * 1e6 / works.size()),
                Math.round(byAnother * 1e6 / works.size()),
                percentile(delays, 0.5),
                percentile(delays, 0.9),
                forHalf(works));
    }

    private static @Nullable Long percentile(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return null;
        }
        var place = share * (sorted.size() - 1);
        var below = sorted.get((int) Math.floor(place));
        var above = sorted.get((int) Math.ceil(place));
        return Math.round(below + (above - below) * (place - Math.floor(place)));
    }

    private static @Nullable Integer forHalf(List<Work> works) {
        var made = new HashMap<String, Integer>();
        works.forEach(work -> work.organization().ifPresent(o -> made.merge(o, 1, Integer::sum)));
        var together = 0;
        var number = 0;
        for (var one : made.values().stream().sorted(Comparator.reverseOrder()).toList()) {
            together += one;
            number++;
            if (together * 2 >= works.size()) {
                return number;
            }
        }
        return null;
    }

    private static String days(@Nullable Long seconds) {
        return "%.2f".formatted(Objects.requireNonNull(seconds) / 86_400.0);
    }

    /** A line of the file, and what the other lines say about it. */
    private static final class Work {
        private final JsonNode line;
        private @Nullable Instant first;
        private boolean byAnother;

        Work(JsonNode line) {
            this.line = line;
        }

        Instant at() {
            return Instant.parse(line.path("at").asString());
        }

        Optional<String> organization() {
            return Optional.ofNullable(HistoryLines.text(line, "organization"));
        }

        void acknowledged(JsonNode acknowledgement) {
            var at = Instant.parse(acknowledgement.path("at").asString());
            first = first == null || at.isBefore(first) ? at : first;
            byAnother |= HistoryLines.byAnother(line, acknowledgement);
        }

        long delay() {
            return Duration.between(at(), Objects.requireNonNull(first)).toSeconds();
        }
    }

    private record Health(List<Figures> years, Figures all) {}

    private record Figures(
            @Nullable Integer year,
            long contributions,
            long acknowledged,
            long acknowledgedByAnother,
            long acknowledgedSharePerMillion,
            long shareByAnotherPerMillion,
            @Nullable Long delayP50Seconds,
            @Nullable Long delayP90Seconds,
            @Nullable Integer organizationsForHalf) {}
}
