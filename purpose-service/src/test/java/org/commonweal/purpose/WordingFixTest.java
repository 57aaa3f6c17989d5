package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.Canaries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Other words for the active purpose wait for an objection; another thing is refused at once. */
class WordingFixTest extends PurposeTest {

    private static final String MENDED = "One due-diligence list";

    @Test
    void nobody_objects_and_the_purpose_says_it_in_other_words_with_what_it_said_kept() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        var purpose = ratified(one, other);
        get(one, "/purpose/texts/" + purpose)
                .expectBody()
                .jsonPath("$.versions.length()")
                .isEqualTo(1);
        var fix = proposed(one, Map.of("title", MENDED, "goal", "Use it in half of the matters"));
        get(other, "/wording-fixes/" + fix)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("OPEN")
                .jsonPath("$.before.title")
                .isEqualTo("One due diligence list")
                .jsonPath("$.after.title")
                .isEqualTo(MENDED)
                .jsonPath("$.after.output")
                .isEqualTo("A list that every firm accepts")
                .jsonPath("$.reason")
                .isEqualTo("A slip of the pen")
                .jsonPath("$.proposedBy")
                .isEqualTo(one.person().toString());
        title(other, "One due diligence list");

        passTime(Duration.ofHours(71));
        var _ = clock("wording-window").act(one.alliance(), fix, now()).block();
        title(other, "One due diligence list");
        passTime(Duration.ofHours(2));
        await(() -> title(other, MENDED));
        get(other, "/purpose/texts/" + purpose)
                .expectBody()
                .jsonPath("$.versions.length()")
                .isEqualTo(2)
                .jsonPath("$.versions[0].version")
                .isEqualTo(2)
                .jsonPath("$.versions[0].fix")
                .isEqualTo(fix.toString())
                .jsonPath("$.versions[0].words.goal")
                .isEqualTo("Use it in half of the matters")
                .jsonPath("$.versions[1].words.title")
                .isEqualTo("One due diligence list");
        get(other, "/wording-fixes")
                .expectBody()
                .jsonPath("$.items[0].state")
                .isEqualTo("IN_FORCE");
        var said = told(one.alliance(), "purpose.reworded.v1");
        var _ = clock("wording-window").act(one.alliance(), fix, now()).block();
        assertThat(said).hasSize(1);
        assertThat(told(one.alliance(), "purpose.reworded.v1")).isEqualTo(said);
    }

    @Test
    void one_member_stops_it_with_a_reason_and_the_purpose_stays() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        var purpose = ratified(one, other);
        var fix = proposed(one, Map.of("title", MENDED));
        var path = "/wording-fixes/" + fix + "/challenges/";
        var newest = member(one.alliance(), id());
        refused(put(newest, path + id(), Map.of("reason", "  ")), 422, "challenge-reason-missing");
        var command = id();
        var words = Map.of("reason", "A dash makes it two lists");
        put(newest, path + command, words).expectStatus().isCreated();
        put(newest, path + command, words).expectStatus().isOk();
        refused(put(newest, path + command, Map.of("reason", "Another")), 409, "id-taken");
        refused(put(other, path + id(), words), 409, "wording-over");
        get(one, "/wording-fixes/" + fix)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("CHALLENGED")
                .jsonPath("$.challengedBy")
                .isEqualTo(newest.person().toString())
                .jsonPath("$.challengeReason")
                .isEqualTo("A dash makes it two lists");
        passTime(Duration.ofHours(100));
        var _ = clock("wording-window").act(one.alliance(), fix, now()).block();
        title(one, "One due diligence list");
        get(one, "/purpose/texts/" + purpose)
                .expectBody()
                .jsonPath("$.versions.length()")
                .isEqualTo(1);
        assertThat(told(one.alliance(), "purpose.wording-challenged.v1")).hasSize(1);
        assertThat(told(one.alliance(), "purpose.reworded.v1")).isEmpty();
    }

    @Test
    void another_scope_audience_or_eligibility_is_refused_with_the_way_to_a_fork() {
        var one = delegate(alliance());
        ratified(one, delegate(one.alliance()));
        for (var change :
                List.of(
                        Map.of("output", "A court for their disputes"),
                        Map.of("goal", "Use it in 9 of 10 matters"),
                        Map.of("audience", "Whoever asks"),
                        Map.of("eligibility", "Banks, too"))) {
            var answer = amend(one, id(), change, null).expectBody(String.class).returnResult();
            assertThat(answer.getStatus().value()).isEqualTo(409);
            assertThat(answer.getResponseBody())
                    .contains("\"urn:commonweal:refusal:purpose-change-is-a-fork\"")
                    .contains("\"fork\":\"/api/alliances/" + one.alliance() + "/forks\"")
                    .contains("\"pointer\":\"/" + change.keySet().iterator().next() + "\"");
        }
        assertThat(column(one.alliance(), "SELECT id FROM wording_fix")).isEmpty();
        refused(
                amend(one, id(), Map.of("deadline", "2029-01-31"), null),
                409,
                "deadline-by-ballot");
        refused(
                amend(one, id(), Map.of("title", "One due diligence list"), null),
                422,
                "wording-unchanged");
        refused(amend(one, id(), Map.of("title", MENDED), "\"1\""), 412, "changed-meanwhile");
    }

    @Test
    void one_wording_waits_at_a_time_and_a_repetition_is_the_same_one() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        ratified(one, other);
        var fix = id();
        amend(one, fix, Map.of("title", MENDED), null).expectStatus().isOk();
        amend(one, fix, Map.of("title", MENDED), null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(fix.toString());
        refused(
                amend(other, id(), Map.of("title", "One due diligence lists"), null),
                409,
                "wording-open");
        assertThat(told(one.alliance(), "purpose.wording-proposed.v1")).hasSize(1);
    }

    @Test
    void nothing_is_reworded_without_an_active_purpose_or_after_it() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        refused(amend(one, id(), Map.of("title", MENDED), "\"1\""), 409, "purpose-not-ratified");
        var purpose = ratified(one, other);
        var fix = proposed(one, Map.of("title", MENDED));
        adopted(ballot(one, "conclusion", conclusion(purpose)), one, other);
        passTime(Duration.ofHours(73));
        await(() ->
                get(one, "/wording-fixes/" + fix)
                        .expectBody()
                        .jsonPath("$.state")
                        .isEqualTo("LAPSED"));
        refused(amend(one, id(), Map.of("title", MENDED), "\"1\""), 409, "purpose-not-ratified");
    }

    @Test
    void an_alliance_has_a_window_of_its_own_and_a_renewal_meanwhile_stands() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        adopted(ballot(one, "rules", thresholds(Map.of("wordingWindow", "PT1H"))), one, other);
        var purpose = ratified(one, other);
        var renewal = id();
        var closesAt = now().plus(Duration.ofMinutes(70)).toString();
        var more = Map.of("renewal", renewal(purpose, "2028-01-31"), "closesAt", closesAt);
        put(one, "/proposals/" + renewal, more).expectStatus().isCreated();
        proposed(one, Map.of("title", MENDED));
        passTime(Duration.ofSeconds(3_601));
        await(() -> title(one, MENDED));
        adopted(renewal, one, other);
        get(one, "/purpose")
                .expectBody()
                .jsonPath("$.active.title")
                .isEqualTo(MENDED)
                .jsonPath("$.active.deadline")
                .isEqualTo("2028-01-31");
    }

    @Test
    void members_of_other_classes_read_and_nobody_else_does() {
        var one = delegate(alliance());
        ratified(one, delegate(one.alliance()));
        var fix = proposed(one, Map.of("title", MENDED));
        var expert = someone(one.alliance(), id());
        standing(expert, new As("EXPERT", null, "ACTIVE", false), 1);
        sees(expert, 200);
        get(expert, "/wording-fixes/" + fix).expectStatus().isOk();
        var words = Map.of("reason", "No");
        refused(
                put(expert, "/wording-fixes/" + fix + "/challenges/" + id(), words),
                403,
                "class-not-allowed");
        refused(amend(expert, id(), Map.of("title", MENDED), null), 403, "class-not-allowed");
        var elsewhere = delegate(alliance());
        var stranger = new Someone(one.alliance(), id(), id(), elsewhere.subject());
        get(stranger, "/wording-fixes/" + fix).expectStatus().isNotFound();
        get(stranger, "/wording-fixes").expectStatus().isNotFound();
        put(stranger, "/wording-fixes/" + fix + "/challenges/" + id(), words)
                .expectStatus()
                .isNotFound();
        get(elsewhere, "/wording-fixes/" + fix).expectStatus().isNotFound();
    }

    @Test
    void what_was_stopped_goes_with_its_author_and_what_is_in_force_stays() {
        var canary = delegate(alliance());
        var other = delegate(canary.alliance());
        ratified(canary, other);
        var stopped = proposed(canary, Map.of("title", "One due diligence list canary-drosera"));
        put(
                        canary,
                        "/wording-fixes/" + stopped + "/challenges/" + id(),
                        Map.of("reason", "canary-nepenthes"))
                .expectStatus()
                .isCreated();
        var kept = proposed(canary, Map.of("title", "One due diligence list, canary-pinguicula"));
        passTime(Duration.ofHours(73));
        await(() -> title(other, "One due diligence list, canary-pinguicula"));
        bus.send(
                "membership.person-erased.v1",
                canary.alliance(),
                canary.person(),
                Map.of("person", canary.person(), "work", "KEEP"));
        var canaries = new Canaries(database, "purpose");
        await(() -> assertThat(canaries.in("canary-drosera", "canary-nepenthes")).isEmpty());
        assertThat(canaries.in("canary-pinguicula")).isNotEmpty();
        get(other, "/wording-fixes/" + kept)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("(erased)");
    }

    private UUID proposed(Someone by, Map<String, ?> change) {
        var fix = id();
        amend(by, fix, change, null).expectStatus().isOk();
        return fix;
    }

    private ResponseSpec amend(
            Someone by, UUID command, Map<String, ?> change, @Nullable String version) {
        var body = new HashMap<String, Object>(change);
        body.put("reason", "A slip of the pen");
        var read = version == null ? "\"" + version(by) + "\"" : version;
        return send(HttpMethod.PATCH, by, "/purpose", body, command, read);
    }

    private String version(Someone reader) {
        return column(
                        reader.alliance(),
                        "SELECT coalesce(max(version), 1) FROM purpose WHERE state = 'ACTIVE'")
                .getFirst();
    }

    private void title(Someone reader, String title) {
        get(reader, "/purpose").expectBody().jsonPath("$.active.title").isEqualTo(title);
    }

    private List<String> told(UUID alliance, String type) {
        return column(
                alliance, "SELECT id FROM journal WHERE type = '%s' ORDER BY 1".formatted(type));
    }
}
