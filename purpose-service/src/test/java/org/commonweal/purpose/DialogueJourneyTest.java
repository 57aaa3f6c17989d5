package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.Test;

/** What is proposed is talked about before it is voted on, as the rulebook asks for (claim B11). */
class DialogueJourneyTest extends PurposeTest {

    @Test
    void a_proposal_is_talked_about_and_then_voted_on() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var proposal = dialogue(member(alliance, one.organization()), draft(one));
        get(two, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DIALOGUE")
                .jsonPath("$.mine.why")
                .isEqualTo("BALLOT_NOT_OPEN")
                .jsonPath("$.electors")
                .isEqualTo(0)
                .jsonPath("$.closesAt")
                .isEmpty()
                .jsonPath("$.dialogue.staleAt")
                .isNotEmpty();
        refused(vote(two, proposal, "YES"), 409, "ballot-not-open");
        openBallot(two, proposal).expectStatus().isOk();
        refused(openBallot(two, proposal), 409, "not-in-dialogue");
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(one, two));
        adopted(proposal, one, two);
        assertThat(column(alliance, "SELECT state FROM purpose")).containsExactly("ACTIVE");
        assertThat(column(alliance, "SELECT kind FROM due")).containsExactly("purpose-deadline");
        new JournaledFacts(this).fitTheirContracts(alliance, 9);
    }

    @Test
    void no_ballot_opens_before_the_window_is_over_and_enough_firms_were_heard() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var heard = rule(Matter.PURPOSE, Map.of("dialogueMinimum", "PT1H", "voicesMinimum", 3));
        adopted(ballot(one, "rules", heard), one, two);
        var draft = draft(one);
        refused(
                put(one, "/proposals/" + id(), proposal(draft, Duration.ofMinutes(11))),
                409,
                "dialogue-first");
        var proposal = dialogue(one, draft);
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.rulebookVersion")
                .isEqualTo(2)
                // of the three that the rulebook asks for: there are no more
                .jsonPath("$.dialogue.voicesNeeded")
                .isEqualTo(2)
                .jsonPath("$.dialogue.voices")
                .isEqualTo(0);
        refused(openBallot(one, proposal), 409, "dialogue-too-short");
        passTime(Duration.ofHours(1));
        refused(openBallot(one, proposal), 409, "voices-missing");
        assertThat(column(alliance, "SELECT state FROM proposal WHERE id = '" + proposal + "'"))
                .containsExactly("DIALOGUE");
    }

    @Test
    void a_dialogue_that_comes_to_no_ballot_is_over() {
        var alliance = alliance();
        var one = delegate(alliance);
        var draft = draft(one);
        var proposal = dialogue(one, draft);
        passTime(Duration.ofDays(90));
        await(() ->
                get(one, "/proposals/" + proposal)
                        .expectBody()
                        .jsonPath("$.state")
                        .isEqualTo("EXPIRED"));
        refused(openBallot(one, proposal), 409, "not-in-dialogue");
        assertThat(column(alliance, "SELECT state FROM purpose")).containsExactly("DRAFT");
        ballot(one, draft);
        new JournaledFacts(this).fitTheirContracts(alliance, 6);
    }

    @Test
    void a_dialogue_takes_the_rulebook_that_is_in_force_when_its_ballot_opens() {
        var alliance = alliance();
        var one = delegate(alliance);
        var proposal = dialogue(one, draft(one));
        adopted(ballot(one, "rules", rule(Matter.PURPOSE, Map.of("body", "PERSONS"))), one);
        openBallot(one, proposal).expectStatus().isOk();
        get(one, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.rulebookVersion")
                .isEqualTo(2)
                .jsonPath("$.rule.body")
                .isEqualTo("PERSONS")
                .jsonPath("$.electorate[0].person")
                .isEqualTo(one.person().toString());
    }

    @Test
    void what_is_not_seen_is_not_put_to_the_vote() {
        var one = delegate(alliance());
        var elsewhere = delegate(alliance());
        var proposal = dialogue(one, draft(one));
        refused(openBallot(elsewhere, proposal), 404, "not-found");
        refused(openBallot(one, UUID.randomUUID()), 404, "not-found");
    }
}
