package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results belong to the group (claim A26): what came of a decision is said, and looked at again.
 */
class OutcomeJourneyTest extends PurposeTest {

    private static final Map<String, Object> KEPT = Map.of("finding", "KEPT", "text", "Still so");

    @Test
    void an_outcome_is_stated_reviewed_on_its_day_and_gone_on_from() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var decided = decided(one, two);
        state(one, decided, day(30)).expectStatus().isOk();
        get(two, "/proposals/" + decided)
                .expectBody()
                .jsonPath("$.aftermath.outcome.statement")
                .isEqualTo(STATED)
                .jsonPath("$.aftermath.outcome.by")
                .isEqualTo(one.person().toString())
                .jsonPath("$.aftermath.outcome.organization")
                .isEqualTo(one.organization().toString())
                .jsonPath("$.aftermath.mayState")
                .isEqualTo(false)
                .jsonPath("$.aftermath.reviewOn")
                .isEqualTo(day(30))
                .jsonPath("$.aftermath.reviewDue")
                .isEqualTo(false);
        assertThat(needed(alliance, "review")).isEmpty();
        passDays(31);
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(one)));
        assertThat(toReview(two)).isEqualTo(1);
        var follow = follow(two, decided);
        review(
                        one,
                        decided,
                        id(),
                        Map.of("finding", "CHANGED", "text", "Outgrown", "followUp", follow))
                .expectStatus()
                .isCreated();
        assertThat(needed(alliance, "review")).isEmpty();
        assertThat(toReview(two)).isZero();
        linked(one, decided, follow);
        assertThat(
                        column(
                                alliance,
                                "SELECT (payload->>'finding') || ' ' || (payload->>'followUp')"
                                        + " FROM journal"
                                        + " WHERE type = 'purpose.decision-reviewed.v1'"))
                .containsExactly("CHANGED " + follow);
        assertThat(
                        column(
                                alliance,
                                "SELECT payload->>'follows' FROM journal WHERE id = '%s'"
                                        .formatted(follow)))
                .containsExactly(decided.toString());
        new JournaledFacts(this).fitTheirContracts(alliance, 10);
    }

    private void linked(Someone reader, UUID decided, UUID follow) {
        get(reader, "/proposals/" + decided)
                .expectBody()
                .jsonPath("$.aftermath.followedBy[0].id")
                .isEqualTo(follow.toString())
                .jsonPath("$.aftermath.followedBy[0].state")
                .isEqualTo("DIALOGUE")
                .jsonPath("$.aftermath.reviews[0].finding")
                .isEqualTo("CHANGED")
                .jsonPath("$.aftermath.reviews[0].text")
                .isEqualTo("Outgrown")
                .jsonPath("$.aftermath.reviews[0].followUp.id")
                .isEqualTo(follow.toString())
                .jsonPath("$.aftermath.reviewOn")
                .isEmpty();
        get(reader, "/proposals/" + follow)
                .expectBody()
                .jsonPath("$.aftermath.follows.id")
                .isEqualTo(decided.toString())
                .jsonPath("$.aftermath.follows.state")
                .isEqualTo("ADOPTED")
                .jsonPath("$.aftermath.outcome")
                .isEmpty();
    }

    @Test
    void what_is_kept_is_looked_at_once_more_and_what_has_ended_is_not() {
        var alliance = alliance();
        var one = delegate(alliance);
        var decided = decided(one);
        refused(review(one, decided, id(), KEPT), 409, "outcome-not-stated");
        state(one, decided, day(1)).expectStatus().isOk();
        passDays(2);
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(one)));
        var review = id();
        var next = Map.of("finding", "KEPT", "text", "Still so", "nextReviewOn", day(10));
        review(one, decided, review, next).expectStatus().isCreated();
        review(one, decided, review, next).expectStatus().isOk();
        refused(review(one, decided, review, KEPT), 409, "id-taken");
        assertThat(needed(alliance, "review")).isEmpty();
        passDays(11);
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(one)));
        review(one, decided, id(), Map.of("finding", "ENDED", "text", "It has done its work"))
                .expectStatus()
                .isCreated();
        refused(review(one, decided, id(), KEPT), 409, "decision-ended");
        refused(state(one, decided, STATED, day(9), "\"1\""), 409, "decision-ended");
        assertThat(column(alliance, "SELECT finding FROM review ORDER BY id"))
                .containsExactly("KEPT", "ENDED");
    }

    @Test
    void it_is_said_anew_from_the_version_that_was_read_and_a_moved_day_asks_nothing() {
        var alliance = alliance();
        var one = delegate(alliance);
        var decided = decided(one);
        var key = id();
        var path = "/proposals/" + decided + "/outcome";
        for (var i = 0; i < 2; i++) {
            send(HttpMethod.PUT, one, path, Map.of("statement", STATED), key, null)
                    .expectStatus()
                    .isOk();
        }
        refused(state(one, decided, null), 412, "changed-meanwhile");
        var more = STATED + " Soon all of them.";
        state(one, decided, more, day(1), "\"1\"").expectStatus().isOk();
        refused(state(one, decided, STATED, null, "\"1\""), 412, "changed-meanwhile");
        get(one, "/proposals/" + decided)
                .expectBody()
                .jsonPath("$.aftermath.outcome.version")
                .isEqualTo(2)
                .jsonPath("$.aftermath.outcome.statement")
                .isEqualTo(more)
                .jsonPath("$.aftermath.outcome.earlier[0].statement")
                .isEqualTo(STATED)
                .jsonPath("$.aftermath.mayState")
                .isEqualTo(true);
        passDays(2);
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(one)));
        state(one, decided, STATED, day(-1), "\"2\"").expectStatus().isOk();
        assertThat(needed(alliance, "review")).isEqualTo(persons(one));
        state(one, decided, STATED, day(5), "\"3\"").expectStatus().isOk();
        assertThat(needed(alliance, "review")).isEmpty();
        state(one, decided, STATED, null, "\"4\"").expectStatus().isOk();
        assertThat(column(alliance, "SELECT kind FROM due")).isEmpty();
    }

    @Test
    void when_who_proposed_it_leaves_the_delegates_of_that_firm_are_asked() {
        var alliance = alliance();
        var one = delegate(alliance);
        var colleague = delegate(alliance, one.organization());
        var two = delegate(alliance);
        var decided = decided(one, two);
        refused(state(colleague, decided, null), 403, "not-who-proposed");
        state(one, decided, day(1)).expectStatus().isOk();
        passDays(2);
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(one)));
        standing(one, "ENDED", false, 2);
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(colleague)));
        var late = delegate(alliance, one.organization());
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(colleague, late)));
        refused(review(two, decided, id(), KEPT), 403, "not-who-proposed");
        review(late, decided, id(), KEPT).expectStatus().isCreated();
        assertThat(needed(alliance, "review")).isEmpty();
    }

    @Test
    void when_that_firm_goes_on_as_another_one_its_delegates_are_asked() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var decided = leftBehind(one, two);
        var colleague = member(alliance, one.organization());
        merge(two.organization(), Map.of(colleague, 1L));
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(two)));
        review(two, decided, id(), KEPT).expectStatus().isCreated();
        assertThat(needed(alliance, "review")).isEmpty();
    }

    @Test
    void a_list_has_the_last_that_was_said_and_one_proposal_all_of_it() {
        var one = delegate(alliance());
        var decided = decided(one, delegate(one.alliance()));
        state(one, decided, null).expectStatus().isOk();
        state(one, decided, "In two thirds of all matters by now.", null, "\"1\"")
                .expectStatus()
                .isOk();
        review(one, decided, id(), KEPT).expectStatus().isCreated();
        get(one, "/proposals/" + decided)
                .expectBody()
                .jsonPath("$.aftermath.outcome.earlier.length()")
                .isEqualTo(1)
                .jsonPath("$.aftermath.reviews.length()")
                .isEqualTo(1);
        get(one, "/proposals")
                .expectBody()
                .jsonPath("$.items[0].aftermath.outcome.version")
                .isEqualTo(2)
                .jsonPath("$.items[0].aftermath.outcome.earlier")
                .isEmpty()
                .jsonPath("$.items[0].aftermath.reviews")
                .isEmpty();
    }

    @Test
    void a_firm_that_has_nobody_is_asked_when_it_has_somebody_again() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        leftBehind(one, two);
        assertThat(needed(alliance, "review")).isEmpty();
        var successor = delegate(alliance, one.organization());
        await(() -> assertThat(needed(alliance, "review")).isEqualTo(persons(successor)));
    }

    @Test
    void what_was_not_adopted_has_an_outcome_and_no_review() {
        var one = delegate(alliance());
        var rejected = ballot(one, draft(one));
        refused(state(one, rejected, null), 409, "not-decided");
        vote(one, rejected, "NO").expectStatus().isOk();
        closed(one, rejected, "REJECTED");
        refused(state(one, rejected, day(3)), 409, "nothing-to-review");
        refused(state(one, rejected, "Too short", null, null), 400, "not-readable");
        state(one, rejected, null).expectStatus().isOk();
        refused(review(one, rejected, id(), KEPT), 409, "nothing-to-review");
        refused(state(delegate(alliance()), rejected, null), 404, "not-found");
        refused(state(one, id(), null), 404, "not-found");
    }

    @Test
    void a_proposal_goes_on_from_what_is_over_in_the_same_alliance() {
        var elsewhere = delegate(alliance());
        var theirs = decided(elsewhere);
        var one = delegate(alliance());
        var open = ballot(one, draft(one));
        var draft = draft(one);
        refused(following(one, draft, open), 409, "followed-not-over");
        refused(following(one, draft, theirs), 422, "follows-unknown");
        refused(atOnce(one, theirs), 422, "follows-unknown");
        closed(one, open, "NO_QUORUM");
        following(one, draft, open).expectStatus().isCreated();
        atOnce(one, open)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.aftermath.follows.state")
                .isEqualTo("NO_QUORUM");
        passTime(Duration.ofMinutes(12));
        await(() ->
                assertThat(column(one.alliance(), "SELECT id FROM proposal WHERE state = 'OPEN'"))
                        .isEmpty());
        var decided = decided(one);
        state(one, decided, null).expectStatus().isOk();
        refused(
                review(
                        one,
                        decided,
                        id(),
                        Map.of("finding", "CHANGED", "text", "T", "followUp", theirs)),
                422,
                "follow-up-unknown");
        refused(
                review(
                        one,
                        decided,
                        id(),
                        Map.of("finding", "CHANGED", "text", "T", "followUp", decided)),
                422,
                "follow-up-unknown");
    }

    private ResponseSpec atOnce(Someone by, UUID followed) {
        var closesAt = now().plus(Duration.ofMinutes(11)).toString();
        var rules = rules("T", Map.of("quorumPerMillion", 3));
        return put(
                by,
                "/proposals/" + id(),
                Map.of("rules", rules, "follows", followed, "closesAt", closesAt));
    }

    private ResponseSpec following(Someone by, UUID draft, UUID followed) {
        return put(by, "/proposals/" + id(), Map.of("purpose", draft, "follows", followed));
    }

    private UUID follow(Someone by, UUID followed) {
        var proposal = id();
        put(by, "/proposals/" + proposal, Map.of("purpose", draft(by), "follows", followed))
                .expectStatus()
                .isCreated();
        return proposal;
    }

    /** What the one proposed, who has left the firm with nobody before the review of it was due. */
    private UUID leftBehind(Someone one, Someone two) {
        var decided = decided(one, two);
        state(one, decided, day(1)).expectStatus().isOk();
        standing(one, "ENDED", false, 2);
        sees(one, 404);
        passDays(2);
        await(() -> assertThat(toReview(two)).isEqualTo(1));
        return decided;
    }

    /** An adopted change of the rules that the first of these has proposed. */
    private UUID decided(Someone... delegates) {
        var proposal = ballot(delegates[0], "rules", rules("T", Map.of("quorumPerMillion", 1)));
        adopted(proposal, delegates);
        return proposal;
    }

    private String day(int fromToday) {
        return LocalDate.ofInstant(now(), ZoneId.of("Europe/Lisbon"))
                .plusDays(fromToday)
                .toString();
    }

    private void passDays(int days) {
        passTime(Duration.ofDays(days));
    }

    private int toReview(Someone reader) {
        var answer =
                get(reader, "/proposals?reviewDue=true")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult();
        return JsonMapper.shared()
                .readTree(String.valueOf(answer.getResponseBody()))
                .path("items")
                .size();
    }
}
