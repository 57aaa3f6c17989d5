package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** Members are asked, answer by each of the methods, and read what it came to. */
class QuestionJourneyTest extends PurposeTest {

    private static final UUID A = new UUID(0xA, 1);
    private static final UUID B = new UUID(0xB, 2);
    private static final UUID C = new UUID(0xC, 3);

    @Test
    void a_ranking_is_counted_in_rounds_and_the_last_vote_counts() {
        var firms = firms(5);
        var question = ask(firms.getFirst(), poll("RANKED_IRV", Map.of()));
        mark(firms.get(0), question, Map.of("ranking", List.of(List.of(C)))).expectStatus().isOk();
        mark(firms.get(0), question, Map.of("ranking", List.of(List.of(A), List.of(B))))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.choice")
                .isEqualTo("MARKED")
                .jsonPath("$.marks.ranking[0][0]")
                .isEqualTo(A.toString());
        get(firms.getFirst(), "/proposals/" + question)
                .expectBody()
                .jsonPath("$.result")
                .doesNotExist();
        mark(firms.get(1), question, Map.of("ranking", List.of(List.of(A)))).expectStatus().isOk();
        mark(firms.get(2), question, Map.of("ranking", List.of(List.of(B)))).expectStatus().isOk();
        mark(firms.get(3), question, Map.of("ranking", List.of(List.of(C), List.of(B))))
                .expectStatus()
                .isOk();
        vote(firms.get(4), question, "ABSTAIN").expectStatus().isOk();
        closed(firms.getFirst(), question, "ADOPTED");
        get(firms.getFirst(), "/proposals/" + question)
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("QUESTION")
                .jsonPath("$.count.yes")
                .isEqualTo(4)
                .jsonPath("$.count.abstain")
                .isEqualTo(1)
                .jsonPath("$.result.blank")
                .isEqualTo(1_000_000)
                .jsonPath("$.result.rounds.length()")
                .isEqualTo(3)
                // B and C have one each and always had: the one that is listed last goes.
                .jsonPath("$.result.rounds[0].out.option")
                .isEqualTo(C.toString())
                .jsonPath("$.result.rounds[0].out.tieBreak")
                .isEqualTo("LISTED_LAST")
                .jsonPath("$.result.rounds[0].out.transfers[0].option")
                .isEqualTo(B.toString())
                // A and B have two each then, and B had less before.
                .jsonPath("$.result.rounds[1].out.option")
                .isEqualTo(B.toString())
                .jsonPath("$.result.rounds[1].out.tieBreak")
                .isEqualTo("EARLIER_ROUND")
                .jsonPath("$.result.chosen")
                .isEqualTo(List.of(A.toString()));
        assertThat(
                        column(
                                firms.getFirst().alliance(),
                                "SELECT payload->'result'->'chosen'->>0 FROM journal"
                                        + " WHERE type = 'purpose.proposal-closed.v1'"))
                .containsExactly(A.toString());
    }

    @Test
    void options_of_one_rank_are_compared_in_pairs() {
        var firms = firms(3);
        var question = ask(firms.getFirst(), poll("RANKED_SCHULZE", Map.of()));
        for (var firm : firms.subList(0, 2)) {
            mark(firm, question, Map.of("ranking", List.of(List.of(B), List.of(A, C))))
                    .expectStatus()
                    .isOk();
        }
        mark(firms.get(2), question, Map.of("ranking", List.of(List.of(C)))).expectStatus().isOk();
        closed(firms.getFirst(), question, "ADOPTED");
        get(firms.getFirst(), "/proposals/" + question)
                .expectBody()
                .jsonPath("$.result.chosen")
                .isEqualTo(List.of(B.toString()))
                .jsonPath("$.result.pairs[1][0]")
                .isEqualTo(2_000_000)
                .jsonPath("$.result.places.length()")
                .isEqualTo(3);
    }

    @Test
    void points_dots_places_and_times_each_come_to_an_answer() {
        var firms = firms(3);
        var by = firms.getFirst();
        var score = ask(by, poll("SCORE", Map.of("scoreMax", 5)));
        var dots = ask(by, poll("DOT", Map.of("dots", 3)));
        var count = ask(by, poll("COUNT", Map.of("capacity", 1)));
        var time = ask(by, times());
        for (var firm : firms) {
            mark(firm, score, Map.of("scores", Map.of(A, 2, B, 5))).expectStatus().isOk();
            mark(firm, dots, Map.of("dots", Map.of(C, 2, A, 1))).expectStatus().isOk();
            mark(firm, count, Map.of("in", List.of(B))).expectStatus().isOk();
            mark(firm, time, Map.of("times", Map.of(A, "NO", B, "IF_NEED_BE")))
                    .expectStatus()
                    .isOk();
        }
        closed(by, score, "ADOPTED");
        result(by, score, "$.result.scores[1].average.numerator", 5);
        for (var question : List.of(dots, count, time)) {
            await(() -> result(by, question, "$.state", "ADOPTED"));
        }
        result(by, dots, "$.result.chosen[0]", C.toString());
        result(by, count, "$.result.signUps[1].waiting", 2);
        result(by, count, "$.result.signUps[1].voters[0]", by.organization().toString());
        result(by, time, "$.result.times[1].ifNeedBe", 3_000_000);
        result(by, time, "$.result.chosen[0]", B.toString());
    }

    private void result(Someone reader, UUID question, String path, Object value) {
        get(reader, "/proposals/" + question).expectBody().jsonPath(path).isEqualTo(value);
    }

    @Test
    void a_question_of_yes_or_no_is_decided_by_the_rule() {
        var firms = firms(2);
        var question = ask(firms.getFirst(), Map.of("about", "A joint letter to the regulator."));
        mark(firms.getFirst(), question, Map.of("in", List.of(A)))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:choice-not-offered");
        adopted(question, firms.toArray(Someone[]::new));
    }

    @Test
    void too_few_votes_leave_it_open_and_show_the_count_all_the_same() {
        var firms = firms(5);
        var question = ask(firms.getFirst(), poll("DOT", Map.of("dots", 1)));
        mark(firms.getFirst(), question, Map.of("dots", Map.of(A, 1))).expectStatus().isOk();
        closed(firms.getFirst(), question, "NO_QUORUM");
        result(firms.getFirst(), question, "$.result.chosen[0]", A.toString());
    }

    @Test
    void a_vote_that_the_method_cannot_count_is_refused_at_its_place() {
        var me = firms(1).getFirst();
        var irv = ask(me, poll("RANKED_IRV", Map.of()));
        var dots = ask(me, poll("DOT", Map.of("dots", 3)));
        refused(me, irv, Map.of("ranking", List.of(List.of(A, B))), "/marks/ranking/0");
        refused(me, irv, Map.of("ranking", List.of(List.of(A), List.of(A))), "/marks/ranking/1/0");
        refused(me, irv, Map.of("ranking", List.of(List.of(id()))), "/marks/ranking/0/0");
        refused(me, irv, Map.of("ranking", List.of()), "/marks/ranking");
        refused(me, irv, Map.of("dots", Map.of(A, 1)), "/marks/ranking");
        refused(me, dots, Map.of("dots", Map.of(A, 2, B, 2)), "/marks/dots");
        refused(me, dots, Map.of("dots", Map.of(A, -1)), "/marks/dots/" + A);
        refused(me, dots, Map.of("scores", Map.of(A, 1)), "/marks");
        vote(me, dots, "YES")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/choice");
    }

    private void refused(Someone by, UUID question, Map<String, ?> marks, String pointer) {
        mark(by, question, marks)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:marks-uncountable")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void a_question_that_cannot_be_answered_is_not_asked() {
        var me = firms(1).getFirst();
        faulty(me, Map.of("method", "RANKED_IRV", "options", options(1)), "/options");
        faulty(me, Map.of("method", "SCORE", "options", options(2)), "/scoreMax");
        faulty(me, Map.of("method", "DOT", "options", options(2), "dots", 101), "/dots");
        faulty(me, Map.of("method", "TIME", "options", options(2)), "/options/0/start");
        faulty(me, Map.of("method", "COUNT", "options", options(1), "dots", 3), "/dots");
    }

    private void faulty(Someone by, Map<String, ?> asks, String pointer) {
        propose(by, id(), "question", Map.of("title", "Which?", "asks", asks))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:question-faulty")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/question/asks" + pointer);
    }

    @Test
    void who_is_of_another_alliance_or_not_in_the_electorate_marks_nothing() {
        var me = firms(1).getFirst();
        var question = ask(me, poll("DOT", Map.of("dots", 3)));
        var marks = Map.of("dots", Map.of(A, 1));
        var stranger = delegate(alliance());
        mark(new Someone(me.alliance(), id(), id(), stranger.subject()), question, marks)
                .expectStatus()
                .isNotFound();
        mark(delegate(me.alliance()), question, marks).expectStatus().isForbidden();
        mark(member(me.alliance(), me.organization()), question, marks)
                .expectStatus()
                .isForbidden();
    }

    private List<Someone> firms(int size) {
        var alliance = alliance();
        return IntStream.range(0, size).mapToObj(_ -> delegate(alliance)).toList();
    }

    private UUID ask(Someone by, Map<String, ?> asks) {
        return ballot(by, "question", Map.of("title", "Which of these?", "asks", asks));
    }

    private static Map<String, Object> poll(String method, Map<String, ?> more) {
        var asks = new HashMap<String, Object>(more);
        asks.put("method", method);
        asks.put("options", options(3));
        return asks;
    }

    private static List<Map<String, ?>> options(int size) {
        return List.<Map<String, ?>>of(
                        Map.of("id", A, "title", "Clauses", "description", "All in one"),
                        Map.of("id", B, "title", "Letters"),
                        Map.of("id", C, "title", "Training"))
                .subList(0, size);
    }

    private static Map<String, Object> times() {
        return Map.of(
                "method",
                "TIME",
                "options",
                List.of(time(A, "2027-03-01T09:00:00Z"), time(B, "2027-03-02T09:00:00Z")));
    }

    private static Map<String, Object> time(UUID id, String start) {
        return Map.of("id", id, "title", "", "start", start, "end", start.replace("09", "11"));
    }

    private ResponseSpec mark(Someone by, UUID question, Map<String, ?> marks) {
        return put(
                by,
                "/proposals/" + question + "/ballots/mine",
                Map.of("choice", "MARKED", "marks", JsonMapper.shared().valueToTree(marks)));
    }
}
