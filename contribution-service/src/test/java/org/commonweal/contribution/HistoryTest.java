package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.commonweal.platform.messaging.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** A history comes in line by line: kept once, judged singly, answered while it comes. */
class HistoryTest extends ContributionTest {

    private UUID alliance;
    private Someone founder;

    @BeforeEach
    void foundAnAllianceWithAHistory() {
        var person = id();
        alliance = alliance(person, true);
        var unknown = someone(alliance, id());
        founder =
                known(
                        new Someone(alliance, person, unknown.organization(), unknown.subject()),
                        true);
    }

    @Test
    void a_contribution_and_its_acknowledgements_become_history() {
        var results =
                imported(
                        contribution("e788", "p1", "6wind.com", "app: fix a race", "app"),
                        acknowledgement("e788", "p2", "6wind.com", "acked"),
                        acknowledgement("e788", "p3", null, "reviewed"),
                        acknowledgement("e788", "p4", "intel.com", "acked"),
                        acknowledgement("e788", "p4", "intel.com", "tested"));
        assertThat(results).extracting(HistoryTest::status).containsOnly("kept");
        assertThat(results)
                .extracting(line -> line.get("line").asInt())
                .containsExactly(1, 2, 3, 4, 5);

        var id = Ids.external(alliance, "contribution", "e788");
        var seen = read(founder, "/contributions/" + id);
        assertThat(seen.get("state").asString()).isEqualTo("HISTORICAL");
        assertThat(seen.get("goal").isNull()).isTrue();
        assertThat(seen.get("receipt").isNull()).isTrue();
        assertThat(seen.get("title").asString()).isEqualTo("app: fix a race");
        assertThat(seen.get("area").asString()).isEqualTo("app");
        assertThat(seen.get("submittedAt").asString()).isEqualTo("2014-03-05T14:45:43Z");
        assertThat(seen.get("author").asString())
                .isEqualTo(Ids.external(alliance, "person", "p1").toString());
        assertThat(seen.get("organization").asString())
                .isEqualTo(Ids.external(alliance, "organization", "6wind.com").toString());
        assertThat(seen.get("acknowledgements").size()).isEqualTo(4);
        assertThat(firstsByAnother())
                .containsExactly(
                        Ids.external(alliance, "acknowledgement", "e788/p4/acked").toString());
        count(alliance, "due", 0);
        count(alliance, "need", 0);
        refused(
                put(founder, "/contributions/" + id + "/acknowledgements/" + id(), "{}"),
                409,
                "contribution-historical");
    }

    @Test
    void the_first_by_another_stands_across_batches_and_runs() {
        imported(contribution("a1", "p1", "one.example", "Across runs", null));
        imported(acknowledgement("a1", "p2", "two.example", "acked"));
        imported(
                contribution("a1", "p1", "one.example", "Across runs", null),
                acknowledgement("a1", "p2", "two.example", "acked"),
                acknowledgement("a1", "p3", "three.example", "acked"));
        assertThat(firstsByAnother())
                .containsExactly(
                        Ids.external(alliance, "acknowledgement", "a1/p2/acked").toString());
    }

    @Test
    void a_second_run_keeps_nothing_twice() {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 700; i++) {
            lines.add(
                    contribution(
                            "c" + i, "p" + i % 7, "o" + i % 3 + ".example", "Piece " + i, null));
            lines.add(
                    acknowledgement(
                            "c" + i, "p" + (i + 1) % 7, "o" + (i + 1) % 3 + ".example", "acked"));
        }
        var all = lines.toArray(String[]::new);
        assertThat(imported(all)).extracting(HistoryTest::status).containsOnly("kept");
        assertThat(imported(all)).extracting(HistoryTest::status).containsOnly("duplicate");
        count(alliance, "contribution", 700);
        count(alliance, "acknowledgement", 700);
        count(alliance, "journal", 1_400);
        assertThat(firstsByAnother()).hasSize(700);
    }

    @Test
    void two_imports_at_the_same_time_keep_each_line_once() {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 1_500; i++) {
            lines.add(contribution("d" + i, "p1", "one.example", "Piece " + i, null));
        }
        var all = lines.toArray(String[]::new);
        var other = CompletableFuture.supplyAsync(() -> imported(all));
        var results = new ArrayList<>(imported(all));
        results.addAll(other.join());
        assertThat(results.stream().filter(line -> status(line).equals("kept"))).hasSize(1_500);
        assertThat(results.stream().filter(line -> status(line).equals("duplicate")))
                .hasSize(1_500);
        count(alliance, "journal", 1_500);
    }

    @Test
    void a_bad_line_is_rejected_with_its_reason_and_the_rest_goes_on() {
        var results =
                imported(
                        contribution("b1", "p1", "one.example", "Good", null),
                        "not json",
                        "",
                        "{\"type\":\"meeting\",\"id\":\"x\"}",
                        acknowledgement("nowhere", "p1", "one.example", "acked"),
                        contribution("b2", "p1", "one.example", "x".repeat(501), null),
                        "{\"type\":\"contribution\",\"id\":\"b3\",\"person\":\"p1\",\"title\":\"t\"}",
                        contribution("b4", "p1", "one.example", "nul \\u0000 in it", null),
                        "{\"type\":\"contribution\",\"title\":\"" + "x".repeat(70_000) + "\"}",
                        "null",
                        acknowledgement("b1", "p2", "two.example", "acked"));
        assertThat(results).hasSize(11);
        assertThat(status(results.getFirst())).isEqualTo("kept");
        assertThat(status(results.getLast())).isEqualTo("kept");
        var bad = results.subList(1, 10);
        assertThat(bad).extracting(HistoryTest::status).containsOnly("rejected");
        assertThat(bad)
                .extracting(line -> line.get("reason").asString())
                .allSatisfy(reason ->
                        assertThat(reason)
                                .isNotBlank()
                                .doesNotContain("org.commonweal", "Exception", "tools.jackson"));
        assertThat(bad.get(3).get("reason").asString())
                .isEqualTo("the contribution nowhere is not known");
        assertThat(bad.get(4).get("reason").asString()).contains("title is longer than 500");
        assertThat(bad.get(5).get("reason").asString()).isEqualTo("at is missing");
        assertThat(bad.get(7).get("reason").asString()).contains("longer than 65536 bytes");
    }

    @Test
    void who_passed_it_on_is_kept_by_id_each_once_and_shown() {
        var results =
                imported(
                        handled(
                                "h1",
                                passed("p8", "one.example"),
                                passed("p9", null),
                                passed("p8", "one.example")),
                        handled("h2", passed("p9", "two.example").repeat(21).replace("}{", "},{")),
                        handled("h3", "null"),
                        handled("h4", "{\"organization\":\"one.example\"}"),
                        handled("h5", passed("x".repeat(201), null)));
        assertThat(results)
                .extracting(line -> line.get("reason").asString(""))
                .containsExactly(
                        "",
                        "handledBy names more than 20 people",
                        "handledBy names nobody",
                        "handledBy.person is missing",
                        "handledBy.person is longer than 200 characters");
        var id = Ids.external(alliance, "contribution", "h1");
        var expected =
                JSON.readTree(
                        """
                        [{"person":"%s","organization":"%s"},{"person":"%s","organization":null}]\
                        """
                                .formatted(
                                        Ids.external(alliance, "person", "p8"),
                                        Ids.external(alliance, "organization", "one.example"),
                                        Ids.external(alliance, "person", "p9")));
        assertThat(read(founder, "/contributions/" + id).get("handledBy")).isEqualTo(expected);
        var told =
                query(
                        alliance,
                        "SELECT payload -> 'handledBy' FROM journal WHERE subject = '" + id + "'");
        assertThat(JSON.readTree(told.getFirst())).isEqualTo(expected);
    }

    @Test
    void titles_are_strangers_words_kept_as_they_are_or_refused_by_line() {
        var script = "<script>alert('1')</script> & \u202eesrever\u202c";
        var results =
                imported(
                        contribution("t1", "p1", "one.example", script, null),
                        contribution("t2", "p1", "one.example", "x".repeat(10_000), null),
                        contribution("t3", "p1", "one.example", "half \\ud800 of a pair", null),
                        contribution("t4", "p1", "one.example", "nul \\u0000", null),
                        contribution("t5", "p1", "one.example", "bell \\u0007", null),
                        contribution("t6", "p1", "one.example", "\ud83d\ude80".repeat(500), null),
                        contribution("t7", "p1", "one.example", "e\u0301", null));
        assertThat(results)
                .extracting(HistoryTest::status)
                .containsExactly(
                        "kept", "rejected", "rejected", "rejected", "rejected", "kept", "kept");
        assertThat(results)
                .extracting(line -> line.path("line").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(title("t1")).isEqualTo(script);
        assertThat(title("t6")).hasSize(1_000);
        assertThat(title("t7")).as("composed, as everything that is kept").isEqualTo("\u00e9");
        assertThat(read(founder, "/search?q=<script>").get("items").size()).isEqualTo(1);
    }

    private String title(String externalId) {
        var id = Ids.external(alliance, "contribution", externalId);
        return read(founder, "/contributions/" + id).get("title").asString();
    }

    @Test
    void results_come_while_lines_are_still_sent() {
        var rest = Sinks.<DataBuffer>one();
        var first = new StringBuilder();
        for (var i = 0; i < 1_000; i++) {
            first.append(contribution("s" + i, "p1", "one.example", "Streamed " + i, null))
                    .append('\n');
        }
        var last = contribution("s-last", "p1", "one.example", "After the first answer", null);
        var body = Flux.concat(Mono.just(buffer(first.toString())), rest.asMono());
        var answer =
                WebClient.create(address())
                        .post()
                        .uri("/api/alliances/" + alliance + "/history")
                        .headers(headers -> headers.setBearerAuth(tokens.of(founder.subject())))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .body(BodyInserters.fromDataBuffers(body))
                        .retrieve()
                        .bodyToFlux(String.class)
                        .doOnNext(line -> {
                            if (line.contains("\"line\":1000,")) {
                                rest.tryEmitValue(buffer(last));
                            }
                        })
                        .collectList()
                        .block(SOON);
        assertThat(answer).hasSize(1_001);
    }

    private static DataBuffer buffer(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> firstsByAnother() {
        return query(
                alliance,
                "SELECT subject FROM journal WHERE type = 'contribution.acknowledgement-imported.v1'"
                        + " AND (payload ->> 'firstByAnother')::boolean");
    }

    private List<JsonNode> imported(String... lines) {
        var body =
                http.post()
                        .uri("/api/alliances/" + alliance + "/history")
                        .headers(headers -> headers.setBearerAuth(tokens.of(founder.subject())))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .bodyValue(String.join("\n", lines) + "\n")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static String status(JsonNode result) {
        return result.get("status").asString();
    }

    private static String contribution(
            String id, String person, String organization, String title, @Nullable String area) {
        return """
        {"type":"contribution","id":"%s","at":"2014-03-05T14:45:43Z","person":"%s",\
        "organization":"%s","title":"%s","area":%s,"handledBy":[]}\
        """
                .formatted(
                        id, person, organization, title, area == null ? "null" : '"' + area + '"');
    }

    private static String handled(String id, String... by) {
        return contribution(id, "p1", "one.example", "Passed on", null)
                .replace("\"handledBy\":[]", "\"handledBy\":[" + String.join(",", by) + "]");
    }

    private static String passed(String person, @Nullable String organization) {
        return "{\"person\":\"%s\",\"organization\":%s}"
                .formatted(person, organization == null ? "null" : '"' + organization + '"');
    }

    private static String acknowledgement(
            String contribution, String person, @Nullable String organization, String kind) {
        return """
        {"type":"acknowledgement","contribution":"%s","at":"2015-07-25T13:23:28Z","kind":"%s",\
        "person":"%s","organization":%s}\
        """
                .formatted(
                        contribution,
                        kind,
                        person,
                        organization == null ? "null" : '"' + organization + '"');
    }
}
