package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.Canaries;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Drafts and notes of somebody who is erased go; what was decided stays. */
class ErasureTest extends PurposeTest {

    private static final String DRAFTED = "canary-drafted-17";
    private static final String DECIDED = "canary-decided-19";
    private static final String UNVOTED = "canary-unvoted";

    @Test
    void drafts_go_with_their_journal_and_what_a_ballot_is_about_stays() {
        var alliance = alliance();
        var canary = delegate(alliance);
        var other = delegate(alliance);
        put(canary, "/purpose/drafts/" + id(), text(DRAFTED)).expectStatus().isCreated();
        var decided = id();
        put(canary, "/purpose/drafts/" + decided, text(DECIDED)).expectStatus().isCreated();
        ballot(canary, decided);
        var kept = id();
        put(other, "/purpose/drafts/" + kept, text("of another")).expectStatus().isCreated();
        var canaries = new Canaries(database, "purpose");
        assertThat(canaries.in(DRAFTED, canary.subject()))
                .contains("purpose: " + DRAFTED, "journal: " + DRAFTED)
                .contains("standing: " + canary.subject());

        erased(alliance, canary.person());
        await(() -> assertThat(canaries.in(DRAFTED, canary.subject())).isEmpty());
        assertThat(canaries.in(DECIDED, "of another"))
                .contains("purpose: " + DECIDED, "journal: " + DECIDED)
                .contains("purpose: of another", "journal: of another");
        sees(canary, 404);
        get(other, "/purpose").expectStatus().isOk();

        erased(id(), other.person());
        erased(alliance, canary.person());
        var last = member(alliance, id());
        get(last, "/purpose").expectStatus().isOk();
        assertThat(canaries.in("of another")).as("erased elsewhere").isNotEmpty();
    }

    @Test
    void what_was_said_of_a_decision_goes_with_who_said_it_and_its_place_stays() {
        var alliance = alliance();
        var canary = delegate(alliance);
        var decided = ballot(canary, "rules", rules("T", Map.of("quorumPerMillion", 1)));
        adopted(decided, canary);
        state(canary, decided, DRAFTED + " " + STATED, null, null).expectStatus().isOk();
        review(canary, decided, id(), Map.of("finding", "KEPT", "text", DRAFTED))
                .expectStatus()
                .isCreated();
        var canaries = new Canaries(database, "purpose");
        assertThat(canaries.in(DRAFTED)).contains("outcome: " + DRAFTED, "review: " + DRAFTED);
        erased(alliance, canary.person());
        await(() -> assertThat(canaries.in(DRAFTED)).isEmpty());
        assertThat(column(alliance, "SELECT statement FROM outcome")).containsExactly("(erased)");
        assertThat(column(alliance, "SELECT finding FROM review")).containsExactly("KEPT");
    }

    @Test
    void what_was_proposed_and_came_to_no_vote_goes_and_what_was_voted_on_stays() {
        var alliance = alliance();
        var canary = delegate(alliance);
        var other = delegate(alliance);
        var expired = asked(canary);
        passTime(Duration.ofDays(90));
        await(() -> state(other, "/proposals/" + expired, "EXPIRED"));
        var withdrawn = talkedAbout(canary);
        put(canary, "/proposals/" + withdrawn + "/withdrawal", Map.of()).expectStatus().isOk();
        var inDialogue = talkedAbout(canary);
        put(
                        canary,
                        "/proposals/" + inDialogue + "/text",
                        Map.of("rules", money(UNVOTED), "textRead", 1))
                .expectStatus()
                .isOk();
        put(
                        other,
                        "/proposals/" + inDialogue + "/positions/" + id(),
                        Map.of("stance", "FOR", "words", "W", "textRead", 2))
                .expectStatus()
                .isCreated();
        var draft = id();
        put(canary, "/purpose/drafts/" + draft, text(UNVOTED)).expectStatus().isCreated();
        dialogue(canary, draft);
        var voted = talkedAbout(canary);
        put(canary, "/proposals/" + voted + "/text", Map.of("rules", money(DECIDED), "textRead", 1))
                .expectStatus()
                .isOk();
        openBallot(canary, voted).expectStatus().isOk();
        var canaries = new Canaries(database, "purpose");
        assertThat(canaries.in(UNVOTED))
                .contains("proposal: " + UNVOTED, "proposal_text: " + UNVOTED)
                .contains("journal: " + UNVOTED, "purpose: " + UNVOTED);

        erased(alliance, canary.person());
        await(() -> assertThat(canaries.in(UNVOTED, canary.subject())).isEmpty());
        assertThat(canaries.in(DECIDED))
                .contains("proposal: " + DECIDED, "proposal_text: " + DECIDED)
                .contains("journal: " + DECIDED);
        for (var gone : new UUID[] {expired, withdrawn, inDialogue}) {
            get(other, "/proposals/" + gone).expectBody().jsonPath("$.title").isEqualTo("(erased)");
        }
        get(other, "/proposals/" + expired)
                .expectBody()
                .jsonPath("$.question.options[1].title")
                .isEqualTo("(erased) 2");
        get(other, "/proposals/" + inDialogue + "/dialogue").expectStatus().isOk();
        get(other, "/proposals/" + voted + "/dialogue").expectStatus().isOk();
    }

    @Test
    void wordings_and_forks_go_and_words_that_wait_come_to_nothing() {
        var alliance = alliance();
        var canary = delegate(alliance);
        var other = delegate(alliance);
        ratified(canary, other);
        var stopped = reworded(canary);
        put(other, "/wording-fixes/" + stopped + "/challenges/" + id(), Map.of("reason", "No"))
                .expectStatus()
                .isCreated();
        var open = reworded(canary);
        var fork = new HashMap<>(PurposeTest.FORK);
        fork.replaceAll((field, value) -> field.equals("deadline") ? value : value + " " + UNVOTED);
        put(canary, "/forks/" + id(), fork).expectStatus().isCreated();
        var canaries = new Canaries(database, "purpose");
        assertThat(canaries.in(UNVOTED))
                .containsExactly(
                        "fork: " + UNVOTED, "journal: " + UNVOTED, "wording_fix: " + UNVOTED);

        erased(alliance, canary.person());
        await(() -> assertThat(canaries.in(UNVOTED, canary.subject())).isEmpty());
        passTime(Duration.ofHours(73));
        await(() -> state(other, "/wording-fixes/" + open, "LAPSED"));
        get(other, "/purpose")
                .expectBody()
                .jsonPath("$.active.title")
                .isEqualTo("One due diligence list");
    }

    private UUID talkedAbout(Someone by) {
        var proposal = id();
        put(by, "/proposals/" + proposal, Map.of("rules", money(UNVOTED)))
                .expectStatus()
                .isCreated();
        return proposal;
    }

    private static Map<String, Object> money(String canary) {
        var rule = Map.of("matter", "MONEY", "quorumPerMillion", 400_000);
        return Map.of(
                "title",
                "Money " + canary,
                "change",
                Map.of("rules", List.of(rule)),
                "reason",
                "Because " + canary);
    }

    private UUID asked(Someone by) {
        var proposal = id();
        put(by, "/proposals/" + proposal, Map.of("question", question(UNVOTED)))
                .expectStatus()
                .isCreated();
        return proposal;
    }

    private static Map<String, Object> question(String canary) {
        var options =
                List.of(
                        Map.of("id", id(), "title", "A " + canary, "description", "D " + canary),
                        Map.of("id", id(), "title", "B " + canary));
        return Map.of(
                "title",
                "Which? " + canary,
                "asks",
                Map.of(
                        "about",
                        "It " + canary,
                        "method",
                        "SCORE",
                        "scoreMax",
                        5,
                        "options",
                        options));
    }

    private UUID reworded(Someone by) {
        var fix = id();
        send(
                        HttpMethod.PATCH,
                        by,
                        "/purpose",
                        Map.of("title", "One due diligence list " + UNVOTED, "reason", UNVOTED),
                        fix,
                        version(by))
                .expectStatus()
                .isOk();
        return fix;
    }

    private String version(Someone reader) {
        var query = "SELECT max(version) FROM purpose WHERE state = 'ACTIVE'";
        return "\"" + column(reader.alliance(), query).getFirst() + "\"";
    }

    private void state(Someone reader, String path, String state) {
        get(reader, path).expectBody().jsonPath("$.state").isEqualTo(state);
    }

    private void erased(UUID alliance, UUID person) {
        bus.send(
                "membership.person-erased.v1",
                alliance,
                person,
                Map.of("person", person, "work", "KEEP"));
    }

    private static Map<String, Object> text(String canary) {
        var text = new HashMap<>(COMPLETE);
        text.replaceAll((field, value) -> field.equals("deadline") ? value : value + " " + canary);
        return text;
    }
}
