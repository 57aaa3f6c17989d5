package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is asked to answer hands that to a named person, and it is told who did (claim C8). */
class HandOverTest extends ContributionTest {

    @Test
    void the_named_person_is_asked_instead_within_the_same_time_and_the_history_says_by_whom() {
        var alliance = alliance();
        var author = member(alliance, id());
        var asked = member(alliance, id());
        var named = member(alliance, asked.organization());
        var id = submitted(author, goal(alliance, asked.person()), "Handed over");
        var due = read(asked, "/needed-of-me").get("items").get(0).get("due");
        var path = "/contributions/" + id + "/handovers/" + id();
        put(asked, path, to(named.person()))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.person")
                .isEqualTo(named.person().toString())
                .jsonPath("$.contribution")
                .isEqualTo(id.toString());
        put(asked, path, to(named.person())).expectStatus().isOk();
        put(asked, path, to(author.person())).expectStatus().isEqualTo(409);
        assertThat(turn(author, id)).containsExactly(named.person().toString());
        assertThat(read(asked, "/needed-of-me").get("items").size()).isZero();
        var need = read(named, "/needed-of-me").get("items").get(0);
        assertThat(need.get("due")).isEqualTo(due);
        assertThat(need.get("why").asString()).contains("named you");
        var handed = read(author, "/contributions/" + id).get("handledBy");
        assertThat(handed.size()).isEqualTo(1);
        assertThat(handed.get(0).get("person").asString()).isEqualTo(asked.person().toString());
        assertThat(handed.get(0).get("organization").asString())
                .isEqualTo(asked.organization().toString());
        assertThat(facts(alliance, id)).containsExactly(asked.person() + ">" + named.person());
        tell("contribution.handed-over.v1", alliance, id, handedOver(id, asked, named));
        await(() -> {
            var told = read(author, "/activity").get("items").get(0);
            assertThat(told.get("type").asString()).isEqualTo("contribution.handed-over.v1");
            assertThat(told.get("title").asString()).isEqualTo("Handed over");
            assertThat(told.get("detail").get("to").asString())
                    .isEqualTo(named.person().toString());
        });
        put(named, "/contributions/" + id + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();
        refused(hand(named, id, asked.person()), 409, "ask-answered");
    }

    @Test
    void only_who_is_asked_hands_it_to_somebody_who_may_answer() {
        var alliance = alliance();
        var author = member(alliance, id());
        var colleague = member(alliance, author.organization());
        var asked = member(alliance, id());
        var other = member(alliance, id());
        var expert = known(someone(alliance, id()), "EXPERT", null);
        var customer = known(someone(alliance, id()), "CUSTOMER", null);
        var gone = member(alliance, id());
        standing(gone, "ENDED", false, 2);
        await(() -> get(gone, "/needed-of-me").expectStatus().isNotFound());
        var id = submitted(author, goal(alliance, asked.person()), "Who may be asked");
        refused(hand(other, id, expert.person()), 403, "ask-not-yours");
        refused(hand(author, id, other.person()), 403, "ask-not-yours");
        refused(hand(asked, id, asked.person()), 422, "ask-nobody");
        refused(hand(asked, id, id()), 422, "ask-nobody");
        refused(hand(asked, id, gone.person()), 422, "ask-nobody");
        refused(hand(asked, id, customer.person()), 422, "ask-nobody");
        refused(hand(asked, id, author.person()), 422, "ask-own-firm");
        refused(hand(asked, id, colleague.person()), 422, "ask-own-firm");
        refused(hand(gone, id, other.person()), 404, "not-found");
        refused(hand(customer, id, other.person()), 404, "not-found");
        var elsewhere = member(alliance(), id());
        refused(hand(elsewhere, id, other.person()), 404, "not-found");
        refused(
                put(
                        new Someone(
                                alliance,
                                elsewhere.person(),
                                elsewhere.organization(),
                                elsewhere.subject()),
                        "/contributions/" + id + "/handovers/" + id(),
                        to(other.person())),
                404,
                "not-found");
        hand(asked, id, expert.person()).expectStatus().isCreated();
        hand(expert, id, other.person()).expectStatus().isCreated();
        assertThat(turn(author, id)).containsExactly(other.person().toString());
        assertThat(read(author, "/contributions/" + id).get("handledBy").size()).isEqualTo(2);
    }

    @Test
    void it_is_not_asked_twice_of_one_and_the_last_twenty_who_handed_it_over_are_known()
            throws Exception {
        var alliance = alliance();
        var author = member(alliance, id());
        var one = delegate(alliance, id());
        var other = delegate(alliance, id());
        var id = submitted(author, goal(alliance, one.person()), "To and fro");
        for (var pass = 0; pass < 11; pass++) {
            hand(one, id, other.person()).expectStatus().isCreated();
            hand(other, id, one.person()).expectStatus().isCreated();
        }
        assertThat(read(author, "/contributions/" + id).get("handledBy").size()).isEqualTo(20);
        shift("48 hours");
        await(() -> assertThat(turn(author, id)).hasSize(2));
        refused(hand(one, id, other.person()), 409, "ask-asked-already");
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec hand(
            Someone by, UUID contribution, UUID person) {
        return put(by, "/contributions/" + contribution + "/handovers/" + id(), to(person));
    }

    private List<String> facts(UUID alliance, UUID contribution) {
        return query(
                alliance,
                """
                SELECT (payload ->> 'from') || '>' || (payload ->> 'to') FROM journal
                WHERE type = 'contribution.handed-over.v1' AND subject = '%s'\
                """
                        .formatted(contribution));
    }

    private static Map<String, Object> handedOver(UUID contribution, Someone from, Someone to) {
        return Map.of(
                "contribution",
                contribution,
                "title",
                "Handed over",
                "from",
                from.person(),
                "fromOrganization",
                from.organization(),
                "to",
                to.person());
    }

    private static String to(UUID person) {
        return JSON.writeValueAsString(Map.of("person", person));
    }

    private List<String> turn(Someone reader, UUID contribution) {
        var turn = read(reader, "/contributions/" + contribution).get("turn");
        return StreamSupport.stream(turn.spliterator(), false).map(JsonNode::asString).toList();
    }
}
