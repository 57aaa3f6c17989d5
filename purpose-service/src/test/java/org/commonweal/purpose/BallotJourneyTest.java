package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** From the first draft to a goal that was checked, over HTTP, with every value another. */
class BallotJourneyTest extends PurposeTest {

    @Test
    void a_purpose_is_drafted_voted_on_and_followed_by_a_goal() {
        var alliance = alliance();
        var sponsor = delegate(alliance);
        var firm = delegate(alliance);
        var quiet = delegate(alliance);
        var author = member(alliance, firm.organization());

        var purpose = drafted(author);
        var proposal = proposed(author, purpose, List.of(sponsor, firm, quiet));
        voted(proposal, sponsor, firm, author);
        closed(author, proposal, "ADOPTED");
        ratified(author, purpose, proposal);
        goal(author, firm, purpose);
        new JournaledFacts(this).fitTheirContracts(alliance, 10);
    }

    private UUID drafted(Someone author) {
        var purpose = id();
        put(author, "/purpose/drafts/" + purpose, Map.of("title", "A list"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT")
                .jsonPath("$.draftedBy")
                .isEqualTo(author.person().toString())
                .jsonPath("$.output")
                .isEmpty();
        send(HttpMethod.PATCH, author, "/purpose/drafts/" + purpose, COMPLETE, id(), "\"1\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.title")
                .isEqualTo("One due diligence list")
                .jsonPath("$.statement")
                .isEqualTo("We ask our clients the same questions once, not nineteen times.")
                .jsonPath("$.output")
                .isEqualTo("A list that every firm accepts")
                .jsonPath("$.measure")
                .isEqualTo("Share of matters that use it")
                .jsonPath("$.deadline")
                .isEqualTo("2027-06-30")
                .jsonPath("$.goal")
                .isEqualTo("Use it in half of all matters");
        return purpose;
    }

    private UUID proposed(Someone author, UUID purpose, List<Someone> delegates) {
        var proposal = id();
        put(author, "/proposals/" + proposal, proposal(purpose, Duration.ofMinutes(11)))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("OPEN")
                .jsonPath("$.kind")
                .isEqualTo("RATIFY_PURPOSE")
                .jsonPath("$.purpose")
                .isEqualTo(purpose.toString())
                .jsonPath("$.title")
                .isEqualTo("One due diligence list")
                .jsonPath("$.text.measure")
                .isEqualTo("Share of matters that use it")
                .jsonPath("$.text.goal")
                .isEqualTo("Use it in half of all matters")
                .jsonPath("$.rulebookVersion")
                .isEqualTo(1)
                .jsonPath("$.rule.quorumPerMillion")
                .isEqualTo(500_000)
                .jsonPath("$.rule.thresholdPerMillion")
                .isEqualTo(666_666)
                .jsonPath("$.standingsAsOf")
                .isNotEmpty()
                .jsonPath("$.electorate.length()")
                .isEqualTo(3)
                .jsonPath("$.mine.mayVote")
                .isEqualTo(false)
                .jsonPath("$.mine.why")
                .isEqualTo("NOT_A_DELEGATE");
        assertThat(
                        column(
                                author.alliance(),
                                "SELECT payload->>'person' FROM journal"
                                        + " WHERE type = 'purpose.need-opened.v1'"))
                .containsExactlyInAnyOrderElementsOf(
                        delegates.stream().map(one -> one.person().toString()).toList());
        return proposal;
    }

    private void voted(UUID proposal, Someone sponsor, Someone firm, Someone author) {
        vote(sponsor, proposal, "NO").expectStatus().isOk();
        vote(sponsor, proposal, "ABSTAIN").expectStatus().isOk();
        vote(firm, proposal, "YES")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.choice")
                .isEqualTo("YES");
        get(firm, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.choice")
                .isEqualTo("YES")
                .jsonPath("$.mine.mayVote")
                .isEqualTo(true)
                .jsonPath("$.count.yes")
                .isEqualTo(1)
                .jsonPath("$.count.no")
                .isEqualTo(0)
                .jsonPath("$.count.abstain")
                .isEqualTo(1)
                .jsonPath(
                        "$.electorate[?(@.organization == '%s')].by"
                                .formatted(sponsor.organization()))
                .isEqualTo(sponsor.person().toString());
        assertThat(
                        column(
                                author.alliance(),
                                "SELECT payload->>'person' FROM journal"
                                        + " WHERE type = 'purpose.need-closed.v1'"))
                .containsExactlyInAnyOrder(sponsor.person().toString(), firm.person().toString());
        assertThat(column(author.alliance(), "SELECT choice FROM vote ORDER BY cast_at"))
                .containsExactly("NO", "ABSTAIN", "YES");
    }

    private void ratified(Someone author, UUID purpose, UUID proposal) {
        get(author, "/purpose")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.active.id")
                .isEqualTo(purpose.toString())
                .jsonPath("$.active.state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.active.ratifiedAt")
                .isNotEmpty()
                .jsonPath("$.active.ratifiedBy.proposal")
                .isEqualTo(proposal.toString())
                .jsonPath("$.active.ratifiedBy.yes")
                .isEqualTo(1)
                .jsonPath("$.active.ratifiedBy.no")
                .isEqualTo(0)
                .jsonPath("$.active.ratifiedBy.abstain")
                .isEqualTo(1)
                .jsonPath("$.active.ratifiedBy.electorate")
                .isEqualTo(3)
                .jsonPath("$.drafts.length()")
                .isEqualTo(0);
        get(author, "/proposals")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].state")
                .isEqualTo("ADOPTED")
                .jsonPath("$.next")
                .isEmpty();
        assertThat(column(author.alliance(), "SELECT id FROM need WHERE open")).isEmpty();
        assertThat(column(author.alliance(), "SELECT kind FROM due"))
                .containsExactly("purpose-deadline");
    }

    private void goal(Someone author, Someone owner, UUID purpose) {
        var goal = id();
        var wish =
                Map.of(
                        "title", "Matters on the common list",
                        "unit", "percent",
                        "baseline", "4.50",
                        "target", "50",
                        "stretch", "66.125",
                        "due", "2027-05-31",
                        "owner", owner.person());
        put(author, "/goals/" + goal, wish)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.purpose")
                .isEqualTo(purpose.toString())
                .jsonPath("$.baseline")
                .isEqualTo("4.50")
                .jsonPath("$.target")
                .isEqualTo("50")
                .jsonPath("$.stretch")
                .isEqualTo("66.125")
                .jsonPath("$.owner")
                .isEqualTo(owner.person().toString())
                .jsonPath("$.current")
                .isEmpty();
        put(author, "/goals/" + goal, wish).expectStatus().isOk();
        checkIn(owner, goal, "17.25", "2026-11-20").expectStatus().isCreated();
        checkIn(owner, goal, "12", "2026-11-18").expectStatus().isCreated();
        refused(checkIn(author, goal, "99", "2026-11-21"), 403, "not-the-owner");
        refused(checkIn(owner, goal, "99", "2099-11-21"), 422, "check-in-in-the-future");
        get(author, "/goals/" + goal)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Matters on the common list")
                .jsonPath("$.unit")
                .isEqualTo("percent")
                .jsonPath("$.due")
                .isEqualTo("2027-05-31")
                .jsonPath("$.current")
                .isEqualTo("17.25")
                .jsonPath("$.checkIns[0].value")
                .isEqualTo("12")
                .jsonPath("$.checkIns[1].note")
                .isEqualTo("Counted on 2026-11-20")
                .jsonPath("$.checkIns[1].by")
                .isEqualTo(owner.person().toString());
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec checkIn(
            Someone by, UUID goal, String value, String on) {
        return put(
                by,
                "/goals/" + goal + "/check-ins/" + id(),
                Map.of("value", value, "on", on, "note", "Counted on " + on));
    }
}
