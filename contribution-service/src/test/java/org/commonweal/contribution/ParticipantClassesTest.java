package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.contribution.domain.ParticipantClass;
import org.commonweal.contribution.domain.ParticipantClass.Right;
import org.commonweal.platform.test.AccessMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Claim A8: a guest can submit to one call and read its outcome, nothing else. */
class ParticipantClassesTest extends ContributionTest {

    private static final String NOTE = "{\"note\":\"It helps us.\"}";

    private UUID alliance;
    private UUID call;
    private UUID other;
    private Someone owner;
    private Someone member;
    private Someone guest;
    private UUID ofMember;

    @BeforeAll
    void anAllianceWithAGuest() {
        alliance = alliance();
        owner = delegate(alliance, id());
        member = member(alliance, id());
        call = goal(alliance, owner.person());
        other = goal(alliance, owner.person());
        ofMember = submitted(member, call, "Membership list");
        guest = known(someone(alliance, id()), "GUEST", call);
    }

    @Test
    void a_guest_gives_to_the_call_and_reads_what_comes_of_it() {
        var given = id();
        var body = contribution(call, "From outside");
        put(guest, "/contributions/" + given, body).expectStatus().isCreated();
        put(guest, "/contributions/" + given, body).expectStatus().isOk();
        refused(
                put(guest, "/contributions/" + given, contribution(call, "Other")),
                409,
                "id-taken");
        put(owner, "/contributions/" + given + "/acknowledgements/" + id(), NOTE)
                .expectStatus()
                .isCreated();
        var read = read(guest, "/contributions/" + given);
        assertThat(read.path("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(read.path("acknowledgements").path(0).path("note").asString())
                .isEqualTo("It helps us.");
        assertThat(ids(guest, "/contributions")).contains(given).doesNotContain(ofMember);
        assertThat(ids(member, "/contributions")).contains(given, ofMember);
    }

    @Test
    void a_guest_finds_nothing_of_others_and_gives_to_no_other_goal() {
        refused(get(guest, "/contributions/" + ofMember), 404, "not-found");
        refused(
                put(guest, "/contributions/" + ofMember + "/acknowledgements/" + id(), NOTE),
                404,
                "not-found");
        assertThat(ids(guest, "/contributions?author=" + member.person())).isEmpty();
        var toOther = put(guest, "/contributions/" + id(), contribution(other, "Elsewhere"));
        refused(toOther, 403, "class-not-allowed");
        var toNone = put(guest, "/contributions/" + id(), contribution(id(), "Nowhere"));
        refused(toNone, 403, "class-not-allowed");
    }

    /** All but giving to the call, and reading the list of what they gave themselves. */
    @TestFactory
    Stream<DynamicTest> every_other_operation_is_not_there_for_a_guest() {
        var matrix =
                new AccessMatrix(
                        "contribution-service",
                        address(),
                        Map.of(
                                "acknowledgeContribution",
                                "{}",
                                "declineContribution",
                                Map.of("reason", "long enough to be one"),
                                "handOverAsk",
                                Map.of("person", id()),
                                "importHistory",
                                "{}\n"),
                        Map.of("alliance", alliance, "contribution", ofMember));
        return matrix.refuses(
                Map.of("a guest", tokens.of(guest.subject())),
                404,
                "not-found",
                "submitContribution",
                "listContributions",
                // what they gave, and nothing else: MyDataTest
                "exportMyData");
    }

    @Test
    void a_guest_whose_standing_ended_finds_nothing_and_one_who_is_a_member_now_finds_all() {
        var gone = known(someone(alliance, id()), "GUEST", call);
        standing(gone, "GUEST", null, "ENDED", false, 2);
        await(() -> get(gone, "/contributions").expectStatus().isNotFound());
        refused(
                put(gone, "/contributions/" + id(), contribution(call, "Too late")),
                404,
                "not-found");
        var now = known(someone(alliance, id()), "GUEST", call);
        standing(now, "ACTIVE", false, 2);
        await(() -> get(now, "/contributions/" + ofMember).expectStatus().isOk());
    }

    @Test
    void a_guest_of_another_alliance_is_nobody_here() {
        var elsewhere = alliance();
        var stranger = known(someone(elsewhere, id()), "GUEST", call);
        var here = new Someone(alliance, stranger.person(), id(), stranger.subject());
        refused(get(here, "/contributions"), 404, "not-found");
        refused(
                put(here, "/contributions/" + id(), contribution(call, "Not mine")),
                404,
                "not-found");
    }

    @Test
    void an_expert_reads_all_and_answers_what_is_asked_of_them() {
        var home = alliance();
        var author = member(home, id());
        var expert = known(someone(home, id()), "EXPERT", null);
        var asking = goal(home, expert.person());
        var asked = submitted(author, asking, "Asked of the expert");
        var colleague = delegate(home, id());
        var notAsked = submitted(author, goal(home, colleague.person()), "Not of the expert");
        get(expert, "/contributions/" + notAsked).expectStatus().isOk();
        assertThat(ids(expert, "/search?q=expert")).contains(asked, notAsked);
        refused(
                put(expert, "/contributions/" + notAsked + "/acknowledgements/" + id(), NOTE),
                403,
                "class-not-allowed");
        refused(
                put(expert, "/contributions/" + notAsked + "/refusals/" + id(), REASON),
                403,
                "class-not-allowed");
        put(expert, "/contributions/" + asked + "/acknowledgements/" + id(), NOTE)
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_customer_contributes_and_reads_what_came_of_it_and_is_asked_for_nothing() {
        var home = alliance();
        var customer = known(someone(home, id()), "CUSTOMER", null);
        known(someone(home, id()), "GUEST", call);
        var author = member(home, id());
        var firm = id();
        var goal = goal(home, customer.person());
        var open = submitted(author, goal, "Customers wait");
        assertThat(read(author, "/contributions/" + open).path("turn")).isEmpty();
        refused(get(customer, "/contributions/" + open), 404, "not-found");
        refused(
                put(customer, "/contributions/" + open + "/acknowledgements/" + id(), NOTE),
                404,
                "not-found");
        var own = submitted(customer, goal, "Customers ask");
        assertThat(ids(customer, "/contributions")).containsExactly(own);
        assertThat(ids(customer, "/search?q=customers")).containsExactly(own);
        var colleague = delegate(home, firm);
        put(colleague, "/contributions/" + open + "/acknowledgements/" + id(), NOTE)
                .expectStatus()
                .isCreated();
        assertThat(ids(customer, "/contributions")).containsExactly(own, open);
        assertThat(ids(customer, "/search?q=customers")).containsExactly(own, open);
        refused(
                put(customer, "/contributions/" + open + "/acknowledgements/" + id(), NOTE),
                403,
                "class-not-allowed");
    }

    @Test
    void a_customer_learns_what_happened_to_a_contribution_when_something_came_of_it() {
        var home = alliance();
        var customer = known(someone(home, id()), "CUSTOMER", null);
        var author = member(home, id());
        var goal = goal(home, author.person());
        var open = submitted(author, goal, "Waits");
        var own = submitted(customer, goal, "Asks");
        happened(home, open, goal);
        happened(home, own, goal);
        await(() -> assertThat(told(author)).containsExactlyInAnyOrder(open, own));
        assertThat(told(customer)).containsExactly(own);
        var colleague = delegate(home, id());
        put(colleague, "/contributions/" + open + "/acknowledgements/" + id(), NOTE)
                .expectStatus()
                .isCreated();
        assertThat(told(customer)).containsExactlyInAnyOrder(open, own);
    }

    private void happened(UUID home, UUID contribution, UUID goal) {
        tell(
                "contribution.submitted.v1",
                home,
                contribution,
                Map.of(
                        "contribution",
                        contribution,
                        "goal",
                        goal,
                        "kind",
                        "PIECE",
                        "title",
                        "Something"));
    }

    @Test
    void the_table_gives_a_guest_the_call_alone() {
        assertThat(Stream.of(Right.values()).filter(ParticipantClass.GUEST::may))
                .containsExactly(Right.GIVE_TO_THE_CALL);
        assertThat(Stream.of(ParticipantClass.values()).filter(as -> as.may(Right.ANSWER)))
                .containsExactly(ParticipantClass.MEMBER);
    }

    private static final String REASON = "{\"reason\":\"long enough to be one\"}";

    private List<UUID> ids(Someone someone, String path) {
        return read(someone, path).path("items").values().stream()
                .map(line -> UUID.fromString(line.path("id").asString()))
                .toList();
    }

    private List<UUID> told(Someone someone) {
        return read(someone, "/activity").path("items").values().stream()
                .filter(fact -> fact.path("type").asString().equals("contribution.submitted.v1"))
                .map(fact -> UUID.fromString(fact.path("link").path("id").asString()))
                .toList();
    }
}
