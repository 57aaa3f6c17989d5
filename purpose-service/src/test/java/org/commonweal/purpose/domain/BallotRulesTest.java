package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.ACTIVE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_CHARTER;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.PROPOSED_PURPOSE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.purpose.domain.Casting.Refusal;
import org.commonweal.purpose.domain.Casting.Voter;
import org.commonweal.purpose.domain.Circumstances.Obstacle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BallotRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final LocalDate DEADLINE = LocalDate.parse("2027-06-30");
    private static final Terms TERMS = new Terms(new Rule(500_000, 666_666), Duration.ofDays(3));
    private static final Charter CHARTER = new Charter(4, TERMS);
    private static final Days DAYS = new Days(ZoneId.of("Pacific/Auckland"));
    private static final PurposeId PURPOSE = new PurposeId(new UUID(1, 1));
    private static final ProposalId BALLOT = new ProposalId(new UUID(2, 2));
    private static final OrganizationId SPONSOR = new OrganizationId(new UUID(7, 1));
    private static final OrganizationId FIRM = new OrganizationId(new UUID(7, 2));

    @Test
    void a_complete_draft_opens_over_each_organization_once() {
        var opening = open(text("An output", "A measure", DEADLINE, "A goal"), LATER);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        var ballot = ((Opening.Opened) opening).ballot();
        assertThat(ballot.electorate().organizations()).containsExactly(SPONSOR, FIRM);
        assertThat(ballot.charter()).isEqualTo(CHARTER);
        assertThat(ballot.opensAt()).isEqualTo(NOW);
        assertThat(ballot.closesAt()).isEqualTo(LATER);
    }

    @Test
    void each_missing_part_is_named() {
        assertThat(open(text(null, " ", null, ""), LATER))
                .isEqualTo(
                        new Opening.Incomplete(
                                Set.of(Part.OUTPUT, Part.MEASURE, Part.DEADLINE, Part.GOAL)));
        assertThat(open(text("An output", null, DEADLINE, "A goal"), LATER))
                .isEqualTo(new Opening.Incomplete(Set.of(Part.MEASURE)));
    }

    @Test
    void a_deadline_that_is_over_at_the_close_in_the_alliances_zone_is_missing() {
        var closeThere = DAYS.dayOf(LATER);
        assertThat(open(text("An output", "A measure", closeThere, "A goal"), LATER))
                .isEqualTo(new Opening.Incomplete(Set.of(Part.DEADLINE)));
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
        var draft = draft(complete());
        assertThat(ratify(draft, ACTIVE_PURPOSE)).isEqualTo(new Opening.AlreadyActive());
        assertThat(ratify(draft, PROPOSED_PURPOSE)).isEqualTo(new Opening.AlreadyProposed());
        assertThat(ratify(new Purpose.Active(draft.id(), 2, draft.text())))
                .isEqualTo(new Opening.AlreadyActive());
        assertThat(ratify(new Purpose.Proposed(draft.id(), 2, draft.text())))
                .isEqualTo(new Opening.AlreadyProposed());
        assertThat(ratify(new Purpose.Closed(draft.id(), 2, draft.text())))
                .isEqualTo(new Opening.PurposeClosed());
    }

    @Test
    void only_the_active_purpose_is_renewed_or_closed_and_by_one_ballot_at_a_time() {
        var draft = draft(complete());
        var active = new Purpose.Active(draft.id(), 2, draft.text());
        for (var wish : List.of(renewal(DEADLINE.plusDays(1)), closing())) {
            assertThat(open(wish, active, Set.of(ACTIVE_PURPOSE)))
                    .isInstanceOf(Opening.Opened.class);
            assertThat(open(wish, active, Set.of(ACTIVE_PURPOSE, BALLOT_ON_THE_CHARTER)))
                    .isInstanceOf(Opening.Opened.class);
            assertThat(open(wish, active, Set.of(ACTIVE_PURPOSE, BALLOT_ON_THE_PURPOSE)))
                    .isEqualTo(new Opening.AlreadyProposed());
            assertThat(open(wish, draft, Set.of())).isEqualTo(new Opening.NotRatified());
            assertThat(open(wish, new Purpose.Proposed(draft.id(), 2, draft.text()), Set.of()))
                    .isEqualTo(new Opening.NotRatified());
            assertThat(open(wish, new Purpose.Closed(draft.id(), 2, draft.text()), Set.of()))
                    .isEqualTo(new Opening.PurposeClosed());
            assertThat(Opening.decide(BALLOT, wish, known(Optional.empty(), Set.of()), LATER))
                    .isEqualTo(new Opening.PurposeUnknown());
        }
    }

    @Test
    void a_renewal_gives_more_time_beyond_its_own_ballot() {
        var past = DAYS.dayOf(NOW).minusDays(20);
        var overdue =
                new Purpose.Active(PURPOSE, 2, text("An output", "A measure", past, "A goal"));
        var close = DAYS.dayOf(LATER);
        assertThat(open(renewal(close), overdue, Set.of()))
                .isEqualTo(new Opening.DeadlineNotLater(past));
        assertThat(open(renewal(close.plusDays(1)), overdue, Set.of()))
                .isInstanceOf(Opening.Opened.class);
        var active = new Purpose.Active(PURPOSE, 2, complete());
        assertThat(open(renewal(DEADLINE), active, Set.of()))
                .isEqualTo(new Opening.DeadlineNotLater(DEADLINE));
    }

    @Test
    void a_change_of_the_charter_changes_something_and_waits_for_the_one_before() {
        assertThat(change(null, 750_000, null))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened ->
                                assertThat(opened.ballot().motion())
                                        .isEqualTo(
                                                new Motion.ChangeCharter(
                                                        CHARTER,
                                                        "Other rules",
                                                        new Terms(
                                                                new Rule(500_000, 750_000),
                                                                Duration.ofDays(3)),
                                                        "Because")));
        assertThat(change(500_000, null, null)).isEqualTo(new Opening.CharterUnchanged());
        assertThat(change(null, null, null)).isEqualTo(new Opening.CharterUnchanged());
        assertThat(change(null, null, Duration.ofDays(30))).isInstanceOf(Opening.Opened.class);
        assertThat(change(null, null, Duration.ofDays(30).plusSeconds(1)))
                .isEqualTo(new Opening.MinimumOutOfRange());
        assertThat(change(null, null, Duration.ZERO)).isEqualTo(new Opening.MinimumOutOfRange());
        assertThat(change(Set.of(BALLOT_ON_THE_CHARTER), 400_000, null, null))
                .isEqualTo(new Opening.CharterAlreadyProposed());
        assertThat(change(Set.of(ACTIVE_PURPOSE, BALLOT_ON_THE_PURPOSE), 400_000, null, null))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void nobody_decides_anything_without_a_delegate() {
        var none = new Electorate(List.of(), NOW);
        var alone = new Circumstances(Optional.empty(), Set.of(), CHARTER, DAYS, none, NOW);
        var wish = new Wish.ChangeCharter("Other rules", 400_000, null, null, "Because");
        assertThat(Opening.decide(BALLOT, wish, alone, LATER))
                .isEqualTo(new Opening.NobodyMayVote());
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
        var text = complete();
        var proposed = new Purpose.Proposed(PURPOSE, 4, text);
        assertThat(yes(new Motion.RatifyPurpose(proposed)))
                .isEqualTo(new Effect.Ratified(new Purpose.Active(PURPOSE, 5, text)));
        assertThat(no(new Motion.RatifyPurpose(proposed)))
                .isEqualTo(new Effect.Returned(new Purpose.Draft(PURPOSE, 5, text)));
        assertThat(
                        Closing.decide(
                                new Motion.RatifyPurpose(proposed),
                                TERMS.rule(),
                                List.of(Choice.YES),
                                3))
                .isEqualTo(
                        new Closing(
                                new Tally(1, 0, 0, 3),
                                Outcome.NO_QUORUM,
                                new Effect.Returned(new Purpose.Draft(PURPOSE, 5, text))));
    }

    @Test
    void only_an_adopted_ballot_renews_or_closes_a_purpose() {
        var active = new Purpose.Active(PURPOSE, 4, complete());
        var later = DEADLINE.plusDays(90);
        var renewal = new Motion.RenewPurpose(active, DEADLINE, later, "We need the spring");
        assertThat(yes(renewal))
                .isEqualTo(
                        new Effect.Renewed(
                                new Purpose.Active(
                                        PURPOSE,
                                        5,
                                        text("An output", "A measure", later, "A goal")),
                                DEADLINE,
                                later));
        assertThat(no(renewal)).isEqualTo(new Effect.Nothing());
        var closing = new Motion.ClosePurpose(active, "It is there");
        assertThat(yes(closing))
                .isEqualTo(
                        new Effect.Closed(
                                new Purpose.Closed(PURPOSE, 5, active.text()), "It is there"));
        assertThat(no(closing)).isEqualTo(new Effect.Nothing());
    }

    @Test
    void only_an_adopted_ballot_changes_the_charter_and_makes_a_version_of_it() {
        var terms = new Terms(new Rule(300_000, 500_001), Duration.ofDays(2));
        var change = new Motion.ChangeCharter(CHARTER, "Other rules", terms, "Because");
        assertThat(yes(change)).isEqualTo(new Effect.CharterChanged(new Charter(5, terms)));
        assertThat(no(change)).isEqualTo(new Effect.Nothing());
    }

    @Test
    void a_deadline_has_passed_when_its_day_is_over_where_the_alliance_is() {
        assertThat(DAYS.endOf(LocalDate.parse("2027-06-30")))
                .isEqualTo(Instant.parse("2027-06-30T12:00:00Z"));
        assertThat(new Days(ZoneId.of("Europe/Lisbon")).endOf(LocalDate.parse("2027-03-27")))
                .isEqualTo(Instant.parse("2027-03-28T00:00:00Z"));
    }

    private static Effect yes(Motion motion) {
        return Closing.decide(motion, TERMS.rule(), List.of(Choice.YES, Choice.YES), 3).effect();
    }

    private static Effect no(Motion motion) {
        return Closing.decide(motion, TERMS.rule(), List.of(Choice.YES, Choice.NO), 3).effect();
    }

    private static Opening open(PurposeText text, Instant closesAt) {
        return Opening.decide(
                BALLOT,
                new Wish.RatifyPurpose(PURPOSE),
                known(Optional.of(draft(text)), Set.of()),
                closesAt);
    }

    private static Opening ratify(Purpose purpose, Obstacle... obstacles) {
        return open(new Wish.RatifyPurpose(purpose.id()), purpose, Set.of(obstacles));
    }

    private static Opening open(Wish wish, Purpose purpose, Set<Obstacle> obstacles) {
        return Opening.decide(BALLOT, wish, known(Optional.of(purpose), obstacles), LATER);
    }

    private static Opening change(
            @Nullable Integer quorum, @Nullable Integer threshold, @Nullable Duration minimum) {
        return change(Set.of(), quorum, threshold, minimum);
    }

    private static Opening change(
            Set<Obstacle> obstacles,
            @Nullable Integer quorum,
            @Nullable Integer threshold,
            @Nullable Duration minimum) {
        return Opening.decide(
                BALLOT,
                new Wish.ChangeCharter("Other rules", quorum, threshold, minimum, "Because"),
                known(Optional.empty(), obstacles),
                LATER);
    }

    private static Wish renewal(LocalDate deadline) {
        return new Wish.RenewPurpose(PURPOSE, deadline, "We need the spring");
    }

    private static Wish closing() {
        return new Wish.ClosePurpose(PURPOSE, "It is there");
    }

    private static Circumstances known(Optional<Purpose> purpose, Set<Obstacle> obstacles) {
        return new Circumstances(purpose, obstacles, CHARTER, DAYS, electorate(), NOW);
    }

    private static Purpose.Draft draft(PurposeText text) {
        return new Purpose.Draft(PURPOSE, 1, text);
    }

    private static PurposeText complete() {
        return text("An output", "A measure", DEADLINE, "A goal");
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
