package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who leaves a ballot to the others counts neither as a vote nor as one that is missing. */
class RecusalTest extends PurposeTest {

    private static final String REASON = "We advise the other side";

    @Test
    void a_firm_that_is_recused_leaves_the_denominator_and_its_vote_is_withdrawn() {
        var alliance = alliance();
        var one = delegate(alliance);
        var torn = delegate(alliance);
        var third = delegate(alliance);
        var proposal = ballot(one, draft(one));
        vote(torn, proposal, "NO").expectStatus().isOk();
        recuse(torn, proposal)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.count.electorate")
                .isEqualTo(2)
                .jsonPath("$.count.no")
                .isEqualTo(0)
                .jsonPath("$.mine.why")
                .isEqualTo("RECUSED")
                .jsonPath("$.electorate[?(@.recusedAt != null)].recusal")
                .isEqualTo(REASON);
        refused(vote(torn, proposal, "NO"), 409, "recused");
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one, third));
        assertThat(column(alliance, "SELECT choice FROM vote")).containsExactly("NO");
        vote(one, proposal, "YES").expectStatus().isOk();
        closed(one, proposal, "ADOPTED");
        refused(recuse(torn, proposal), 409, "ballot-closed");
        assertThat(column(alliance, SAID)).containsExactly("true 2");
        new JournaledFacts(this).fitTheirContracts(alliance, 9);
    }

    @Test
    void marks_of_a_question_are_withdrawn_by_it_too() {
        var alliance = alliance();
        var one = delegate(alliance);
        var torn = delegate(alliance);
        var options =
                List.of(Map.of("id", id(), "title", "Here"), Map.of("id", id(), "title", "There"));
        var asks = Map.of("method", "DOT", "dots", 1, "options", options);
        var question = ballot(one, "question", Map.of("title", "Where?", "asks", asks));
        var dot = Map.of("dots", Map.of(options.getFirst().get("id"), 1));
        put(
                        torn,
                        "/proposals/" + question + "/ballots/mine",
                        Map.of("choice", "MARKED", "marks", dot))
                .expectStatus()
                .isOk();
        recuse(torn, question).expectStatus().isOk();
        assertThat(column(alliance, "SELECT marks FROM elector")).containsOnlyNulls();
        takeBack(torn, question).expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one, torn));
    }

    private static final String SAID =
            """
            SELECT (payload->>'recused') || ' ' || (payload->>'electorate') FROM journal
            WHERE type = 'purpose.elector-recused.v1' ORDER BY id\
            """;

    @Test
    void who_takes_a_recusal_back_is_asked_again_and_votes() {
        var alliance = alliance();
        var one = delegate(alliance);
        var torn = delegate(alliance);
        var colleague = delegate(alliance, torn.organization());
        var proposal = ballot(one, draft(one));
        recuse(torn, proposal).expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one));
        takeBack(colleague, proposal)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mine.mayVote")
                .isEqualTo(true);
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one, torn, colleague));
        takeBack(colleague, proposal).expectStatus().isOk();
        vote(torn, proposal, "NO").expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one));
        assertThat(column(alliance, SAID)).containsExactly("true 1", "false 2");
        vote(one, proposal, "YES").expectStatus().isOk();
        closed(one, proposal, "REJECTED");
    }

    @Test
    void a_person_is_recused_where_persons_vote_and_only_for_themselves() {
        var alliance = alliance();
        var one = delegate(alliance);
        var torn = member(alliance, one.organization());
        votesOfPersons(one);
        var proposal = ballot(one, draft(one));
        recuse(torn, proposal).expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one));
        vote(one, proposal, "YES").expectStatus().isOk();
        assertThat(
                        column(
                                alliance,
                                "SELECT person_id FROM elector WHERE recused_at IS NOT NULL"
                                        + " AND recused_by = person_id"))
                .containsExactly(torn.person().toString());
        closed(one, proposal, "ADOPTED");
    }

    private void votesOfPersons(Someone one) {
        var rule = new HashMap<String, Object>(Map.of("body", "PERSONS"));
        adopted(ballot(one, "rules", rule(Matter.PURPOSE, rule)), one);
        beginToday();
    }

    @Test
    void only_who_could_vote_can_be_recused_and_says_why() {
        var alliance = alliance();
        var one = delegate(alliance);
        var plain = member(alliance, one.organization());
        var proposal = ballot(one, draft(one));
        var late = delegate(alliance);
        refused(recuse(plain, proposal), 403, "not-a-delegate");
        refused(recuse(late, proposal), 403, "not-in-electorate");
        refused(recuse(delegate(alliance()), proposal), 404, "not-found");
        refused(recuse(one, proposal, ""), 422, "recusal-reason-missing");
        refused(recuse(one, dialogue(one, draft(one)), REASON), 409, "ballot-not-open");
        var left = delegate(alliance);
        standing(left, "ENDED", false, 2);
        sees(left, 404);
        refused(recuse(left, proposal), 404, "not-found");
    }

    @Test
    void a_command_that_comes_again_changes_nothing() {
        var alliance = alliance();
        var one = delegate(alliance);
        var proposal = ballot(one, draft(one));
        var key = id();
        for (var i = 0; i < 2; i++) {
            send(HttpMethod.PUT, one, door(proposal), body(REASON), key, null)
                    .expectStatus()
                    .isOk();
        }
        refused(
                send(HttpMethod.PUT, one, door(proposal), body("Another"), key, null),
                409,
                "id-taken");
        takeBack(one, proposal).expectStatus().isOk();
        send(HttpMethod.PUT, one, door(proposal), body(REASON), key, null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mine.mayVote")
                .isEqualTo(true);
    }

    private static String door(UUID proposal) {
        return "/proposals/" + proposal + "/recusals/mine";
    }

    private static Map<String, Object> body(String reason) {
        return Map.of("recused", true, "reason", reason);
    }

    private ResponseSpec recuse(Someone one, UUID proposal) {
        return recuse(one, proposal, REASON);
    }

    private ResponseSpec recuse(Someone one, UUID proposal, String reason) {
        return put(one, door(proposal), body(reason));
    }

    private ResponseSpec takeBack(Someone one, UUID proposal) {
        return put(one, door(proposal), Map.of("recused", false));
    }
}
