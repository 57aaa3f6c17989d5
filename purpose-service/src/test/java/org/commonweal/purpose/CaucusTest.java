package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A firm's vote can be in parts, as its people think; what they say is the firm's alone. */
class CaucusTest extends PurposeTest {

    @Test
    void a_split_vote_is_counted_in_parts_that_are_the_whole() {
        var alliance = alliance();
        var one = delegate(alliance);
        var other = delegate(alliance);
        var proposal = ballot(one, draft(one));
        cast(one, proposal, Map.of("split", Map.of("YES", 700_000, "NO", 300_000)))
                .expectStatus()
                .isOk();
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(0.7)
                .jsonPath("$.count.no")
                .isEqualTo(0.3);
        vote(other, proposal, "YES").expectStatus().isOk();
        closed(one, proposal, "ADOPTED");
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(1.7)
                .jsonPath("$.count.electorate")
                .isEqualTo(2);
        new JournaledFacts(this).fitTheirContracts(alliance, 8);
    }

    @Test
    void a_split_that_is_not_the_whole_is_refused() {
        var one = delegate(alliance());
        var proposal = ballot(one, draft(one));
        refused(
                cast(one, proposal, Map.of("split", Map.of("YES", 700_000, "NO", 299_999))),
                422,
                "split-not-whole");
        refused(cast(one, proposal, Map.of()), 422, "split-not-whole");
        refused(
                cast(one, proposal, Map.of("choice", "YES", "asCaucus", true)),
                422,
                "split-not-whole");
        refused(cast(one, proposal, Map.of("asCaucus", true)), 409, "caucus-silent");
        refused(
                cast(one, proposal, Map.of("split", Map.of("YES", 500_000, "BLOCK", 500_000))),
                422,
                "choice-not-offered");
    }

    @Test
    void people_of_a_firm_say_what_they_think_and_the_delegate_casts_it_so() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = member(alliance, one.organization());
        var three = member(alliance, one.organization());
        var rival = delegate(alliance);
        var proposal = ballot(one, draft(one));
        say(one, proposal, "YES").expectStatus().isOk();
        say(two, proposal, "YES").expectStatus().isOk();
        say(three, proposal, "YES").expectStatus().isOk();
        say(three, proposal, "NO")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.voices.length()")
                .isEqualTo(3)
                .jsonPath("$.split.YES")
                .isEqualTo(666_667)
                .jsonPath("$.split.NO")
                .isEqualTo(333_333);
        get(rival, caucus(proposal)).expectBody().jsonPath("$.voices").isEmpty();
        get(delegate(alliance()), caucus(proposal)).expectStatus().isNotFound();
        assertThat(
                        column(
                                alliance,
                                "SELECT DISTINCT audience->>'organization' FROM journal"
                                        + " WHERE type = 'purpose.caucus-changed.v1'"))
                .containsExactly(one.organization().toString());
        cast(one, proposal, Map.of("asCaucus", true)).expectStatus().isOk();
        get(one, "/proposals/" + proposal).expectBody().jsonPath("$.count.no").isEqualTo(0.333333);
        refused(say(delegate(alliance), proposal, "NO"), 403, "not-in-electorate");
        vote(one, proposal, "ABSTAIN").expectStatus().isOk();
        assertThat(column(alliance, "SELECT 1 FROM elector WHERE split IS NOT NULL")).isEmpty();
    }

    @Test
    void who_has_left_or_moved_speaks_for_the_firm_no_more() {
        var alliance = alliance();
        var one = delegate(alliance);
        var leaver = member(alliance, one.organization());
        var mover = member(alliance, one.organization());
        var rival = delegate(alliance);
        var proposal = ballot(one, draft(one));
        say(one, proposal, "YES").expectStatus().isOk();
        say(leaver, proposal, "NO").expectStatus().isOk();
        say(mover, proposal, "NO").expectStatus().isOk();
        standing(leaver, "ENDED", false, 2);
        sees(leaver, 404);
        standing(mover, "ENDED", false, 2);
        sees(mover, 404);
        var moved = new Someone(alliance, mover.person(), rival.organization(), mover.subject());
        standing(moved, "ACTIVE", false, 3);
        sees(moved, 200);
        get(one, caucus(proposal))
                .expectBody()
                .jsonPath("$.voices.length()")
                .isEqualTo(1)
                .jsonPath("$.split.YES")
                .isEqualTo(1_000_000);
        cast(one, proposal, Map.of("asCaucus", true)).expectStatus().isOk();
        get(one, "/proposals/" + proposal).expectBody().jsonPath("$.count.yes").isEqualTo(1);
        say(moved, proposal, "NO")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.voices.length()")
                .isEqualTo(1);
    }

    @Test
    void options_are_marked_by_the_whole_vote() {
        var one = delegate(alliance());
        var options =
                List.of(Map.of("id", id(), "title", "Here"), Map.of("id", id(), "title", "There"));
        var asks = Map.of("method", "DOT", "dots", 1, "options", options);
        var question = ballot(one, "question", Map.of("title", "Where?", "asks", asks));
        refused(say(one, question, "YES"), 422, "split-not-offered");
        refused(cast(one, question, Map.of("asCaucus", true)), 422, "split-not-offered");
        get(one, caucus(question)).expectBody().jsonPath("$.voices").isEmpty();
        var plain = Map.of("title", "A letter?", "asks", Map.of("about", "To the regulator."));
        say(one, ballot(one, "question", plain), "YES").expectStatus().isOk();
    }

    /** The count is the database's, so what is whole is asked of it. */
    @Test
    void whatever_the_shares_the_parts_of_a_weight_are_the_whole() {
        assertThat(
                        column(
                                alliance(),
                                """
                                SELECT weight || ' ' || split
                                FROM (SELECT 1 + n * 7919 % 1000000 AS weight, 1 + n * 104729 % 400000 AS no,
                                             1 + n * 15485863::bigint % 400000 AS abstain
                                      FROM generate_series(1, 2000) n) chance
                                CROSS JOIN LATERAL (SELECT jsonb_build_object('YES', 1000000 - no - abstain,
                                    'NO', no, 'ABSTAIN', abstain) AS split) s
                                CROSS JOIN LATERAL (SELECT part(weight, 'YES', split, 'YES') AS yes,
                                    part(weight, 'YES', split, 'NO') AS nos,
                                    part(weight, 'YES', split, 'ABSTAIN') AS abstains) p
                                WHERE yes + nos + abstains <> weight
                                   OR nos <> weight::bigint * no / 1000000
                                   OR abstains <> weight::bigint * abstain / 1000000
                                   OR yes - weight::bigint * (1000000 - no - abstain) / 1000000
                                      NOT BETWEEN 0 AND 2\
                                """))
                .isEmpty();
    }

    private static String caucus(UUID proposal) {
        return "/proposals/" + proposal + "/caucus";
    }

    private ResponseSpec say(Someone one, UUID proposal, String choice) {
        return put(one, caucus(proposal) + "/mine", Map.of("choice", choice));
    }

    private ResponseSpec cast(Someone one, UUID proposal, Map<String, ?> body) {
        return put(one, "/proposals/" + proposal + "/ballots/mine", new HashMap<>(body));
    }
}
