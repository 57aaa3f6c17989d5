package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.commonweal.purpose.domain.Rewording.Refusal;
import org.commonweal.purpose.domain.Rewording.TextPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other words wait for an objection; another thing is another community. */
class RewordingTest {

    private static final LocalDate DEADLINE = LocalDate.of(2027, 6, 30);
    private static final PurposeText TEXT =
            text("One due diligence list", "A list that every firm accepts", "Use it in half");

    @Test
    void a_slip_of_the_pen_is_a_wording() {
        var mended =
                text("One due-diligence list", "A list that every firm accepts", "Use it in half");
        assertThat(decide(mended, null, null, false)).isEqualTo(new Rewording.Proposed(mended));
    }

    @ParameterizedTest
    @CsvSource({
        // the same in other words
        "A list that every firm accepts, A list which every firm accepts, false",
        "A list that every firm accepts, a list that all firms accept, false",
        "Acceptence, Acceptance, false",
        "10 answers a week, 10 answers each week, false",
        // another thing
        "A list that every firm accepts, A court for their disputes, true",
        "10 answers a week, 12 answers a week, true",
        "Use it in half of all matters, Use it, true",
        "Use it, , true",
    })
    void what_no_words_can_disguise_is_told(
            String before, @Nullable String after, boolean changed) {
        var scope =
                Rewording.changedScope(
                        text("T", before, "G"),
                        new PurposeText(
                                "T", "We ask once", after, "Share of matters", DEADLINE, "G"));
        assertThat(scope).isEqualTo(changed ? Set.of(TextPart.OUTPUT) : Set.of());
    }

    @Test
    void scope_audience_and_eligibility_found_a_new_community() {
        var wider = text("One due diligence list", "A list that every firm accepts", "Sell it");
        assertThat(decide(wider, null, null, false))
                .isEqualTo(new Rewording.Fork(Set.of(TextPart.GOAL), false, false));
        assertThat(decide(TEXT, "The public", null, false))
                .isEqualTo(new Rewording.Fork(Set.of(), true, false));
        assertThat(decide(TEXT, null, "Banks as well", true))
                .isEqualTo(new Rewording.Fork(Set.of(), false, true));
    }

    @Test
    void the_deadline_is_no_wording_and_the_same_words_are_none() {
        assertThat(decide(TEXT.until(DEADLINE.plusDays(1)), null, null, false))
                .isEqualTo(new Rewording.Refused(Refusal.DEADLINE_BY_BALLOT));
        assertThat(decide(TEXT, null, null, false))
                .isEqualTo(new Rewording.Refused(Refusal.NOTHING_CHANGED));
    }

    @Test
    void one_wording_waits_at_a_time_and_it_is_of_the_text_that_was_read() {
        var mended =
                text("One due-diligence list", "A list that every firm accepts", "Use it in half");
        assertThat(decide(mended, null, null, true))
                .isEqualTo(new Rewording.Refused(Refusal.OPEN_ALREADY));
        assertThat(
                        Rewording.decide(
                                new Rewording.Stand(TEXT, 4, 3, false),
                                new Rewording.Wish(mended, null, null)))
                .isEqualTo(new Rewording.Refused(Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void any_member_stops_it_within_the_window_with_a_reason() {
        var member = ParticipantClass.MEMBER;
        assertThat(Challenging.decide(member, Earlier.NONE, true, "It widens it"))
                .isEqualTo(Challenging.STOPPED);
        assertThat(Challenging.decide(member, Earlier.NONE, true, " "))
                .isEqualTo(Challenging.REASON_MISSING);
        assertThat(Challenging.decide(member, Earlier.NONE, false, "It widens it"))
                .isEqualTo(Challenging.OVER);
        assertThat(Challenging.decide(member, Earlier.SAME, false, "It widens it"))
                .isEqualTo(Challenging.REPEATED);
        EnumSet.complementOf(EnumSet.of(member))
                .forEach(other ->
                        assertThat(Challenging.decide(other, Earlier.NONE, true, "It widens it"))
                                .isEqualTo(Challenging.CLASS_NOT_ALLOWED));
    }

    @Test
    void a_fork_changes_what_it_is_for_who_reads_or_who_may_be_a_member() {
        var purpose = new PurposeId(UUID.randomUUID());
        var active = purpose;
        var other = text("One court", "A court for disputes", "Judge within a month");
        assertThat(Forking.decide(active, TEXT, new Forking.Plan(other, "The public", null)))
                .isEqualTo(
                        new Forking.Prepared(
                                purpose, Set.of(Forking.Change.SCOPE, Forking.Change.AUDIENCE)));
        assertThat(Forking.decide(active, TEXT, new Forking.Plan(TEXT, null, "Banks, too")))
                .isEqualTo(new Forking.Prepared(purpose, Set.of(Forking.Change.ELIGIBILITY)));
        var later = new Forking.Plan(TEXT.until(DEADLINE.plusDays(9)), null, null);
        assertThat(Forking.decide(active, TEXT, later))
                .isEqualTo(new Forking.Refused(Forking.Refusal.CHANGES_NOTHING));
    }

    private static Rewording decide(
            PurposeText text,
            @Nullable String audience,
            @Nullable String eligibility,
            boolean isFixOpen) {
        return Rewording.decide(
                new Rewording.Stand(TEXT, 3, 3, isFixOpen),
                new Rewording.Wish(text, audience, eligibility));
    }

    private static PurposeText text(String title, String output, String goal) {
        return new PurposeText(title, "We ask once", output, "Share of matters", DEADLINE, goal);
    }
}
