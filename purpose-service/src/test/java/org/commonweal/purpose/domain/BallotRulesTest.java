package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.ACTIVE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_RULES;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.PROPOSED_PURPOSE;
import static org.commonweal.purpose.domain.RuleFlaw.Kind.NOBODY_DECIDES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.purpose.domain.Casting.Refusal;
import org.commonweal.purpose.domain.Casting.Voter;
import org.commonweal.purpose.domain.Circumstances.Obstacle;
import org.commonweal.purpose.domain.RulesChange.RuleChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BallotRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final LocalDate DEADLINE = LocalDate.parse("2027-06-30");
    private static final Shares SHARES = new Shares(500_000, 666_666);
    private static final Rulebook RULEBOOK = Rulebook.founding(SHARES, Duration.ofDays(3));
    private static final Rule RULE = RULEBOOK.rule(Matter.PURPOSE);
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
        assertThat(ballot.electorate().electors())
                .extracting(Elector::organization)
                .containsExactly(SPONSOR, FIRM);
        assertThat(ballot.rulebook()).isEqualTo(RULEBOOK);
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
    void a_ballot_is_as_long_as_the_rulebook_says_at_least() {
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
            assertThat(open(wish, active, Set.of(ACTIVE_PURPOSE, BALLOT_ON_THE_RULES)))
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
    void a_change_of_the_rules_changes_something_and_waits_for_the_one_before() {
        var wish = quorum(400_000);
        assertThat(change(Set.of(), wish))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened ->
                                assertThat(opened.ballot().motion())
                                        .isEqualTo(
                                                new Motion.ChangeRules(
                                                        RULEBOOK, "Other rules", wish, "Because")));
        var unchanged = new Opening.RulesUnchanged();
        assertThat(change(Set.of(), quorum(500_000))).isEqualTo(unchanged);
        assertThat(change(Set.of(), new RulesChange(Map.of(), null, null, null, Map.of(), null)))
                .isEqualTo(unchanged);
        assertThat(change(Set.of(BALLOT_ON_THE_RULES), wish))
                .isEqualTo(new Opening.RulesAlreadyProposed());
        assertThat(change(Set.of(ACTIVE_PURPOSE, BALLOT_ON_THE_PURPOSE), wish))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void rules_stay_within_what_can_be_lived_by() {
        assertThat(change(Set.of(), minimum(Duration.ofDays(30))))
                .isInstanceOf(Opening.Opened.class);
        assertThat(change(Set.of(), minimum(Duration.ofDays(30).plusSeconds(1))))
                .isEqualTo(outOfRange(Matter.PURPOSE, RuleFlaw.Kind.BALLOT_MINIMUM));
        assertThat(change(Set.of(), minimum(Duration.ZERO)))
                .isEqualTo(outOfRange(Matter.PURPOSE, RuleFlaw.Kind.BALLOT_MINIMUM));
        assertThat(change(Set.of(), dialogue(Duration.ofDays(61))))
                .isEqualTo(outOfRange(Matter.PURPOSE, RuleFlaw.Kind.DIALOGUE_MINIMUM));
        assertThat(
                        change(
                                Set.of(),
                                new RulesChange(
                                        Map.of(), null, null, Duration.ZERO, Map.of(), null)))
                .isInstanceOf(Opening.RulesOutOfRange.class);
    }

    /** Claims B4 and C10: who rules and what for is given to nobody. */
    @Test
    void the_members_give_neither_the_purpose_nor_the_rules_away() {
        for (var matter : Matter.values()) {
            for (var decider : List.of(Decider.SPONSOR, Decider.DELEGATE)) {
                var opening = change(Set.of(), decider(matter, decider));
                if (matter == Matter.PURPOSE || matter == Matter.RULES) {
                    assertThat(opening)
                            .isEqualTo(outOfRange(matter, RuleFlaw.Kind.NOT_TO_BE_GIVEN_AWAY));
                }
            }
        }
    }

    @Test
    void what_nobody_could_decide_alone_is_given_to_nobody() {
        var orders = Set.of(Matter.MEMBERSHIP, Matter.OFFICES, Matter.MONEY);
        for (var matter : Matter.values()) {
            if (matter == Matter.PURPOSE || matter == Matter.RULES) {
                continue;
            }
            var nobody = outOfRange(matter, NOBODY_DECIDES);
            var sponsor = decider(matter, Decider.SPONSOR);
            if (orders.contains(matter)) {
                assertThat(change(Set.of(), sponsor)).isInstanceOf(Opening.Opened.class);
            } else {
                assertThat(change(Set.of(), sponsor)).isEqualTo(nobody);
            }
            assertThat(RuleFlaw.of(RULEBOOK.changed(sponsor, BALLOT), sponsor, false))
                    .containsExactly(new RuleFlaw(Optional.of(matter), NOBODY_DECIDES));
            if (matter != Matter.MEMBERSHIP) {
                assertThat(change(Set.of(), decider(matter, Decider.DELEGATE))).isEqualTo(nobody);
            }
        }
    }

    @Test
    void what_the_sponsor_decides_is_not_put_to_the_vote() {
        var given = RULEBOOK.changed(decider(Matter.OFFICES, Decider.SPONSOR), BALLOT);
        assertThat(given.provision(Matter.OFFICES).by()).isEqualTo(BALLOT);
        assertThat(given.provision(Matter.MONEY).by()).isNull();
        assertThat(given.version()).isEqualTo(2);
    }

    /** Claim B11: at the boundaries. */
    @Test
    void nothing_is_put_to_the_vote_before_the_dialogue_that_the_rulebook_asks_for() {
        var rule = new Deliberation(Duration.ofDays(2), 2);
        var rulebook = RULEBOOK.changed(heard(rule), BALLOT);
        var since = NOW.minus(Duration.ofDays(2));
        assertThat(after(rulebook, Optional.empty())).isEqualTo(new Opening.DialogueFirst(rule));
        assertThat(after(rulebook, Optional.of(new Circumstances.Dialogue(since, 2))))
                .isInstanceOf(Opening.Opened.class);
        assertThat(after(rulebook, Optional.of(new Circumstances.Dialogue(since.plusMillis(1), 2))))
                .isEqualTo(new Opening.DialogueTooShort(NOW.plusMillis(1)));
        assertThat(after(rulebook, Optional.of(new Circumstances.Dialogue(since, 1))))
                .isEqualTo(new Opening.VoicesMissing(2, 1));
        var many = RULEBOOK.changed(heard(new Deliberation(Duration.ZERO, 9)), BALLOT);
        assertThat(after(many, Optional.of(new Circumstances.Dialogue(since, 2))))
                .as("two firms cannot give nine voices")
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void what_is_incomplete_can_be_talked_about_and_what_is_over_cannot() {
        var text = text(null, null, null, null);
        var wish = new Wish.RatifyPurpose(PURPOSE);
        assertThat(
                        Discussion.decide(
                                wish, known(Optional.of(draft(text)), Set.of(PROPOSED_PURPOSE))))
                .isEqualTo(new Discussion.Begun(wish, NOW, NOW.plus(Duration.ofDays(90)), 1));
        var closed = new Purpose.Closed(PURPOSE, 3, complete());
        assertThat(Discussion.decide(wish, known(Optional.of(closed), Set.of())))
                .isEqualTo(new Discussion.Refused(new Opening.PurposeClosed()));
        assertThat(
                        Discussion.decide(
                                new Wish.ChangeRules("T", quorum(500_000), "R"),
                                known(Optional.empty(), Set.of())))
                .isEqualTo(new Discussion.Refused(new Opening.RulesUnchanged()));
    }

    @Test
    void nobody_decides_anything_without_a_delegate() {
        var nobody = new Person(new PersonId(new UUID(3, 9)), FIRM, false);
        var alone = known(Optional.empty(), Set.of(), RULEBOOK, Optional.empty(), List.of(nobody));
        var wish = new Wish.ChangeRules("Other rules", quorum(400_000), "Because");
        assertThat(Opening.decide(BALLOT, wish, alone, LATER))
                .isEqualTo(new Opening.NobodyMayVote());
    }

    @Test
    void a_delegate_of_an_elector_votes_until_the_close() {
        var voter = new Voter(true, true, false);
        var terms = new Casting.Terms(Body.FIRMS, Method.SUPERMAJORITY, LATER);
        assertThat(Casting.decide(voter, terms, LATER.minusMillis(1), Choice.NO, null))
                .isEqualTo(new Casting.Cast(Choice.NO, null));
        assertThat(Casting.obstacle(voter, terms, LATER)).contains(Refusal.BALLOT_CLOSED);
        assertThat(Casting.obstacle(new Voter(false, true, false), terms, NOW))
                .contains(Refusal.NOT_A_DELEGATE);
        assertThat(Casting.obstacle(new Voter(true, false, false), terms, NOW))
                .contains(Refusal.NOT_IN_ELECTORATE);
        assertThat(Casting.obstacle(new Voter(true, true, true), terms, NOW))
                .contains(Refusal.RECUSED);
        assertThat(Casting.obstacle(voter, terms, NOW)).isEqualTo(Optional.empty());
        var notOpen = new Casting.Terms(Body.FIRMS, Method.SUPERMAJORITY, null);
        assertThat(Casting.obstacle(voter, notOpen, NOW)).contains(Refusal.BALLOT_NOT_OPEN);
        var persons = new Casting.Terms(Body.PERSONS, Method.SUPERMAJORITY, LATER);
        assertThat(Casting.obstacle(new Voter(false, true, false), persons, NOW))
                .as("persons vote for themselves")
                .isEmpty();
    }

    @Test
    void who_stops_a_proposal_alone_says_why_and_only_where_the_rule_lets_them() {
        var voter = new Voter(true, true, false);
        for (var method : Method.values()) {
            var terms = new Casting.Terms(Body.FIRMS, method, LATER);
            var block = Casting.decide(voter, terms, NOW, Choice.BLOCK, "It harms us");
            var mute = Casting.decide(voter, terms, NOW, Choice.NO, null);
            assertThat(block)
                    .isEqualTo(
                            method == Method.BLOCK
                                    ? new Casting.Cast(Choice.BLOCK, "It harms us")
                                    : new Casting.Refused(Refusal.CHOICE_NOT_OFFERED));
            assertThat(mute)
                    .isEqualTo(
                            method == Method.CONSENT
                                    ? new Casting.Refused(Refusal.REASON_MISSING)
                                    : new Casting.Cast(Choice.NO, null));
        }
    }

    @Test
    void only_an_adopted_ballot_makes_a_purpose_active() {
        var text = complete();
        var proposed = new Purpose.Proposed(PURPOSE, 4, text);
        assertThat(yes(new Motion.RatifyPurpose(proposed)))
                .isEqualTo(new Effect.Ratified(new Purpose.Active(PURPOSE, 5, text)));
        assertThat(no(new Motion.RatifyPurpose(proposed)))
                .isEqualTo(new Effect.Returned(new Purpose.Draft(PURPOSE, 5, text)));
        assertThat(close(new Motion.RatifyPurpose(proposed), 3, Choice.YES))
                .isEqualTo(
                        new Closing(
                                new Tally(Weight.WHOLE, 0, 0, 0, 3L * Weight.WHOLE),
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
    void only_an_adopted_ballot_changes_the_rules_and_makes_a_version_of_them() {
        var change = new Motion.ChangeRules(RULEBOOK, "Other rules", quorum(300_000), "Because");
        assertThat(yes(change))
                .isEqualTo(new Effect.RulesChanged(RULEBOOK.changed(quorum(300_000), BALLOT)));
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
        return close(motion, 3, Choice.YES, Choice.YES).effect();
    }

    private static Effect no(Motion motion) {
        return close(motion, 3, Choice.YES, Choice.NO).effect();
    }

    private static Closing close(Motion motion, int electors, Choice... choices) {
        var votes = Stream.of(choices).map(choice -> new Tally.Vote(choice, Weight.WHOLE)).toList();
        return Closing.decide(BALLOT, motion, RULE, votes, (long) electors * Weight.WHOLE);
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

    private static Opening change(Set<Obstacle> obstacles, RulesChange change) {
        return Opening.decide(
                BALLOT,
                new Wish.ChangeRules("Other rules", change, "Because"),
                known(Optional.empty(), obstacles),
                LATER);
    }

    private static RulesChange quorum(int perMillion) {
        return change(
                Matter.PURPOSE,
                new RuleChange(null, null, null, perMillion, null, null, null, null, null));
    }

    private static RulesChange minimum(Duration ballot) {
        return change(
                Matter.PURPOSE,
                new RuleChange(null, null, null, null, null, null, null, ballot, null));
    }

    private static RulesChange dialogue(Duration minimum) {
        return change(
                Matter.PURPOSE,
                new RuleChange(null, null, null, null, null, minimum, null, null, null));
    }

    private static RulesChange heard(Deliberation rule) {
        return change(
                Matter.PURPOSE,
                new RuleChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        rule.minimum(),
                        rule.voicesMinimum(),
                        null,
                        null));
    }

    private static RulesChange decider(Matter matter, Decider decider) {
        return change(
                matter, new RuleChange(decider, null, null, null, null, null, null, null, null));
    }

    private static RulesChange change(Matter matter, RuleChange change) {
        return new RulesChange(Map.of(matter, change), null, null, null, Map.of(), null);
    }

    private static Opening outOfRange(Matter matter, RuleFlaw.Kind kind) {
        return new Opening.RulesOutOfRange(List.of(new RuleFlaw(Optional.of(matter), kind)));
    }

    private static Opening after(Rulebook rulebook, Optional<Circumstances.Dialogue> dialogue) {
        var known = known(Optional.of(draft(complete())), Set.of(), rulebook, dialogue, people());
        return Opening.decide(BALLOT, new Wish.RatifyPurpose(PURPOSE), known, LATER);
    }

    private static Wish renewal(LocalDate deadline) {
        return new Wish.RenewPurpose(PURPOSE, deadline, "We need the spring");
    }

    private static Wish closing() {
        return new Wish.ClosePurpose(PURPOSE, "It is there");
    }

    private static Circumstances known(Optional<Purpose> purpose, Set<Obstacle> obstacles) {
        return known(purpose, obstacles, RULEBOOK, Optional.empty(), people());
    }

    private static Circumstances known(
            Optional<Purpose> purpose,
            Set<Obstacle> obstacles,
            Rulebook rulebook,
            Optional<Circumstances.Dialogue> dialogue,
            List<Person> people) {
        return new Circumstances(
                purpose,
                obstacles,
                rulebook,
                dialogue,
                DAYS,
                people,
                Set.of(SPONSOR),
                NOW,
                NOW,
                Course.BEGINNING);
    }

    private static Purpose.Draft draft(PurposeText text) {
        return new Purpose.Draft(PURPOSE, 1, text);
    }

    private static PurposeText complete() {
        return text("An output", "A measure", DEADLINE, "A goal");
    }

    /** The sponsor has two delegates and one vote, as any firm. */
    private static List<Person> people() {
        return List.of(
                new Person(new PersonId(new UUID(3, 1)), SPONSOR, true),
                new Person(new PersonId(new UUID(3, 2)), SPONSOR, true),
                new Person(new PersonId(new UUID(3, 3)), FIRM, true));
    }

    private static PurposeText text(
            @Nullable String output,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String goal) {
        return new PurposeText("A title", null, output, measure, deadline, goal);
    }
}
