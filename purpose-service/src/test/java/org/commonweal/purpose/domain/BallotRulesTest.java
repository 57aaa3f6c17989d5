package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.purpose.domain.Casting.Refusal;
import org.commonweal.purpose.domain.Casting.Voter;
import org.commonweal.purpose.domain.Opening.Obstacle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BallotRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final LocalDate DEADLINE = LocalDate.parse("2027-06-30");
    private static final Charter CHARTER =
            new Charter(
                    new Rule(500_000, 666_666), Duration.ofDays(3), ZoneId.of("Pacific/Auckland"));
    private static final OrganizationId SPONSOR = new OrganizationId(new UUID(7, 1));
    private static final OrganizationId FIRM = new OrganizationId(new UUID(7, 2));

    @Test
    void a_complete_draft_opens_over_each_organization_once() {
        var opening = open(text("An output", "A measure", DEADLINE, "A goal"), LATER);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        var ballot = ((Opening.Opened) opening).ballot();
        assertThat(ballot.electorate().organizations()).containsExactly(SPONSOR, FIRM);
        assertThat(ballot.rule()).isEqualTo(CHARTER.rule());
        assertThat(ballot.opensAt()).isEqualTo(NOW);
        assertThat(ballot.closesAt()).isEqualTo(LATER);
    }

    @Test
    void each_missing_part_is_named() {
        assertThat(open(text(null, " ", null, ""), LATER))
                .isEqualTo(
                        new Opening.Incomplete(
                                java.util.Set.of(
                                        Part.OUTPUT, Part.MEASURE, Part.DEADLINE, Part.GOAL)));
        assertThat(open(text("An output", null, DEADLINE, "A goal"), LATER))
                .isEqualTo(new Opening.Incomplete(java.util.Set.of(Part.MEASURE)));
    }

    @Test
    void a_deadline_that_is_over_at_the_close_in_the_alliances_zone_is_missing() {
        var closeThere = LocalDate.ofInstant(LATER, CHARTER.zone());
        assertThat(open(text("An output", "A measure", closeThere, "A goal"), LATER))
                .isEqualTo(new Opening.Incomplete(java.util.Set.of(Part.DEADLINE)));
        assertThat(open(text("An output", "A measure", closeThere.plusDays(1), "A goal"), LATER))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void a_ballot_is_as_long_as_the_charter_says_at_least() {
        var text = text("An output", "A measure", DEADLINE, "A goal");
        assertThat(open(text, NOW.plus(Duration.ofDays(3)))).isInstanceOf(Opening.Opened.class);
        assertThat(open(text, NOW.plus(Duration.ofDays(3)).minusMillis(1)))
                .isEqualTo(new Opening.TooShort(Duration.ofDays(3)));
        assertThat(open(text, NOW.plus(Opening.LONGEST).plusMillis(1)))
                .isEqualTo(new Opening.TooLong());
    }

    @Test
    void one_purpose_at_a_time() {
        var draft =
                new Purpose.Draft(
                        new PurposeId(new UUID(1, 1)),
                        1,
                        text("An output", "A measure", DEADLINE, "A goal"));
        assertThat(open(draft, Obstacle.ACTIVE_PURPOSE)).isEqualTo(new Opening.AlreadyActive());
        assertThat(open(draft, Obstacle.OPEN_BALLOT)).isEqualTo(new Opening.AlreadyProposed());
        assertThat(open(new Purpose.Active(draft.id(), 2, draft.text()), Obstacle.NONE))
                .isEqualTo(new Opening.AlreadyActive());
        assertThat(open(new Purpose.Proposed(draft.id(), 2, draft.text()), Obstacle.NONE))
                .isEqualTo(new Opening.AlreadyProposed());
        assertThat(open(new Purpose.Closed(draft.id(), 2, draft.text()), Obstacle.NONE))
                .isEqualTo(new Opening.PurposeClosed());
    }

    @Test
    void a_delegate_of_an_elector_votes_until_the_close() {
        var voter = new Voter(true, true);
        assertThat(Casting.decide(voter, LATER, LATER.minusMillis(1), Choice.NO))
                .isEqualTo(new Casting.Cast(Choice.NO));
        assertThat(Casting.obstacle(voter, LATER, LATER)).contains(Refusal.BALLOT_CLOSED);
        assertThat(Casting.obstacle(new Voter(false, true), LATER, NOW))
                .contains(Refusal.NOT_A_DELEGATE);
        assertThat(Casting.obstacle(new Voter(true, false), LATER, NOW))
                .contains(Refusal.NOT_IN_ELECTORATE);
        assertThat(Casting.obstacle(voter, LATER, NOW)).isEqualTo(Optional.empty());
    }

    @Test
    void only_an_adopted_ballot_makes_a_purpose_active() {
        var text = text("An output", "A measure", DEADLINE, "A goal");
        var proposed = new Purpose.Proposed(new PurposeId(new UUID(1, 1)), 4, text);
        var rule = CHARTER.rule();
        assertThat(Closing.decide(proposed, rule, List.of(Choice.YES, Choice.YES), 3).purpose())
                .isEqualTo(new Purpose.Active(proposed.id(), 5, text));
        assertThat(Closing.decide(proposed, rule, List.of(Choice.YES, Choice.NO), 3).purpose())
                .isEqualTo(new Purpose.Draft(proposed.id(), 5, text));
        assertThat(Closing.decide(proposed, rule, List.of(Choice.YES), 3))
                .isEqualTo(
                        new Closing(
                                new Tally(1, 0, 0, 3),
                                Outcome.NO_QUORUM,
                                new Purpose.Draft(proposed.id(), 5, text)));
    }

    private static Opening open(PurposeText text, Instant closesAt) {
        return Opening.decide(
                new ProposalId(new UUID(2, 2)),
                new Purpose.Draft(new PurposeId(new UUID(1, 1)), 1, text),
                Obstacle.NONE,
                CHARTER,
                electorate(),
                closesAt,
                NOW);
    }

    private static Opening open(Purpose purpose, Obstacle obstacle) {
        return Opening.decide(
                new ProposalId(new UUID(2, 2)),
                purpose,
                obstacle,
                CHARTER,
                electorate(),
                LATER,
                NOW);
    }

    /** The sponsor has two delegates and one vote, as any firm. */
    private static Electorate electorate() {
        return new Electorate(
                List.of(
                        new Delegate(new PersonId(new UUID(3, 1)), SPONSOR),
                        new Delegate(new PersonId(new UUID(3, 2)), SPONSOR),
                        new Delegate(new PersonId(new UUID(3, 3)), FIRM)),
                NOW);
    }

    private static PurposeText text(
            @Nullable String output,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String goal) {
        return new PurposeText("A title", null, output, measure, deadline, goal);
    }
}
