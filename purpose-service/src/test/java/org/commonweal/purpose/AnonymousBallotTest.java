package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.Test;

/** An anonymous ballot from its opening to the list of its votes, and all who may not. */
class AnonymousBallotTest extends PurposeTest {

    @Test
    void each_elector_votes_once_nobody_sees_how_and_each_finds_the_own_vote_afterwards() {
        var firms = electors(6);
        var reader = firms.getFirst();
        var proposal = anonymous(reader);
        var voters = firms.stream().map(one -> SecretVoter.signed(this, one, proposal)).toList();
        var choices = List.of("YES", "YES", "NO", "YES", "ABSTAIN");
        for (var i = 0; i < choices.size(); i++) {
            voters.get(i).cast(choices.get(i)).expectStatus().isOk();
        }
        voters.get(1).cast("NO").expectStatus().isOk();
        voters.get(1).cast("YES").expectStatus().isOk();
        get(reader, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.secrecy.anonymous")
                .isEqualTo(true)
                .jsonPath("$.secrecy.hidden")
                .isEqualTo(true)
                .jsonPath("$.secrecy.papers")
                .isEqualTo(6)
                .jsonPath("$.count")
                .isEmpty()
                .jsonPath("$.mine.paper")
                .isEqualTo(true)
                .jsonPath("$.mine.choice")
                .isEmpty();
        assertThat(list(reader, proposal)).isEmpty();
        assertThat(column(reader.alliance(), "SELECT id FROM need WHERE open")).isEmpty();

        closed(reader, proposal, "ADOPTED");

        var counted = new HashMap<String, String>();
        for (var i = 0; i < choices.size(); i++) {
            counted.put(voters.get(i).receipt(), choices.get(i));
        }
        assertThat(list(reader, proposal)).isEqualTo(counted);
        get(reader, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(3)
                .jsonPath("$.count.no")
                .isEqualTo(1)
                .jsonPath("$.count.abstain")
                .isEqualTo(1)
                .jsonPath("$.count.electorate")
                .isEqualTo(6);
        assertThat(column(reader.alliance(), "SELECT count(*) FROM ballot_box"))
                .containsExactly("0");
        assertThat(column(reader.alliance(), "SELECT count(*) FROM sealed_vote"))
                .containsExactly("0");
        assertThat(column(reader.alliance(), "SELECT signing FROM paper_key")).containsOnlyNulls();
        new JournaledFacts(this).fitTheirContracts(reader.alliance(), 8);
    }

    /** What was signed cannot be taken back: it is the vote of both. */
    @Test
    void a_paper_of_a_firm_that_goes_on_as_another_is_the_vote_of_both() {
        var firms = electors(6);
        var going = firms.getFirst();
        var into = firms.get(1);
        var alliance = going.alliance();
        var proposal = anonymous(going);
        var voters =
                firms.stream()
                        .filter(one -> !one.equals(into))
                        .map(one -> SecretVoter.signed(this, one, proposal))
                        .toList();
        merge(into.organization(), Map.of(going, 1L));
        await(() ->
                assertThat(
                                column(
                                        alliance,
                                        "SELECT voter_id FROM elector WHERE left_at IS NOT NULL"))
                        .containsExactly(into.organization().toString()));
        get(into, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.why")
                .isEqualTo("NOT_IN_ELECTORATE");
        assertThat(needed(alliance, "proposal")).isEmpty();
        voters.forEach(voter -> voter.cast("YES").expectStatus().isOk());
        closed(into, proposal, "ADOPTED");
        get(into, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(5)
                .jsonPath("$.count.electorate")
                .isEqualTo(5);
    }

    @Test
    void the_same_paper_is_signed_again_and_another_never() {
        var firms = electors(5);
        var me = firms.getFirst();
        var proposal = anonymous(me);
        var voter = SecretVoter.of(this, me, proposal);
        var first = SecretVoter.json(voter.ask(me).expectStatus().isOk());
        var again = SecretVoter.json(voter.ask(me).expectStatus().isOk());
        assertThat(again).isEqualTo(first);

        refused(SecretVoter.of(this, me, proposal).ask(me), 409, "paper-signed");
        var colleague = delegate(me.alliance(), me.organization());
        refused(SecretVoter.of(this, colleague, proposal).ask(colleague), 409, "paper-signed");
        assertThat(
                        column(
                                me.alliance(),
                                "SELECT type FROM journal WHERE type = 'purpose.paper-signed.v1'"))
                .hasSize(1);
        get(colleague, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.paper")
                .isEqualTo(true)
                .jsonPath("$.secrecy.papers")
                .isEqualTo(1);
    }

    /** Else the vote stays in the box while its elector leaves the denominator. */
    @Test
    void who_has_a_paper_cannot_be_recused_any_more() {
        var firms = electors(5);
        var me = firms.getFirst();
        var proposal = anonymous(me);
        SecretVoter.signed(this, me, proposal).cast("YES").expectStatus().isOk();
        var door = "/proposals/" + proposal + "/recusals/mine";
        var body = Map.of("recused", true, "reason", "We advise the other side");
        refused(put(me, door, body), 409, "paper-signed");
        put(firms.get(1), door, body).expectStatus().isOk();
        refused(SecretVoter.of(this, firms.get(1), proposal).ask(firms.get(1)), 409, "recused");
        assertThat(column(me.alliance(), "SELECT 1 FROM elector WHERE recused_at IS NOT NULL"))
                .hasSize(1);
    }

    @Test
    void who_is_no_elector_gets_no_paper() {
        var firms = electors(5);
        var me = firms.getFirst();
        var alliance = me.alliance();
        var proposal = anonymous(me);
        var voter = SecretVoter.of(this, me, proposal);
        var path = "/proposals/" + proposal + "/ballots/mine/paper";

        refused(voter.ask(member(alliance, me.organization())), 403, "not-a-delegate");
        refused(voter.ask(delegate(alliance)), 403, "not-in-electorate");
        var elsewhere = delegate(alliance());
        refused(voter.ask(elsewhere), 404, "not-found");
        refused(
                put(new Someone(alliance, id(), id(), elsewhere.subject()), path, voter.asked()),
                404,
                "not-found");
        var revoked = firms.get(1);
        standing(revoked, "ENDED", true, 2);
        sees(revoked, 404);
        refused(voter.ask(revoked), 404, "not-found");
        http.put()
                .uri("/api/alliances/" + alliance + path)
                .header("Idempotency-Key", id().toString())
                .bodyValue(voter.asked())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        for (var wrong : List.of("", "A".repeat(341), "A".repeat(342) + "A", "=".repeat(342))) {
            put(me, path, Map.of("blinded", wrong)).expectStatus().isBadRequest();
        }
        for (var value : new byte[] {0, (byte) 0xff}) {
            var number = new byte[256];
            java.util.Arrays.fill(number, value);
            var blinded = Map.of("blinded", SecretVoter.text(number));
            refused(put(me, path, blinded), 422, "paper-not-blinded");
        }
        assertThat(column(alliance, "SELECT paper FROM elector")).containsOnlyNulls();
    }

    @Test
    void nothing_but_a_paper_of_this_ballot_opens_its_box() {
        var firms = electors(5);
        var me = firms.getFirst();
        var proposal = anonymous(me);
        var voter = SecretVoter.signed(this, me, proposal);
        refused(vote(me, proposal, "YES"), 409, "ballot-anonymous");

        var others = electors(5);
        var other = anonymous(others.getFirst());
        var stranger = SecretVoter.signed(this, others.getFirst(), other);
        refused(stranger.cast(proposal, "YES"), 404, "not-found");
        refused(
                castSecretly(me.alliance(), proposal, stranger.vote("YES")),
                403,
                "token-not-valid");
        var forged = new HashMap<>(voter.vote("YES"));
        var bytes = Base64.getUrlDecoder().decode(voter.signature());
        bytes[7] ^= 1;
        forged.put("signature", SecretVoter.text(bytes));
        refused(castSecretly(me.alliance(), proposal, forged), 403, "token-not-valid");
        var another = new HashMap<>(voter.vote("YES"));
        another.put("token", SecretVoter.text(new byte[64]));
        refused(castSecretly(me.alliance(), proposal, another), 403, "token-not-valid");
        for (var field : List.of("token", "signature", "choice")) {
            var without = new HashMap<>(voter.vote("YES"));
            without.remove(field);
            castSecretly(me.alliance(), proposal, without).expectStatus().isBadRequest();
        }
        refused(castSecretly(me.alliance(), id(), voter.vote("YES")), 404, "not-found");
        assertThat(column(me.alliance(), "SELECT count(*) FROM sealed_vote")).containsExactly("0");

        voter.cast("YES").expectStatus().isOk();
        castAs(me, proposal, voter.vote("NO")).expectStatus().isOk();
        assertThat(column(me.alliance(), "SELECT count(*) FROM sealed_vote")).containsExactly("1");
        closed(me, proposal, "NO_QUORUM");
        refused(voter.cast("YES"), 409, "ballot-closed");
        refused(
                SecretVoter.of(this, firms.get(2), proposal).ask(firms.get(2)),
                409,
                "ballot-closed");
    }

    @Test
    void among_too_few_nobody_is_anonymous() {
        var four = electors(4);
        var me = four.getFirst();
        var body = new HashMap<>(anonymously(draft(me)));
        refused(put(me, "/proposals/" + id(), body), 422, "electorate-too-small");

        var six = electors(6);
        var reader = six.getFirst();
        var proposal = anonymous(reader);
        var voters = new ArrayList<SecretVoter>();
        for (var one : six.subList(0, 2)) {
            voters.add(SecretVoter.signed(this, one, proposal));
            voters.getLast().cast("YES").expectStatus().isOk();
        }
        closed(reader, proposal, "NO_QUORUM");
        assertThat(list(reader, proposal)).isEmpty();
        get(reader, "/proposals/" + proposal).expectBody().jsonPath("$.count.yes").isEqualTo(0);
        assertThat(column(reader.alliance(), "SELECT count(*) FROM sealed_vote"))
                .containsExactly("0");
    }

    /** Each vote is shown with its weight: among few of the same weight it would be known. */
    @Test
    void among_too_few_of_one_weight_no_vote_is_counted() {
        var alliance = alliance();
        var me = delegate(alliance);
        var large = Stream.generate(() -> member(alliance, me.organization())).limit(9).toList();
        var small = Stream.generate(() -> member(alliance, id())).limit(5).toList();
        var change = Map.of("body", "PERSONS", "votesPerFirmMax", 5, "quorumPerMillion", 1);
        adopted(ballot(me, "rules", rule(Matter.PURPOSE, change)), me);
        beginToday();
        var proposal = anonymous(me);
        for (var one : Stream.concat(small.stream().limit(2), large.stream().limit(3)).toList()) {
            SecretVoter.signed(this, one, proposal).cast("YES").expectStatus().isOk();
        }
        closed(me, proposal, "ADOPTED");
        assertThat(list(me, proposal)).hasSize(3);
        get(me, "/proposals/" + proposal).expectBody().jsonPath("$.count.yes").isEqualTo(1.5);
    }

    /** All pages, as the client reads them. */
    private Map<String, String> list(Someone reader, UUID proposal) {
        var found = new HashMap<String, String>();
        var before = "";
        for (var cursor = ""; cursor != null; ) {
            var path = "/proposals/" + proposal + "/votes?limit=2" + cursor;
            var page = SecretVoter.json(get(reader, path).expectStatus().isOk());
            for (var vote : page.path("items")) {
                assertThat(vote.path("receipt").asString()).isGreaterThan(before);
                before = vote.path("receipt").asString();
                found.put(before, vote.path("choice").asString());
            }
            var next = page.path("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }
        return found;
    }
}
