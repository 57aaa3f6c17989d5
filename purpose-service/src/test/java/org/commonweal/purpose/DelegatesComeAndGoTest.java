package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;

/** The firms of an electorate are frozen; whom of them a ballot asks for the vote is not. */
class DelegatesComeAndGoTest extends PurposeTest {

    private static final long SEED = 20_261_126;
    private static final int STEPS = 30;

    @Test
    void who_becomes_a_delegate_is_asked_for_the_vote_of_a_firm_that_has_none_cast() {
        var alliance = alliance();
        var voted = delegate(alliance);
        var silent = delegate(alliance);
        var proposal = ballot(silent, draft(silent));
        vote(voted, proposal, "YES").expectStatus().isOk();
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(silent));

        var ofSilent = delegate(alliance, silent.organization());
        var ofVoted = delegate(alliance, voted.organization());
        var ofOther = delegate(alliance);
        needs(alliance, silent, ofSilent);
        var member = member(alliance, silent.organization());
        standing(member, "ACTIVE", true, 2);
        needs(alliance, silent, ofSilent, member);
        get(ofSilent, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.mayVote")
                .isEqualTo(true)
                .jsonPath("$.electorate.length()")
                .isEqualTo(2);
        assertThat(persons(ofVoted, ofOther)).doesNotContainAnyElementsOf(openNeeds(alliance));

        vote(member, proposal, "NO").expectStatus().isOk();
        needs(alliance);
        assertThat(
                        column(
                                alliance,
                                "SELECT subject FROM journal"
                                        + " WHERE type = 'purpose.need-closed.v1'"))
                .doesNotHaveDuplicates()
                .hasSize(4);
        closed(silent, proposal, "REJECTED");
    }

    @Test
    void who_is_no_delegate_any_more_is_not_asked_any_more() {
        var alliance = alliance();
        var stays = delegate(alliance);
        var leaves = delegate(alliance, stays.organization());
        var stepsBack = delegate(alliance);
        var moves = delegate(alliance);
        ballot(stays, draft(stays));
        needs(alliance, stays, leaves, stepsBack, moves);
        standing(leaves, "ENDED", false, 2);
        standing(stepsBack, "ACTIVE", false, 2);
        needs(alliance, stays, moves);
        var elsewhere =
                new Someone(alliance, moves.person(), stays.organization(), moves.subject());
        standing(elsewhere, "ACTIVE", true, 2);
        await(() ->
                assertThat(
                                column(
                                        alliance,
                                        "SELECT organization_id FROM need WHERE open"
                                                + " AND person_id = '%s'"
                                                        .formatted(moves.person())))
                        .containsExactly(stays.organization().toString()));
        needs(alliance, stays, moves);
    }

    @Test
    void who_becomes_a_delegate_after_the_deadline_is_asked_for_a_decision() {
        var alliance = alliance();
        var one = delegate(alliance);
        ratified(one);
        until(Instant.parse("2027-07-01T00:00:00Z"));
        await(() -> assertThat(needed(alliance, "purpose")).isEqualTo(persons(one)));
        var late = delegate(alliance);
        await(() -> assertThat(needed(alliance, "purpose")).isEqualTo(persons(one, late)));
        standing(one, "ENDED", false, 2);
        await(() -> assertThat(needed(alliance, "purpose")).isEqualTo(persons(late)));
    }

    /** As when the copies of what others say are emptied and built anew from their journals. */
    @Test
    void standings_that_are_told_again_ask_nothing_again() throws SQLException {
        var alliance = alliance();
        var firm = delegate(alliance);
        var partner = member(alliance, firm.organization());
        ballot(firm, draft(firm));
        standing(partner, "ACTIVE", true, 2);
        needs(alliance, firm, partner);
        standing(firm, "ACTIVE", false, 2);
        needs(alliance, partner);
        var facts = column(alliance, "SELECT id FROM journal ORDER BY id");
        emptied(alliance);
        sees(firm, 404);

        found(alliance, 500_000, 666_666, "PT10M");
        for (var version = 1; version <= 2; version++) {
            standing(firm, "ACTIVE", version == 1, version);
            standing(partner, "ACTIVE", version == 2, version);
        }
        await(() ->
                assertThat(column(alliance, "SELECT person_id FROM standing WHERE version = 2"))
                        .hasSize(2));
        // The next ones of the same topic are only told after all of these.
        var last = delegate(alliance);
        assertThat(openNeeds(alliance)).isEqualTo(persons(partner));
        assertThat(column(alliance, "SELECT id FROM journal ORDER BY id")).isEqualTo(facts);
        assertThat(column(alliance, "SELECT version FROM rulebook")).containsExactly("1");
        get(last, "/rulebook").expectStatus().isOk();
    }

    /** As only the owner can. */
    private void emptied(UUID alliance) throws SQLException {
        try (var connection =
                        CommonwealDatabase.superuser(TestServers.postgres(), database.name());
                var statement = connection.createStatement()) {
            for (var copy : List.of("standing", "inbox", "alliance")) {
                statement.execute(
                        "DELETE FROM purpose.%s WHERE alliance_id = '%s'"
                                .formatted(copy, alliance));
            }
        }
    }

    /** However standings, votes and the opening fall together, in the end the right are asked. */
    @Test
    void whatever_happens_at_once_in_the_end_exactly_those_are_asked_whose_firm_has_not_voted() {
        var chance = new Random(SEED);
        var alliance = alliance();
        var people = new ArrayList<Someone>();
        for (var i = 0; i < 4; i++) {
            var firm = delegate(alliance);
            people.add(firm);
            people.add(member(alliance, firm.organization()));
        }
        var first = people.getFirst();
        var draft = draft(first);
        var versions = new long[people.size()];
        var proposal = new UUID[1];
        for (var step = 0; step < STEPS; step++) {
            var which = chance.nextInt(people.size());
            versions[which] += 1;
            var delegate = which == 0 || chance.nextBoolean();
            standing(people.get(which), "ACTIVE", delegate, 1 + versions[which]);
            if (step == 5) {
                proposal[0] = ballotAmidChange(first, draft);
            }
            if (step > 5 && step % 8 == 0) {
                vote(people.get(chance.nextInt(people.size())), proposal[0], "ABSTAIN");
            }
        }
        bus.flush();
        var last = delegate(alliance);
        assertThat(last.person()).isNotNull();
        await(() -> assertThat(openNeeds(alliance)).isEqualTo(shouldBeAsked(alliance)));
        assertThat(needed(alliance, "proposal")).isEqualTo(openNeeds(alliance));
    }

    /** Who opens it while standings change is told to repeat, and does. */
    private UUID ballotAmidChange(Someone by, UUID purpose) {
        var proposal = id();
        var body = proposal(purpose, Duration.ofMinutes(11));
        await(() -> put(by, "/proposals/" + proposal, body).expectStatus().isCreated());
        return proposal;
    }

    private List<String> shouldBeAsked(UUID alliance) {
        return column(
                alliance,
                """
                SELECT s.person_id FROM standing s JOIN elector e
                ON e.organization_id = s.organization_id AND e.choice IS NULL
                WHERE s.delegate AND s.state = 'ACTIVE' ORDER BY 1\
                """);
    }

    private List<String> openNeeds(UUID alliance) {
        return column(alliance, "SELECT person_id FROM need WHERE open ORDER BY 1");
    }

    private void needs(UUID alliance, Someone... people) {
        await(() -> assertThat(openNeeds(alliance)).isEqualTo(persons(people)));
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(people));
    }
}
