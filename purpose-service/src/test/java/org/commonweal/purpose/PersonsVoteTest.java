package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.Test;

/** Where the rulebook says so, persons vote and not firms, and no firm weighs more than its cap. */
class PersonsVoteTest extends PurposeTest {

    @Test
    void each_person_has_a_vote_and_the_people_of_a_firm_weigh_what_the_rule_lets_them() {
        var alliance = alliance();
        var one = delegate(alliance);
        var many = delegate(alliance);
        var colleagues = List.of(colleague(many), colleague(many), colleague(many));
        persons(alliance, one, many, Map.of("votesPerFirmMax", 2));
        var proposal = ballot(one, draft(one));
        assertThat(needed(alliance, "proposal")).hasSize(5);
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.electors")
                .isEqualTo(5)
                .jsonPath("$.count.electorate")
                .isEqualTo(3);
        for (var colleague : colleagues) {
            vote(colleague, proposal, "NO").expectStatus().isOk();
        }
        vote(one, proposal, "YES").expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(many));
        vote(many, proposal, "YES").expectStatus().isOk();
        // 1 + 0.5 yes against 1.5 no: two thirds are not reached.
        closed(one, proposal, "REJECTED");
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(1.5)
                .jsonPath("$.count.no")
                .isEqualTo(1.5);
        new JournaledFacts(this).fitTheirContracts(alliance, 7);
    }

    @Test
    void the_sponsor_weighs_no_more_than_any_firm() {
        var alliance = alliance();
        var firm = delegate(alliance);
        var sponsor = delegate(alliance);
        enrolled(sponsor, "SPONSOR");
        colleague(sponsor);
        colleague(sponsor);
        persons(alliance, firm, sponsor, Map.of());
        var proposal = ballot(firm, draft(firm));
        get(firm, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.electors")
                .isEqualTo(4)
                .jsonPath("$.count.electorate")
                .isEqualTo(1.999999);
    }

    @Test
    void who_moves_to_another_firm_votes_with_the_weight_of_the_day_of_the_opening() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var mover = colleague(two);
        persons(alliance, one, two, Map.of("votesPerFirmMax", 1));
        var proposal = ballot(one, draft(one));
        var moved = new Someone(alliance, mover.person(), one.organization(), mover.subject());
        goesOn(mover, 2);
        standing(moved, "ACTIVE", false, 3);
        await(() ->
                assertThat(
                                column(
                                        alliance,
                                        "SELECT organization_id FROM standing WHERE person_id = '%s'"
                                                .formatted(mover.person())))
                        .containsExactly(one.organization().toString()));
        vote(moved, proposal, "YES").expectStatus().isOk();
        assertThat(
                        column(
                                alliance,
                                "SELECT organization_id || ' ' || weight FROM elector"
                                        + " WHERE person_id = '%s'".formatted(mover.person())))
                .containsExactly(two.organization() + " 500000");
        assertThat(column(alliance, "SELECT 1 FROM journal WHERE type = 'purpose.elector-left.v1'"))
                .isEmpty();
    }

    /** However many merge, each person votes once, and the firm weighs what one firm may. */
    @Test
    void the_people_of_firms_that_become_one_weigh_together_what_one_firm_may() {
        var alliance = alliance();
        var one = delegate(alliance);
        var large = delegate(alliance);
        var small = delegate(alliance);
        var theirs = List.of(colleague(large), colleague(large));
        var ours = List.of(colleague(small), colleague(small));
        var voted = ours.getFirst();
        persons(alliance, one, large, Map.of("votesPerFirmMax", 2));
        var proposal = ballot(one, draft(one));
        vote(voted, proposal, "NO").expectStatus().isOk();
        vote(theirs.getFirst(), proposal, "YES").expectStatus().isOk();
        var going = new LinkedHashMap<Someone, Long>();
        going.put(small, 1L);
        ours.forEach(person -> going.put(person, 1L));
        var merged = merge(large.organization(), going);
        await(() ->
                assertThat(
                                column(
                                        alliance,
                                        "SELECT DISTINCT weight FROM elector WHERE organization_id = '%s' AND proposal_id = '%s'"
                                                .formatted(large.organization(), proposal)))
                        .containsExactly("333333"));
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.electors")
                .isEqualTo(7)
                .jsonPath("$.count.electorate")
                .isEqualTo(2.999998);
        vote(merged.getFirst(), proposal, "YES").expectStatus().isOk();
        vote(one, proposal, "YES").expectStatus().isOk();
        closed(one, proposal, "ADOPTED");
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(1.666666)
                .jsonPath("$.count.no")
                .isEqualTo(0.333333);
        new JournaledFacts(this).fitTheirContracts(alliance, 9);
    }

    @Test
    void who_leaves_without_a_vote_is_not_waited_for_and_a_vote_that_was_cast_counts() {
        var alliance = alliance();
        var one = delegate(alliance);
        var voted = colleague(one);
        var silent = colleague(one);
        persons(alliance, one, one, Map.of());
        var proposal = ballot(one, draft(one));
        vote(voted, proposal, "NO").expectStatus().isOk();
        standing(voted, "ENDED", false, 2);
        standing(silent, "ENDED", false, 2);
        await(() ->
                get(one, "/proposals/" + proposal)
                        .expectBody()
                        .jsonPath("$.count.electorate")
                        .isEqualTo(2));
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one));
        refused(vote(silent, proposal, "YES"), 404, "not-found");
    }

    @Test
    void persons_of_one_weight_vote_without_their_names_and_a_few_of_another_do_not() {
        var alliance = alliance();
        var one = delegate(alliance);
        var others = Stream.generate(() -> colleague(one)).limit(4).toList();
        persons(alliance, one, one, Map.of("votesPerFirmMax", 1));
        var alone = delegate(alliance);
        refused(
                put(alone, "/proposals/" + id(), anonymously(draft(alone))),
                422,
                "electorate-too-small");

        standing(alone, "ENDED", true, 2);
        sees(alone, 404);
        var proposal = anonymous(one);
        var voters = new ArrayList<SecretVoter>();
        for (var person : others) {
            voters.add(SecretVoter.signed(this, person, proposal));
            voters.getLast().cast("YES").expectStatus().isOk();
        }
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one));
        // A paper is a vote for whoever leaves.
        standing(others.getFirst(), "ENDED", false, 2);
        sees(others.getFirst(), 404);
        closed(one, proposal, "ADOPTED");
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(0.8)
                .jsonPath("$.count.electorate")
                .isEqualTo(1);
        get(one, "/proposals/" + proposal + "/votes")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(4)
                .jsonPath("$.items[0].weight")
                .isEqualTo(0.2);
    }

    /** As membership-service tells a move, before it tells for whom the person goes on. */
    private void goesOn(Someone mover, long version) {
        bus.send(
                "membership.standing-changed.v1",
                mover.alliance(),
                mover.person(),
                Map.of(
                        "person",
                        mover.person(),
                        "organization",
                        mover.organization(),
                        "class",
                        "MEMBER",
                        "state",
                        "ENDED",
                        "delegate",
                        false,
                        "version",
                        version,
                        "goesOn",
                        true,
                        "logins",
                        List.of(Map.of("issuer", tokens.issuer(), "subject", mover.subject()))));
    }

    private Someone colleague(Someone of) {
        return member(of.alliance(), of.organization());
    }

    private void enrolled(Someone of, String role) {
        bus.send(
                "membership.organization-enrolled.v1",
                of.alliance(),
                of.organization(),
                Map.of("organization", of.organization(), "role", role));
        await(() ->
                assertThat(column(of.alliance(), "SELECT role FROM organization"))
                        .containsExactly(role));
    }

    /** By the members' own decision. */
    private void persons(UUID alliance, Someone one, Someone two, Map<String, ?> more) {
        var rule = new HashMap<String, Object>(more);
        rule.put("body", "PERSONS");
        var change = ballot(one, "rules", rule(Matter.PURPOSE, rule));
        vote(one, change, "YES").expectStatus().isOk();
        vote(two, change, "YES").expectStatus().isOk();
        closed(one, change, "ADOPTED");
        assertThat(column(alliance, "SELECT max(version) FROM rulebook")).containsExactly("2");
        // Others' facts come with the time of day, which the ballot's close was ahead of.
        until(Instant.now());
    }
}
