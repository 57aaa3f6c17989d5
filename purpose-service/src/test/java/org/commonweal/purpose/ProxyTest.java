package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.TestBus;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A vote is held by another member for a while; the owner's own vote always stands. */
class ProxyTest extends PurposeTest {

    @Test
    void who_holds_a_vote_casts_it_and_the_owners_own_overrides_it() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var holder = member(alliance, id());
        var other = delegate(alliance);
        var proposal = ballot(other, draft(other));
        var proxy = given(giver, holder, Map.of("proposal", proposal));
        refused(voteFor(holder, proposal, giver, "NO"), 403, "no-proxy");
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(giver, other));
        say(holder, proxy, "acceptance").expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(giver, holder, other));
        voteFor(holder, proposal, giver, "NO").expectStatus().isOk();
        get(holder, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.held[0].choice")
                .isEqualTo("NO")
                .jsonPath("$.count.no")
                .isEqualTo(1);
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(other));
        assertThat(column(alliance, "SELECT proxy_id FROM elector WHERE choice = 'NO'"))
                .containsExactly(proxy.toString());
        refused(vote(holder, proposal, "NO"), 403, "not-a-delegate");
        vote(giver, proposal, "YES").expectStatus().isOk();
        refused(voteFor(holder, proposal, giver, "NO"), 409, "cast-by-its-own");
        vote(other, proposal, "YES").expectStatus().isOk();
        closed(other, proposal, "ADOPTED");
        assertThat(column(alliance, "SELECT choice FROM vote ORDER BY version, choice"))
                .containsExactly("NO", "YES", "YES");
        new JournaledFacts(this).fitTheirContracts(alliance, 9);
    }

    @Test
    void a_proxy_for_all_asks_on_the_next_ballot_and_ends_by_itself() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var holder = delegate(alliance);
        var proxy = given(giver, holder, until(Duration.ofMinutes(5)));
        say(holder, proxy, "acceptance").expectStatus().isOk();
        var proposal = ballot(giver, draft(giver));
        assertThat(
                        column(
                                alliance,
                                "SELECT person_id FROM need WHERE open AND voter_id = '%s'"
                                        .formatted(giver.organization())))
                .containsExactlyInAnyOrderElementsOf(persons(giver, holder));
        passTime(Duration.ofMinutes(6));
        await(() -> assertThat(state(alliance)).containsExactly("ENDED"));
        refused(voteFor(holder, proposal, giver, "YES"), 403, "no-proxy");
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(giver, holder));
        assertThat(column(alliance, "SELECT 1 FROM due WHERE kind = 'proxy-ends'")).isEmpty();
    }

    /** Who casts a vote there has no name by which it could be another's. */
    @Test
    void on_an_anonymous_ballot_nobody_holds_a_vote() {
        var firms = electors(5);
        var giver = firms.getFirst();
        var alliance = giver.alliance();
        var holder = member(alliance, id());
        var talk = dialogue(giver, draft(giver));
        say(holder, given(giver, holder, Map.of("proposal", talk)), "acceptance")
                .expectStatus()
                .isOk();
        var closesAt = now().plus(Duration.ofMinutes(11)).toString();
        put(
                        giver,
                        "/proposals/" + talk + "/ballot",
                        Map.of("closesAt", closesAt, "anonymous", true))
                .expectStatus()
                .isOk();
        get(giver, "/proxies").expectBody().jsonPath("$.items[0].state").isEqualTo("ENDED");
        var later = member(alliance, id());
        refused(give(firms.get(1), id(), later, Map.of("proposal", talk)), 409, "ballot-anonymous");
        say(later, given(firms.get(1), later, Map.of()), "acceptance").expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(firms.toArray(Someone[]::new)));
        standing(later, "ACTIVE", false, 2);
        await(() ->
                assertThat(column(alliance, "SELECT version FROM settled WHERE version = 2"))
                        .hasSize(1));
        var recusal = "/proposals/" + talk + "/recusals/mine";
        put(giver, recusal, Map.of("recused", true, "reason", "R")).expectStatus().isOk();
        put(giver, recusal, Map.of("recused", false)).expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(firms.toArray(Someone[]::new)));
        get(later, "/proposals/" + talk).expectBody().jsonPath("$.held").isEmpty();
    }

    @Test
    void it_is_taken_back_or_handed_back_at_any_time_and_declined() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var colleague = delegate(alliance, giver.organization());
        var holder = member(alliance, id());
        var proposal = ballot(giver, draft(giver));
        var first = given(giver, holder, Map.of());
        say(holder, first, "acceptance").expectStatus().isOk();
        voteFor(holder, proposal, giver, "NO").expectStatus().isOk();
        say(colleague, first, "revocation").expectStatus().isOk();
        refused(voteFor(holder, proposal, giver, "YES"), 403, "no-proxy");
        assertThat(column(alliance, "SELECT choice FROM elector")).containsExactly("NO");
        refused(say(holder, first, "revocation"), 409, "proxy-over");
        var second = given(giver, holder, Map.of());
        say(holder, second, "declination").expectStatus().isOk();
        refused(say(holder, second, "acceptance"), 409, "proxy-over");
        var third = given(giver, holder, Map.of());
        say(holder, third, "acceptance").expectStatus().isOk();
        say(holder, third, "revocation").expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEmpty();
    }

    @Test
    void it_ends_when_one_of_the_two_leaves_and_does_not_come_back() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var holder = delegate(alliance);
        var proposal = ballot(giver, draft(giver));
        say(holder, given(giver, holder, Map.of()), "acceptance").expectStatus().isOk();
        standing(holder, "ENDED", false, 2);
        bus.send(
                "membership.member-left.v1",
                alliance,
                holder.person(),
                Map.of(
                        "person", holder.person(),
                        "organization", holder.organization(),
                        "how", "LEFT"));
        await(() -> assertThat(state(alliance)).containsExactly("ENDED"));
        standing(holder, "ACTIVE", true, 3);
        sees(holder, 200);
        refused(voteFor(holder, proposal, giver, "YES"), 403, "no-proxy");
        get(holder, "/proposals/" + proposal).expectBody().jsonPath("$.held").isEmpty();
    }

    @Test
    void what_was_given_after_a_return_stays_when_the_leaving_is_told_again() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var holder = delegate(alliance);
        var before = now();
        say(holder, given(giver, holder, Map.of()), "acceptance").expectStatus().isOk();
        var left = Map.of("person", holder.person(), "how", "LEFT");
        bus.send(
                new TestBus.Fact(
                        id(),
                        "membership.member-left.v1",
                        alliance,
                        holder.person(),
                        before.minusSeconds(60),
                        left));
        bus.send(
                new TestBus.Fact(
                        id(),
                        "membership.organization-left.v1",
                        alliance,
                        giver.organization(),
                        before.minusSeconds(60),
                        Map.of("organization", giver.organization())));
        var last = delegate(alliance);
        sees(last, 200);
        assertThat(state(alliance)).containsExactly("ACCEPTED");
    }

    /** A directory's word can be taken back; then it is in force again. */
    @Test
    void it_waits_for_whom_a_directory_suspends() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var holder = delegate(alliance);
        var proposal = ballot(giver, draft(giver));
        say(holder, given(giver, holder, Map.of()), "acceptance").expectStatus().isOk();
        standing(holder, "ENDED", false, 2);
        sees(holder, 404);
        standing(holder, "ACTIVE", true, 3);
        sees(holder, 200);
        assertThat(state(alliance)).containsExactly("ACCEPTED");
        voteFor(holder, proposal, giver, "YES").expectStatus().isOk();
    }

    @Test
    void it_ends_when_the_firm_of_who_holds_it_leaves_with_all_its_people() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var holder = member(alliance, id());
        var seconded = member(alliance, id());
        say(holder, given(giver, holder, Map.of()), "acceptance").expectStatus().isOk();
        var kept = given(delegate(alliance), seconded, Map.of());
        bus.send(
                "membership.standing-changed.v1",
                alliance,
                id(),
                Map.of(
                        "person",
                        seconded.person(),
                        "organization",
                        id(),
                        "class",
                        "MEMBER",
                        "state",
                        "ENDED",
                        "delegate",
                        false,
                        "version",
                        1,
                        "logins",
                        List.of()));
        standing(holder, "ENDED", false, 2);
        bus.send(
                "membership.organization-left.v1",
                alliance,
                holder.organization(),
                Map.of("organization", holder.organization()));
        await(() ->
                assertThat(column(alliance, "SELECT state FROM proxy ORDER BY state"))
                        .containsExactly("ENDED", "OFFERED"));
        assertThat(column(alliance, "SELECT id FROM proxy WHERE state = 'OFFERED'"))
                .containsExactly(kept.toString());
    }

    /** Whatever its date: while something is talked about, nobody knows when it closes. */
    @Test
    void what_was_given_for_a_proposal_is_over_with_it() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var holder = member(alliance, id());
        var talk = dialogue(giver, draft(giver));
        var first = given(giver, holder, Map.of("proposal", talk));
        say(holder, first, "acceptance").expectStatus().isOk();
        var late = given(delegate(alliance), holder, Map.of("proposal", talk));
        put(giver, "/proposals/" + talk + "/withdrawal", Map.of()).expectStatus().isOk();
        get(giver, "/proxies").expectBody().jsonPath("$.items[0].state").isEqualTo("ENDED");
        refused(say(holder, late, "acceptance"), 409, "proxy-over");
        var next = given(giver, holder, Map.of());
        say(holder, next, "acceptance").expectStatus().isOk();
        get(giver, "/proxies").expectBody().jsonPath("$.items[0].state").isEqualTo("ACCEPTED");
    }

    @Test
    void only_so_many_are_held_and_none_is_passed_on() {
        var alliance = alliance();
        var holder = delegate(alliance);
        for (var i = 0; i < 2; i++) {
            say(holder, given(delegate(alliance), holder, Map.of()), "acceptance")
                    .expectStatus()
                    .isOk();
        }
        var third = delegate(alliance);
        refused(give(third, id(), holder, Map.of()), 409, "proxies-full");
        var next = member(alliance, id());
        given(holder, next, Map.of());
        assertThat(
                        column(
                                alliance,
                                "SELECT voter_id FROM proxy WHERE holder_id = '%s'"
                                        .formatted(next.person())))
                .containsExactly(holder.organization().toString());
    }

    @Test
    void what_cannot_be_given_is_refused_and_says_why() {
        var alliance = alliance();
        var giver = delegate(alliance);
        var colleague = delegate(alliance, giver.organization());
        var plain = member(alliance, giver.organization());
        var stranger = delegate(alliance());
        refused(give(plain, id(), stranger, Map.of()), 403, "not-a-delegate");
        refused(give(giver, id(), stranger, Map.of()), 422, "proxy-holder-unknown");
        refused(give(giver, id(), colleague, Map.of()), 422, "proxy-holder-votes-anyhow");
        refused(give(giver, id(), plain, until(Duration.ofDays(93))), 422, "proxy-dates");
        refused(give(giver, id(), plain, Map.of("proposal", id())), 422, "proposal-unknown");
        refused(give(stranger, id(), giver, Map.of()), 422, "proxy-holder-unknown");
        var proxy = given(giver, plain, Map.of());
        refused(give(colleague, id(), plain, Map.of()), 409, "proxy-given");
        refused(say(giver, proxy, "acceptance"), 403, "not-the-holder");
        refused(say(stranger, proxy, "acceptance"), 404, "not-found");
        refused(say(delegate(alliance), proxy, "revocation"), 404, "not-found");
        get(plain, "/proxies").expectBody().jsonPath("$.items[0].mine").isEqualTo(true);
        get(delegate(alliance), "/proxies").expectBody().jsonPath("$.items").isEmpty();
        assertThat(state(alliance)).containsExactly("OFFERED");
    }

    private List<String> state(UUID alliance) {
        return column(alliance, "SELECT state FROM proxy");
    }

    private Map<String, Object> until(Duration time) {
        return Map.of("until", now().plus(time).toString());
    }

    private UUID given(Someone giver, Someone holder, Map<String, ?> more) {
        var proxy = id();
        give(giver, proxy, holder, more).expectStatus().isCreated();
        return proxy;
    }

    private ResponseSpec give(Someone giver, UUID proxy, Someone holder, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("holder", holder.person());
        body.put("body", "FIRMS");
        return put(giver, "/proxies/" + proxy, body);
    }

    private ResponseSpec say(Someone one, UUID proxy, String what) {
        return put(one, "/proxies/" + proxy + "/" + what, Map.of());
    }

    private ResponseSpec voteFor(Someone holder, UUID proposal, Someone giver, String choice) {
        return put(
                holder,
                "/proposals/" + proposal + "/ballots/mine",
                Map.of("choice", choice, "for", giver.organization()));
    }
}
