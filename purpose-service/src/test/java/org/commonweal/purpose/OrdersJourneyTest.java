package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.purpose.domain.Matter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** What the members adopt, another service carries out, once (claims C11, D20, A22). */
class OrdersJourneyTest extends PurposeTest {

    @Test
    void an_adopted_order_is_told_once_and_what_became_of_it_stands_with_the_proposal() {
        var me = delegate(alliance());
        var other = delegate(me.alliance());
        var proposal = ballot(me, "order", office(other));
        execution(me, proposal, null);
        adopted(proposal, me, other);
        execution(me, proposal, "PENDING");
        assertThat(told(me, proposal))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact)
                                .contains(
                                        "\"GIVE_OFFICE\"",
                                        "\"CONVENER\"",
                                        other.person().toString(),
                                        "\"2031-03-31\"",
                                        "\"rulebookVersion\": 1",
                                        "Ines convenes",
                                        "\"decision\": \"" + proposal + "\""));
        var _ = Mono.from(clock("ballot-closes").act(me.alliance(), proposal, now())).block();
        assertThat(told(me, proposal)).hasSize(1);
        executed("membership", me, proposal, Map.of("outcome", "DONE"));
        await(() -> execution(me, proposal, "DONE"));
        executed("membership", me, proposal, refused());
        var last = ballot(me, "order", office(other));
        adopted(last, me, other);
        executed("membership", me, last, refused());
        await(() ->
                get(me, "/proposals/" + last)
                        .expectBody()
                        .jsonPath("$.execution.state")
                        .isEqualTo("REFUSED")
                        .jsonPath("$.execution.refusal")
                        .isEqualTo("seat-cap-reached")
                        .jsonPath("$.execution.detail")
                        .isEqualTo("Too many."));
        execution(me, proposal, "DONE");
        new JournaledFacts(this).fitTheirContracts(me.alliance(), 7);
    }

    @Test
    void what_is_not_adopted_is_told_to_nobody() {
        var me = delegate(alliance());
        var other = delegate(me.alliance());
        var proposal = ballot(me, "order", office(other));
        vote(me, proposal, "NO").expectStatus().isOk();
        vote(other, proposal, "NO").expectStatus().isOk();
        closed(me, proposal, "REJECTED");
        execution(me, proposal, null);
        assertThat(told(me, proposal)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_kind_is_read_as_it_was_proposed_and_told_as_it_was_adopted() {
        var me = delegate(alliance());
        var other = delegate(me.alliance());
        var pool = id();
        return Stream.of(
                        order(
                                "ADMIT_ORGANIZATION",
                                "admission",
                                Map.of(
                                        "organization",
                                        pool,
                                        "name",
                                        "Nordahl & Partners",
                                        "shortName",
                                        "Nordahl",
                                        "mailDomains",
                                        List.of("nordahl.example"))),
                        order("REMOVE_ORGANIZATION", "organization", other.organization()),
                        order("REMOVE_MEMBER", "person", other.person()),
                        with(order("END_OFFICE", "person", other.person()), "office", "STEWARD"),
                        with(
                                with(
                                        with(
                                                order("SPEND", "pool", pool),
                                                "organization",
                                                other.organization()),
                                        "amountMinor",
                                        250_000),
                                "currency",
                                "EUR"))
                .map(order ->
                        DynamicTest.dynamicTest(
                                String.valueOf(order.get("kind")),
                                () -> journey(me, other, order)));
    }

    private void journey(Someone me, Someone other, Map<String, Object> order) {
        var proposal = ballot(me, "order", order);
        var kind = String.valueOf(order.get("kind"));
        get(me, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo(kind)
                .jsonPath("$.order.reason")
                .isEqualTo("She has done it before.");
        adopted(proposal, me, other);
        assertThat(told(me, proposal)).singleElement().asString().contains(kind);
        new JournaledFacts(this).fitTheirContracts(me.alliance(), 7);
    }

    @Test
    void an_order_names_all_that_its_kind_needs_and_somebody_who_is_here() {
        var me = delegate(alliance());
        var other = delegate(me.alliance());
        refused(
                propose(me, id(), "order", Map.of("title", "No kind", "reason", "Why")),
                400,
                "not-readable");
        for (var kind :
                List.of(
                        "ADMIT_ORGANIZATION",
                        "REMOVE_ORGANIZATION",
                        "REMOVE_MEMBER",
                        "GIVE_OFFICE",
                        "END_OFFICE",
                        "SPEND")) {
            refused(propose(me, id(), "order", order(kind, "title", "Half")), 400, "not-readable");
        }
        refused(
                propose(me, id(), "order", order("REMOVE_MEMBER", "person", id())),
                422,
                "person-unknown");
        refused(
                propose(me, id(), "order", with(office(other), "until", "2026-01-01")),
                422,
                "office-day-past");
        refused(
                propose(me, id(), "order", with(office(other), "office", "convener")),
                400,
                "not-readable");
        var both = with(with(order("SPEND", "pool", id()), "amountMinor", 1), "currency", "EUR");
        refused(
                propose(
                        me,
                        id(),
                        "order",
                        with(with(both, "organization", me.organization()), "person", me.person())),
                400,
                "not-readable");
    }

    /** Claim D20: what the members have moved is refused to the sponsor, and theirs to decide. */
    @Test
    void the_sponsor_decides_what_is_left_to_it_until_the_members_take_it_over() {
        var firm = delegate(alliance());
        var sponsor = delegate(firm.alliance());
        var colleague = member(firm.alliance(), sponsor.organization());
        enrolledAsSponsor(sponsor);
        var first = talkedAbout(firm, office(firm));
        refused(approve(sponsor, first), 403, "decided-by-members");
        adopted(
                ballot(firm, "rules", rule(Matter.OFFICES, Map.of("decider", "SPONSOR"))),
                firm,
                sponsor);
        refused(propose(firm, id(), "order", office(firm)), 409, "decided-by-sponsor");
        refused(approve(firm, first), 403, "not-the-sponsor");
        refused(approve(colleague, first), 403, "not-the-sponsor");
        approve(sponsor, first)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ADOPTED")
                .jsonPath("$.approval.person")
                .isEqualTo(sponsor.person().toString())
                .jsonPath("$.execution.state")
                .isEqualTo("PENDING");
        refused(approve(sponsor, first), 409, "not-in-dialogue");
        assertThat(told(firm, first)).hasSize(1);

        var second = talkedAbout(firm, office(sponsor));
        var moved = ballot(firm, "rules", rule(Matter.OFFICES, Map.of("decider", "BALLOT")));
        adopted(moved, firm, sponsor);
        approve(sponsor, second)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:decided-by-members")
                .jsonPath("$.allowed.decision")
                .isEqualTo("/api/alliances/%s/proposals/%s".formatted(firm.alliance(), moved));
        openBallot(firm, second).expectStatus().isOk();
        adopted(second, firm, sponsor);
        execution(firm, second, "PENDING");
        assertThat(told(firm, second)).hasSize(1);
        new JournaledFacts(this).fitTheirContracts(firm.alliance(), 9);
    }

    private ResponseSpec approve(Someone by, UUID proposal) {
        return put(by, "/proposals/" + proposal + "/approval", Map.of());
    }

    private UUID talkedAbout(Someone by, Map<String, Object> order) {
        var proposal = id();
        put(by, "/proposals/" + proposal, Map.of("order", order)).expectStatus().isCreated();
        return proposal;
    }

    private void enrolledAsSponsor(Someone delegate) {
        bus.send(
                "membership.organization-enrolled.v1",
                delegate.alliance(),
                delegate.organization(),
                Map.of("organization", delegate.organization(), "role", "SPONSOR"));
        await(() ->
                assertThat(
                                column(
                                        delegate.alliance(),
                                        "SELECT id FROM organization WHERE role = 'SPONSOR'"))
                        .containsExactly(delegate.organization().toString()));
    }

    private static Map<String, Object> refused() {
        return Map.of("outcome", "REFUSED", "refusal", "seat-cap-reached", "detail", "Too many.");
    }

    private void executed(String service, Someone of, UUID decision, Map<String, Object> outcome) {
        var payload = new HashMap<>(outcome);
        payload.put("decision", decision);
        bus.send(service + ".decision-executed.v1", of.alliance(), decision, payload);
    }

    private void execution(Someone reader, UUID proposal, @Nullable String state) {
        var body = get(reader, "/proposals/" + proposal).expectStatus().isOk().expectBody();
        if (state == null) {
            body.jsonPath("$.execution").isEmpty();
        } else {
            body.jsonPath("$.execution.state").isEqualTo(state);
        }
    }

    private List<String> told(Someone reader, UUID proposal) {
        return column(
                reader.alliance(),
                """
                SELECT CAST(payload AS text) FROM journal
                WHERE type = 'purpose.decision-adopted.v1' AND subject = '%s'\
                """
                        .formatted(proposal));
    }

    private static Map<String, Object> office(Someone person) {
        return with(
                with(
                        with(order("GIVE_OFFICE", "person", person.person()), "office", "CONVENER"),
                        "until",
                        "2031-03-31"),
                "title",
                "Ines convenes");
    }

    private static Map<String, Object> order(String kind, String part, Object value) {
        var order = new HashMap<String, Object>();
        order.put("title", "An order");
        order.put("kind", kind);
        order.put("reason", "She has done it before.");
        order.put(part, value);
        return order;
    }

    private static Map<String, Object> with(Map<String, Object> order, String part, Object value) {
        var more = new HashMap<>(order);
        more.put(part, value);
        return more;
    }
}
