package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** From a submission to its answer, over HTTP on the real database. */
class ContributionJourneyTest extends ContributionTest {

    private static final String REASON = "The source is not named, so nobody can rely on it.";

    private UUID alliance;
    private UUID goal;
    private Someone author;
    private Someone colleague;
    private Someone owner;
    private Someone third;

    @BeforeAll
    void foundAnAlliance() {
        alliance = alliance();
        var firm = id();
        author = member(alliance, firm);
        colleague = delegate(alliance, firm);
        owner = delegate(alliance, id());
        third = member(alliance, id());
        goal = goal(alliance, owner.person());
    }

    @Test
    void it_is_live_at_once_with_a_receipt_and_one_person_of_another_firm_is_asked() {
        var id = id();
        var body =
                """
                {"goal":"%s","kind":"HELP","title":"Help with a closing in Porto",
                 "body":"## Wanted\\n\\nSomebody who knows the register."}\
                """
                        .formatted(goal);
        var before = Instant.now();
        put(author, "/contributions/" + id, body).expectStatus().isCreated();

        var seen = read(third, "/contributions/" + id);
        assertThat(seen.get("id").asString()).isEqualTo(id.toString());
        assertThat(seen.get("goal").asString()).isEqualTo(goal.toString());
        assertThat(seen.get("kind").asString()).isEqualTo("HELP");
        assertThat(seen.get("title").asString()).isEqualTo("Help with a closing in Porto");
        assertThat(seen.get("body").asString())
                .isEqualTo("## Wanted\n\nSomebody who knows the register.");
        assertThat(seen.get("author").asString()).isEqualTo(author.person().toString());
        assertThat(seen.get("organization").asString()).isEqualTo(author.organization().toString());
        assertThat(seen.get("state").asString()).isEqualTo("OPEN");
        assertThat(seen.get("turn").valueStream().map(JsonNode::asString))
                .containsExactly(owner.person().toString());
        var received = Instant.parse(seen.get("receipt").get("receivedAt").asString());
        var by = Instant.parse(seen.get("receipt").get("acknowledgeBy").asString());
        assertThat(received).isBetween(before.minusSeconds(2), Instant.now().plusSeconds(2));
        assertThat(Duration.between(received, by)).isEqualTo(Duration.ofDays(2));

        var need = Objects.requireNonNull(needOf(owner, id));
        assertThat(need.get("why").asString()).contains("You own the goal");
        assertThat(need.get("title").asString()).isEqualTo("Help with a closing in Porto");
        assertThat(Instant.parse(need.get("due").asString())).isEqualTo(by);
        assertThat(need.get("link").get("kind").asString()).isEqualTo("contribution");
        assertThat(need.get("service").asString()).isEqualTo("contribution");
        assertThat(needOf(third, id)).as("told to nobody else").isNull();
        assertThat(facts(id))
                .containsExactly("contribution.need-opened.v1", "contribution.submitted.v1");
    }

    @Test
    void the_same_request_again_is_answered_alike_and_kept_once() {
        var id = id();
        var body = contribution(goal, "Sent twice");
        var first = answer(put(author, "/contributions/" + id, body).expectStatus().isCreated());
        var again = answer(put(author, "/contributions/" + id, body).expectStatus().isOk());
        assertThat(again).isEqualTo(first);
        assertThat(facts(id)).hasSize(2);
        refused(
                put(author, "/contributions/" + id, contribution(goal, "Another text")),
                409,
                "id-taken");
        refused(put(third, "/contributions/" + id, body), 409, "id-taken");
    }

    @Test
    void a_contribution_names_a_known_goal() {
        var without = "{\"kind\":\"PIECE\",\"title\":\"To nothing\",\"body\":\"x\"}";
        refused(put(author, "/contributions/" + id(), without), 422, "goal-missing");
        refused(
                put(author, "/contributions/" + id(), contribution(id(), "To another's goal")),
                422,
                "goal-unknown");
        refused(
                put(author, "/contributions/" + id(), contribution(goal, "x".repeat(201))),
                400,
                "not-readable");
    }

    @Test
    void nothing_more_is_given_to_a_purpose_that_the_firms_have_closed() {
        var purpose = id();
        var over = goal(author.alliance(), author.person(), purpose);
        submitted(author, over, "In time");
        tell(
                "purpose.closed.v1",
                author.alliance(),
                purpose,
                Map.of("purpose", purpose, "title", "Done", "proposal", id()));
        await(() -> count(author.alliance(), "goal WHERE closed", 1));
        refused(
                put(author, "/contributions/" + id(), contribution(over, "Too late")),
                422,
                "purpose-closed");
        submitted(author, goal, "To another purpose's goal");
    }

    @Test
    void the_first_acknowledgement_of_another_firm_stops_the_clock_and_others_join() {
        var id = submitted(author, goal, "A clause on conflicts");
        var ack = id();
        var path = "/contributions/" + id + "/acknowledgements/";
        var body = "{\"note\":\"Used on two matters already.\"}";
        var made = answer(put(third, path + ack, body).expectStatus().isCreated());
        assertThat(made.get("by").asString()).isEqualTo(third.person().toString());
        assertThat(made.get("organization").asString()).isEqualTo(third.organization().toString());
        assertThat(made.get("note").asString()).isEqualTo("Used on two matters already.");
        assertThat(answer(put(third, path + ack, body).expectStatus().isOk())).isEqualTo(made);
        refused(put(third, path + ack, "{}"), 409, "id-taken");

        assertThat(needOf(owner, id)).as("nobody is asked any more").isNull();
        count(alliance, "due WHERE subject = '" + id + "'", 0);
        put(owner, path + id(), "{}").expectStatus().isCreated();
        refused(put(owner, path + id(), "{}"), 409, "already-acknowledged-by-you");
        var seen = read(author, "/contributions/" + id);
        assertThat(seen.get("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(seen.get("acknowledgements").size()).isEqualTo(2);
        assertThat(seen.get("turn").size()).isZero();
        refused(
                put(owner, "/contributions/" + id + "/refusals/" + id(), reason()),
                409,
                "contribution-acknowledged");
        assertThat(
                        query(
                                alliance,
                                "SELECT payload ->> 'first' FROM journal WHERE subject = '%s'"
                                                .formatted(id)
                                        + " AND type = 'contribution.acknowledged.v1'"
                                        + " ORDER BY version"))
                .containsExactly("true", "false");
    }

    @Test
    void the_own_firm_does_not_answer() {
        var id = submitted(author, goal, "Not by my own");
        for (var own : new Someone[] {author, colleague}) {
            refused(
                    put(own, "/contributions/" + id + "/acknowledgements/" + id(), "{}"),
                    403,
                    "acknowledgement-by-own-firm");
            refused(
                    put(own, "/contributions/" + id + "/refusals/" + id(), reason()),
                    403,
                    "refusal-by-own-firm");
        }
        assertThat(read(third, "/contributions/" + id).get("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void a_refusal_needs_a_reason_and_is_the_answer() {
        var id = submitted(author, goal, "Template without a source");
        var path = "/contributions/" + id + "/refusals/";
        for (var body : new String[] {"{}", "{\"reason\":\"   no   \"}"}) {
            refused(put(third, path + id(), body), 422, "refusal-reason-missing");
        }
        var refusal = id();
        put(third, path + refusal, reason()).expectStatus().isCreated();
        put(third, path + refusal, reason()).expectStatus().isOk();
        var seen = read(author, "/contributions/" + id);
        assertThat(seen.get("state").asString()).isEqualTo("DECLINED");
        assertThat(seen.get("refusal").get("reason").asString()).isEqualTo(REASON);
        assertThat(seen.get("refusal").get("by").asString()).isEqualTo(third.person().toString());
        refused(
                put(owner, "/contributions/" + id + "/acknowledgements/" + id(), "{}"),
                409,
                "contribution-declined");
        count(alliance, "due WHERE subject = '" + id + "'", 0);
    }

    @Test
    void two_answers_at_the_same_moment_both_have_their_place() {
        var id = submitted(author, goal, "Answered by two at once");
        var path = "/contributions/" + id + "/acknowledgements/";
        var answers =
                Stream.of(third, owner)
                        .map(by ->
                                CompletableFuture.runAsync(() ->
                                        put(by, path + id(), "{}").expectStatus().isCreated()))
                        .toList();
        answers.forEach(CompletableFuture::join);
        assertThat(
                        query(
                                alliance,
                                "SELECT payload ->> 'first' FROM journal WHERE subject = '%s'"
                                                .formatted(id)
                                        + " AND type = 'contribution.acknowledged.v1'"))
                .containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void lists_are_narrowed_and_paged_without_a_gap() {
        var lister = member(alliance, id());
        var mine = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            mine.addFirst(submitted(lister, goal, "Piece " + i).toString());
        }
        var seen = new ArrayList<String>();
        var path = "/contributions?author=%s&goal=%s&limit=2".formatted(lister.person(), goal);
        var cursor = "";
        do {
            var page = read(author, path + cursor);
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(mine);
        assertThat(read(author, path + "&state=DECLINED").get("items").size()).isZero();
        refused(get(author, "/contributions?cursor=forged"), 400, "cursor-foreign");
        refused(get(author, "/contributions?limit=201"), 400, "limit-out-of-range");
    }

    private static String reason() {
        return "{\"reason\":\"  " + REASON + " \"}";
    }

    private @Nullable JsonNode needOf(Someone someone, UUID contribution) {
        for (var need : read(someone, "/needed-of-me").get("items")) {
            if (need.get("link").get("id").asString().equals(contribution.toString())) {
                return need;
            }
        }
        return null;
    }

    private List<String> facts(UUID contribution) {
        return query(
                alliance,
                "SELECT type FROM journal WHERE payload::text LIKE '%"
                        + contribution
                        + "%' ORDER BY 1");
    }

    private static JsonNode answer(ResponseSpec answer) {
        return JSON.readTree(
                String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody()));
    }
}
