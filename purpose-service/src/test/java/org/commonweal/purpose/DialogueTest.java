package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What members say about a proposal before they vote on it (claim B17). */
class DialogueTest extends PurposeTest {

    @Test
    void positions_concerns_and_answers_are_heard_and_counted_by_firm() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var proposal = dialogue(one, draft(one));
        position(one, proposal, "FOR", 1).expectStatus().isCreated();
        position(one, proposal, "AGAINST", 1).expectStatus().isCreated();
        var concern = id();
        concern(two, proposal, concern, true).expectStatus().isCreated();
        concern(two, proposal, concern, true).expectStatus().isOk();
        refused(concern(two, proposal, concern, false), 409, "id-taken");
        put(
                        member(alliance, one.organization()),
                        "/proposals/%s/concerns/%s/answers/%s".formatted(proposal, concern, id()),
                        Map.of("words", "It is yours to leave out"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.positions.length()")
                .isEqualTo(1)
                .jsonPath("$.positions[0].stance")
                .isEqualTo("AGAINST")
                .jsonPath("$.concerns[0].blocking")
                .isEqualTo(true)
                .jsonPath("$.concerns[0].answers[0].words")
                .isEqualTo("It is yours to leave out");
        get(two, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.dialogue.voices")
                .isEqualTo(2)
                .jsonPath("$.blocking[0].words")
                .isEqualTo("We cannot live with it");
        new JournaledFacts(this).fitTheirContracts(alliance, 4);
    }

    /** T of claim B17: what nobody has resolved stands on the ballot. */
    @Test
    void an_unresolved_blocking_concern_is_printed_on_the_ballot() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var proposal = dialogue(one, draft(one));
        var resolved = id();
        var standing = id();
        concern(two, proposal, resolved, true).expectStatus().isCreated();
        concern(two, proposal, standing, true).expectStatus().isCreated();
        concern(two, proposal, id(), false).expectStatus().isCreated();
        refused(resolution(one, proposal, resolved, true), 403, "not-who-raised-it");
        resolution(two, proposal, resolved, true).expectStatus().isOk();
        resolution(two, proposal, standing, true).expectStatus().isOk();
        resolution(two, proposal, standing, false).expectStatus().isOk();
        openBallot(one, proposal).expectStatus().isOk();
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.blocking.length()")
                .isEqualTo(1)
                .jsonPath("$.blocking[0].id")
                .isEqualTo(standing.toString());
        refused(resolution(two, proposal, standing, true), 409, "not-in-dialogue");
        refused(position(two, proposal, "FOR", 1), 409, "not-in-dialogue");
        refused(concern(two, proposal, id(), true), 409, "not-in-dialogue");
    }

    @Test
    void support_is_tied_to_the_version_of_the_text_that_was_read() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var draft = draft(one);
        var proposal = dialogue(one, draft);
        position(two, proposal, "FOR", 1).expectStatus().isCreated();
        send(
                        HttpMethod.PATCH,
                        two,
                        "/purpose/drafts/" + draft,
                        Map.of("title", "Two due diligence lists"),
                        id(),
                        "\"1\"")
                .expectStatus()
                .isOk();
        refused(position(one, proposal, "FOR", 1), 409, "text-changed");
        get(two, "/proposals/" + proposal + "/dialogue")
                .expectBody()
                .jsonPath("$.texts.length()")
                .isEqualTo(2)
                .jsonPath("$.texts[0].title")
                .isEqualTo("Two due diligence lists")
                .jsonPath("$.texts[1].title")
                .isEqualTo("One due diligence list")
                .jsonPath("$.texts[1].content.output")
                .isEqualTo("A list that every firm accepts")
                .jsonPath("$.positions[0].textVersion")
                .isEqualTo(1);
        get(two, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Two due diligence lists")
                .jsonPath("$.textVersion")
                .isEqualTo(2);
        openBallot(one, proposal).expectStatus().isOk();
        get(two, "/proposals/" + proposal).expectBody().jsonPath("$.textVersion").isEqualTo(2);
    }

    @Test
    void who_brought_it_up_says_it_in_other_words_or_takes_it_back_and_nobody_else() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var proposal = id();
        put(one, "/proposals/" + proposal, Map.of("rules", rule(Matter.MONEY, consent())))
                .expectStatus()
                .isCreated();
        var other = rule(Matter.MONEY, Map.of("method", "BLOCK"));
        refused(amend(two, proposal, other, 1), 403, "not-who-brought-it-up");
        refused(amend(one, proposal, other, 2), 409, "text-changed");
        amend(one, proposal, other, 1)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.textVersion")
                .isEqualTo(2)
                .jsonPath("$.rules.after.rules[4].method")
                .isEqualTo("BLOCK");
        var wrong = Map.of("conclusion", conclusion(id()), "textRead", 2);
        refused(put(one, "/proposals/" + proposal + "/text", wrong), 422, "another-matter");
        refused(withdrawal(two, proposal), 403, "not-who-brought-it-up");
        withdrawal(one, proposal).expectStatus().isOk();
        get(two, "/proposals/" + proposal).expectBody().jsonPath("$.state").isEqualTo("WITHDRAWN");
        refused(openBallot(one, proposal), 409, "not-in-dialogue");
        assertThat(column(alliance, "SELECT kind FROM due")).isEmpty();
        new JournaledFacts(this).fitTheirContracts(alliance, 4);
    }

    @Test
    void the_voices_that_the_rulebook_asks_for_open_the_way_to_the_ballot() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var heard = rule(Matter.PURPOSE, Map.of("voicesMinimum", 2));
        adopted(ballot(one, "rules", heard), one, two);
        var proposal = dialogue(one, draft(one));
        position(one, proposal, "FOR", 1).expectStatus().isCreated();
        position(member(alliance, one.organization()), proposal, "FOR", 1)
                .expectStatus()
                .isCreated();
        refused(openBallot(one, proposal), 409, "voices-missing");
        position(two, proposal, "UNDECIDED", 1).expectStatus().isCreated();
        openBallot(one, proposal).expectStatus().isOk();
    }

    @Test
    void nobody_else_hears_or_says_anything() {
        var one = delegate(alliance());
        var elsewhere = delegate(alliance());
        var gone = delegate(one.alliance());
        var proposal = dialogue(one, draft(one));
        standing(gone, "ENDED", true, 2);
        sees(gone, 404);
        for (var stranger : List.of(elsewhere, gone)) {
            refused(get(stranger, "/proposals/" + proposal + "/dialogue"), 404, "not-found");
            refused(position(stranger, proposal, "FOR", 1), 404, "not-found");
            refused(concern(stranger, proposal, id(), true), 404, "not-found");
            refused(withdrawal(stranger, proposal), 404, "not-found");
        }
        assertThat(column(one.alliance(), "SELECT 1 FROM voice")).isEmpty();
    }

    private static Map<String, Object> consent() {
        return Map.of("method", "CONSENT");
    }

    @Test
    void what_is_talked_about_is_shown_whatever_its_kind() {
        var one = delegate(alliance());
        var options =
                List.of(Map.of("id", id(), "title", "Here"), Map.of("id", id(), "title", "There"));
        var asks = Map.of("method", "DOT", "dots", 1, "options", options);
        var question = id();
        var asked = Map.of("title", "Where do we meet?", "asks", asks);
        put(one, "/proposals/" + question, Map.of("question", asked)).expectStatus().isCreated();
        get(one, "/proposals/" + question + "/dialogue")
                .expectBody()
                .jsonPath("$.texts[0].content.question.options[1].title")
                .isEqualTo("There");
        var order = id();
        var ordered =
                Map.of(
                        "title", "She has left us",
                        "kind", "REMOVE_MEMBER",
                        "reason", "Nobody has seen her.",
                        "person", one.person());
        put(one, "/proposals/" + order, Map.of("order", ordered)).expectStatus().isCreated();
        get(one, "/proposals/" + order + "/dialogue")
                .expectBody()
                .jsonPath("$.texts[0].content.order.person")
                .isEqualTo(one.person().toString())
                .jsonPath("$.texts[0].content.words")
                .isEqualTo("Nobody has seen her.");
    }

    @Test
    void no_member_fills_a_dialogue_alone() {
        var alliance = alliance();
        var one = delegate(alliance);
        var other = delegate(alliance);
        var proposal = dialogue(one, draft(one));
        for (var i = 0; i < 50; i++) {
            position(one, proposal, "FOR", 1).expectStatus().isCreated();
        }
        refused(position(one, proposal, "AGAINST", 1), 409, "dialogue-full");
        position(other, proposal, "AGAINST", 1).expectStatus().isCreated();
    }

    private ResponseSpec position(Someone by, UUID proposal, String stance, int textRead) {
        return put(
                by,
                "/proposals/%s/positions/%s".formatted(proposal, id()),
                Map.of("stance", stance, "words", "Because", "textRead", textRead));
    }

    private ResponseSpec concern(Someone by, UUID proposal, UUID concern, boolean blocking) {
        return put(
                by,
                "/proposals/%s/concerns/%s".formatted(proposal, concern),
                Map.of("blocking", blocking, "words", "We cannot live with it", "textRead", 1));
    }

    private ResponseSpec resolution(Someone by, UUID proposal, UUID concern, boolean resolved) {
        return put(
                by,
                "/proposals/%s/concerns/%s/resolution".formatted(proposal, concern),
                Map.of("resolved", resolved));
    }

    private ResponseSpec amend(Someone by, UUID proposal, Map<String, ?> rules, int textRead) {
        return put(
                by,
                "/proposals/" + proposal + "/text",
                Map.of("rules", rules, "textRead", textRead));
    }

    private ResponseSpec withdrawal(Someone by, UUID proposal) {
        return put(by, "/proposals/" + proposal + "/withdrawal", Map.of());
    }
}
