package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** A purpose reaches its deadline: it stays, it asks, and the firms renew or close it. */
class DeadlineJourneyTest extends PurposeTest {

    /** The last day of June 2027 is over in Lisbon, where summer time is. */
    private static final Instant OVER = Instant.parse("2027-06-30T23:00:00Z");

    @Test
    void a_deadline_that_passes_is_told_once_and_each_delegate_is_asked() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var partner = delegate(alliance, two.organization());
        var member = member(alliance, one.organization());
        var purpose = ratified(one, two);
        purposeIs(one, false, "2027-06-30");
        until(OVER.minusSeconds(60));
        purposeIs(one, false, "2027-06-30");
        assertThat(needed(alliance, "purpose")).isEmpty();
        until(OVER);
        reached(alliance, 1);
        purposeIs(member, true, "2027-06-30");
        assertThat(needed(alliance, "purpose")).isEqualTo(persons(one, two, partner));
        assertThat(
                        column(
                                alliance,
                                "SELECT concat(payload->>'purpose', payload->>'deadline') FROM journal"
                                        + " WHERE type = 'purpose.deadline-reached.v1'"))
                .containsExactly(purpose + "2027-06-30");
        var again =
                Flux.range(0, 3)
                        .concatMap(_ -> clock("purpose-deadline").act(alliance, purpose, OVER));
        StepVerifier.create(again).expectComplete().verify(SOON);
        reached(alliance, 1);
        assertThat(column(alliance, "SELECT state FROM purpose")).containsExactly("ACTIVE");
    }

    @Test
    void the_firms_renew_an_overdue_purpose_and_later_close_it_for_another() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var purpose = ratified(one, two);
        until(OVER);
        reached(alliance, 1);

        var rejected = ballot(one, "renewal", renewal(purpose, "2027-09-15"));
        vote(one, rejected, "NO").expectStatus().isOk();
        vote(two, rejected, "YES").expectStatus().isOk();
        closed(one, rejected, "REJECTED");
        purposeIs(one, true, "2027-06-30");
        assertThat(needed(alliance, "purpose")).isEqualTo(persons(one, two));

        var renewal = ballot(two, "renewal", renewal(purpose, "2027-12-31"));
        asked(one, renewal);
        assertThat(needed(alliance, "purpose")).isEqualTo(persons(one, two));
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one, two));
        adopted(renewal, one, two);
        renewed(one, purpose, renewal);

        until(Instant.parse("2028-01-01T00:00:00Z"));
        reached(alliance, 2);
        assertThat(needed(alliance, "purpose")).isEqualTo(persons(one, two));
        var goal = goal(one);
        var end = ballot(one, "conclusion", conclusion(purpose));
        get(two, "/proposals/" + end)
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("CLOSE_PURPOSE")
                .jsonPath("$.conclusion")
                .isEqualTo("The list is in use in every firm.")
                .jsonPath("$.text.deadline")
                .isEqualTo("2027-12-31");
        adopted(end, one, two);
        ended(one, purpose, end, goal);

        var next = draft(two, "2029-06-30");
        adopted(ballot(two, next), one, two);
        get(one, "/purpose")
                .expectBody()
                .jsonPath("$.active.id")
                .isEqualTo(next.toString())
                .jsonPath("$.closed[0].id")
                .isEqualTo(purpose.toString());
        new JournaledFacts(this).fitTheirContracts(alliance, 13);
    }

    private void asked(Someone reader, UUID renewal) {
        get(reader, "/proposals/" + renewal)
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("RENEW_PURPOSE")
                .jsonPath("$.title")
                .isEqualTo("One due diligence list")
                .jsonPath("$.renewal.before")
                .isEqualTo("2027-06-30")
                .jsonPath("$.renewal.deadline")
                .isEqualTo("2027-12-31")
                .jsonPath("$.renewal.reason")
                .isEqualTo("The autumn was short")
                .jsonPath("$.text.output")
                .isEqualTo("A list that every firm accepts")
                .jsonPath("$.mine.mayVote")
                .isEqualTo(true);
    }

    private void renewed(Someone reader, UUID purpose, UUID renewal) {
        purposeIs(reader, false, "2027-12-31");
        assertThat(needed(reader.alliance(), "purpose")).isEmpty();
        get(reader, "/purpose")
                .expectBody()
                .jsonPath("$.active.id")
                .isEqualTo(purpose.toString())
                .jsonPath("$.active.deadlines.length()")
                .isEqualTo(2)
                .jsonPath("$.active.deadlines[0].deadline")
                .isEqualTo("2027-06-30")
                .jsonPath("$.active.deadlines[0].reason")
                .isEmpty()
                .jsonPath("$.active.deadlines[1].deadline")
                .isEqualTo("2027-12-31")
                .jsonPath("$.active.deadlines[1].reason")
                .isEqualTo("The autumn was short")
                .jsonPath("$.active.deadlines[1].decision.proposal")
                .isEqualTo(renewal.toString())
                .jsonPath("$.active.deadlines[1].decision.yes")
                .isEqualTo(2);
        assertThat(column(reader.alliance(), "SELECT at = '2028-01-01T00:00:00Z' FROM due"))
                .containsExactly("t");
    }

    private void ended(Someone reader, UUID purpose, UUID end, UUID goal) {
        assertThat(needed(reader.alliance(), "purpose")).isEmpty();
        assertThat(column(reader.alliance(), "SELECT subject FROM due")).isEmpty();
        get(reader, "/purpose")
                .expectBody()
                .jsonPath("$.active")
                .isEmpty()
                .jsonPath("$.closed[0].state")
                .isEqualTo("CLOSED")
                .jsonPath("$.closed[0].overdue")
                .isEqualTo(false)
                .jsonPath("$.closed[0].conclusion")
                .isEqualTo("The list is in use in every firm.")
                .jsonPath("$.closed[0].closedBy.proposal")
                .isEqualTo(end.toString())
                .jsonPath("$.closed[0].deadlines.length()")
                .isEqualTo(2);
        get(reader, "/goals").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        get(reader, "/goals?purpose=" + purpose)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(goal.toString())
                .jsonPath("$.items[0].over")
                .isEqualTo(true);
        refused(checkIn(reader, goal), 409, "purpose-closed");
        refused(put(reader, "/goals/" + id(), wish(reader)), 409, "purpose-not-ratified");
    }

    @Test
    void a_purpose_can_be_renewed_or_closed_before_its_deadline_too() {
        var alliance = alliance();
        var one = delegate(alliance);
        var purpose = ratified(one);
        adopted(ballot(one, "renewal", renewal(purpose, "2030-01-31")), one);
        assertThat(column(alliance, "SELECT at FROM due WHERE kind = 'purpose-deadline'"))
                .hasSize(1);
        adopted(ballot(one, "conclusion", conclusion(purpose)), one);
        assertThat(column(alliance, "SELECT subject FROM due")).isEmpty();
        assertThat(
                        column(
                                alliance,
                                "SELECT type FROM journal"
                                        + " WHERE type = 'purpose.deadline-reached.v1'"))
                .isEmpty();
    }

    @Test
    void what_is_not_to_be_renewed_or_closed_is_refused() {
        var alliance = alliance();
        var one = delegate(alliance);
        var draft = draft(one);
        for (var purpose : List.of(draft, id())) {
            var status = purpose.equals(draft) ? 409 : 422;
            var kind = purpose.equals(draft) ? "purpose-not-ratified" : "purpose-unknown";
            refused(propose(one, id(), "renewal", renewal(purpose, "2030-01-31")), status, kind);
            refused(propose(one, id(), "conclusion", conclusion(purpose)), status, kind);
        }
        adopted(ballot(one, draft), one);
        for (var deadline : List.of("2020-01-01", "2027-06-30")) {
            var answer = propose(one, id(), "renewal", renewal(draft, deadline));
            refused(answer, 422, "deadline-not-later");
        }
        var open = ballot(one, "conclusion", conclusion(draft));
        refused(
                propose(one, id(), "renewal", renewal(draft, "2030-01-31")),
                409,
                "purpose-already-proposed");
        adopted(open, one);
        refused(propose(one, id(), "renewal", renewal(draft, "2030-01-31")), 409, "purpose-closed");
        refused(propose(one, id(), "conclusion", conclusion(draft)), 409, "purpose-closed");
        for (var body : List.of(Map.<String, Object>of(), twoAtOnce(draft))) {
            var all = new java.util.HashMap<>(body);
            all.put("closesAt", now().plus(Duration.ofHours(1)).toString());
            refused(put(one, "/proposals/" + id(), all), 400, "not-readable");
        }
        for (var empty : List.of("reason", "deadline", "purpose")) {
            var body = new java.util.HashMap<>(renewal(draft, "2030-01-31"));
            body.remove(empty);
            refused(propose(one, id(), "renewal", body), 400, "not-readable");
        }
    }

    private static Map<String, Object> twoAtOnce(UUID purpose) {
        return Map.of("purpose", purpose, "conclusion", conclusion(purpose));
    }

    private void purposeIs(Someone reader, boolean overdue, String deadline) {
        get(reader, "/purpose")
                .expectBody()
                .jsonPath("$.active.state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.active.overdue")
                .isEqualTo(overdue)
                .jsonPath("$.active.deadline")
                .isEqualTo(deadline);
    }

    private void reached(UUID alliance, int times) {
        await(() ->
                assertThat(
                                column(
                                        alliance,
                                        "SELECT id FROM journal"
                                                + " WHERE type = 'purpose.deadline-reached.v1'"))
                        .hasSize(times));
    }

    private UUID draft(Someone by, String deadline) {
        var text = new java.util.HashMap<>(COMPLETE);
        text.put("deadline", deadline);
        var purpose = id();
        put(by, "/purpose/drafts/" + purpose, text).expectStatus().isCreated();
        return purpose;
    }

    private UUID goal(Someone owner) {
        var goal = id();
        put(owner, "/goals/" + goal, wish(owner)).expectStatus().isCreated();
        get(owner, "/goals/" + goal).expectBody().jsonPath("$.over").isEqualTo(false);
        checkIn(owner, goal).expectStatus().isCreated();
        return goal;
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec checkIn(
            Someone owner, UUID goal) {
        var value = Map.of("value", "3", "on", "2026-11-20");
        return put(owner, "/goals/" + goal + "/check-ins/" + id(), value);
    }

    private static Map<String, Object> wish(Someone owner) {
        return Map.of(
                "title", "A goal",
                "unit", "days",
                "baseline", "9",
                "target", "2",
                "due", "2027-05-31",
                "owner", owner.person());
    }
}
