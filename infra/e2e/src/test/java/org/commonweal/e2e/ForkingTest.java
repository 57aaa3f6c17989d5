package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.e2e.OwnFirms.firm;
import static org.commonweal.e2e.OwnFirms.person;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.local.ClientIds;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scene viii through the gateway: the sponsor edits the purpose and is refused, founds a community
 * for another one, begins with nobody, and recruits from zero; authors alone bring their own.
 */
@ExtendWith(Platform.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkingTest {

    private static final Duration BALLOT = Duration.ofSeconds(30);

    private static final Firm QUARRY = firm("quarry", "Quarry Works", "SPONSOR");
    private static final Firm ORCHARD = firm("orchard", "Orchard Legal", "FIRM");
    private static final Firm WHARF = firm("wharf", "Wharf & Sons", "FIRM");
    private static final DemoAlliance FIRMS =
            new DemoAlliance(
                    "Three that part",
                    "three-that-part",
                    "Europe/Vienna",
                    List.of(QUARRY, ORCHARD, WHARF),
                    List.of(
                            person(QUARRY, "Ida", "Stone"),
                            person(ORCHARD, "Olga", "Pear"),
                            person(WHARF, "Will", "Quay")));

    private final OwnFirms firms;
    private final YoungAlliance parent = new YoungAlliance();
    private final YoungAlliance fork = new YoungAlliance();
    private final Member sponsor;
    private final Member author;
    private final Member other;

    ForkingTest(Platform platform) {
        firms = new OwnFirms(platform, FIRMS);
        sponsor = firms.member(0);
        author = firms.member(1);
        other = firms.member(2);
    }

    @AfterAll
    void end() {
        firms.close();
    }

    @Test
    void a_sponsor_who_wants_another_purpose_founds_another_community_and_recruits_from_zero()
            throws IOException {
        gather();
        ratify();
        var goal = parent.goal(other);
        var piece = given(author, goal);
        var theirs = given(other, goal);

        var before = sponsor.get(parent.at("/purpose")).get("active");
        anotherPurposeIsRefusedWithTheWayToAFork();
        aWordingWaitsAndOneMemberStopsIt();
        assertThat(sponsor.get(parent.at("/purpose")).get("active")).isEqualTo(before);

        var prepared = prepared();
        fork.foundFrom(sponsor, parent, prepared);
        nobodyAndNothingIsThereButTheFounder(prepared);
        refusedToOthers(prepared);

        recruit(author);
        authorsAloneBringTheirOwn(piece, theirs);
        theParentIsAsItWas(before);
    }

    private void gather() {
        parent.found(sponsor);
        parent.enroll(sponsor, List.of(author, other));
        var invited = List.of(author, other);
        parent.invite(sponsor, invited);
        invited.forEach(parent::accept);
    }

    private void ratify() {
        var draft = ClientIds.next();
        parent.draft(sponsor, draft);
        var proposal = ClientIds.next();
        parent.propose(sponsor, proposal, BALLOT, "purpose", draft);
        for (var voter : List.of(sponsor, author, other)) {
            parent.vote(voter, proposal, "YES");
        }
        assertThat(parent.closed(sponsor, proposal).get("state").asString()).isEqualTo("ADOPTED");
    }

    /** A piece of work that the sponsor's firm has acknowledged, so that it is credited. */
    private UUID given(Member giver, UUID goal) {
        var piece = ClientIds.next();
        giver.submit(parent.at(""), goal, piece);
        sponsor.acknowledge(parent.at(""), piece);
        Awaitility.await("credit for " + piece)
                .atMost(Platform.PATIENCE)
                .until(() -> giver.get(parent.at("/ledger/mine")).get("balance").asInt() == 1);
        return piece;
    }

    private void anotherPurposeIsRefusedWithTheWayToAFork() throws IOException {
        for (var change :
                List.of(
                        Map.of("output", "A court for builders."),
                        Map.of("audience", "Our shareholders."),
                        Map.of("eligibility", "Our suppliers."))) {
            var problem = changed(409, change);
            assertThat(problem.get("type").asString())
                    .isEqualTo("urn:commonweal:refusal:purpose-change-is-a-fork");
            assertThat(problem.at("/allowed/fork").asString()).isEqualTo(parent.at("/forks"));
        }
    }

    private void aWordingWaitsAndOneMemberStopsIt() throws IOException {
        var fix = changed(200, Map.of("title", "Three firms and one answer"));
        assertThat(fix.get("state").asString()).isEqualTo("OPEN");
        assertThat(fix.get("until").asString()).isGreaterThan(fix.get("proposedAt").asString());
        var path = parent.at("/wording-fixes/" + fix.get("id").asString());
        var stopped =
                other.put(
                        path + "/challenges/" + ClientIds.next(),
                        ClientIds.next(),
                        Map.of("reason", "It was one of three, and now it is beside them."));
        assertThat(stopped.get("state").asString()).isEqualTo("CHALLENGED");
    }

    private JsonNode changed(int status, Map<String, String> change) throws IOException {
        var body = new java.util.TreeMap<String, Object>(change);
        body.put("reason", "The sponsor needs it so.");
        var version = sponsor.get(parent.at("/purpose")).at("/active/version").asString();
        var answer = sponsor.change(parent.at("/purpose"), ClientIds.next(), version, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private UUID prepared() {
        var id = ClientIds.next();
        var prepared =
                sponsor.put(
                        parent.at("/forks/" + id),
                        id,
                        Map.of(
                                "title", "One court for builders",
                                "output", "A court for builders.",
                                "measure", "Quarrels that end there.",
                                "goal", "Ten judgments.",
                                "audience", "Our shareholders.",
                                "reason", "The others do not want it."));
        assertThat(prepared.at("/impact/members").asInt()).isEqualTo(2);
        assertThat(prepared.at("/impact/goals")).hasSize(1);
        assertThat(prepared.at("/impact/people").valueStream().map(one -> one.at("/person")))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("" + author.id(), "" + other.id());
        return id;
    }

    private void nobodyAndNothingIsThereButTheFounder(UUID prepared) {
        assertThat(fork.people(sponsor)).containsExactly("" + sponsor.id());
        assertThat(sponsor.get(fork.at("/contributions")).get("items")).isEmpty();
        assertThat(sponsor.get(fork.at("/ledger/mine")).get("balance").asInt()).isZero();
        assertThat(sponsor.get(fork.at("/goals")).get("items")).isEmpty();
        assertThat(sponsor.get(fork.at("/stage")).get("stage").asString()).isEqualTo("NETWORK");
        Awaitility.await("the words are there as a draft")
                .atMost(Platform.PATIENCE)
                .until(() -> !sponsor.get(fork.at("/purpose")).get("drafts").isEmpty());
        var purpose = sponsor.get(fork.at("/purpose"));
        assertThat(purpose.get("active").isNull()).isTrue();
        assertThat(purpose.at("/drafts/0/title").asString()).isEqualTo("One court for builders");
        assertThat(purpose.at("/drafts/0/state").asString()).isEqualTo("DRAFT");
        var origin = sponsor.get(fork.at("/lineage")).get("origin");
        assertThat(parent.at("")).endsWith(origin.get("alliance").asString());
        Awaitility.await("the parent knows what came of it")
                .atMost(Platform.PATIENCE)
                .until(() ->
                        !sponsor.get(parent.at("/forks/" + prepared)).get("foundedAs").isNull());
    }

    private void refusedToOthers(UUID prepared) throws IOException {
        for (var door : List.of("", "/people", "/purpose", "/lineage", "/carried-over")) {
            assertThat(author.status(fork.at(door))).as(door).isEqualTo(404);
        }
        assertThat(author.get(parent.at("/forks/" + prepared)).get("title").asString())
                .isEqualTo("One court for builders");
    }

    private void recruit(Member person) {
        fork.enroll(sponsor, List.of(person));
        fork.invite(sponsor, List.of(person));
        fork.accept(person);
        Awaitility.await("two are there")
                .atMost(Platform.PATIENCE)
                .until(() -> fork.people(sponsor).size() == 2);
    }

    private void authorsAloneBringTheirOwn(UUID piece, UUID theirs) throws IOException {
        var door = fork.at("/carried-over/");
        var refused = sponsor.refused(403, door + piece, ClientIds.next(), Map.of());
        assertThat(refused.get("type").asString())
                .isEqualTo("urn:commonweal:refusal:not-the-author");
        sponsor.refused(403, door + theirs, ClientIds.next(), Map.of());
        author.refused(403, door + theirs, ClientIds.next(), Map.of());
        other.refused(404, door + theirs, ClientIds.next(), Map.of());
        assertThat(author.put(door + piece, ClientIds.next(), Map.of()).get("carried").asInt())
                .isOne();
        assertThat(author.put(door + piece, ClientIds.next(), Map.of()).get("carried").asInt())
                .isZero();
        var there = sponsor.get(fork.at("/contributions")).get("items");
        assertThat(there).hasSize(1);
        assertThat(there.at("/0/author").asString()).isEqualTo("" + author.id());
        assertThat(there.at("/0/state").asString()).isEqualTo("HISTORICAL");
        assertThat(author.get(fork.at("/ledger/mine")).get("balance").asInt()).isZero();
    }

    private void theParentIsAsItWas(JsonNode before) {
        assertThat(author.get(parent.at("/purpose")).get("active")).isEqualTo(before);
        assertThat(parent.people(author)).hasSize(3);
        assertThat(author.get(parent.at("/contributions")).get("items")).hasSize(2);
        assertThat(author.get(parent.at("/ledger/mine")).get("balance").asInt()).isOne();
    }
}
