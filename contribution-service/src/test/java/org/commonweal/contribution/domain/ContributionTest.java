package org.commonweal.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.commonweal.contribution.domain.Contribution.Acknowledged;
import org.commonweal.contribution.domain.Contribution.Declined;
import org.commonweal.contribution.domain.Contribution.Historical;
import org.commonweal.contribution.domain.Contribution.Open;
import org.commonweal.contribution.domain.Contribution.Stage;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static final Member AUTHOR = member(1, 10);
    private static final Member COLLEAGUE = member(2, 10);
    private static final Member OTHER = member(3, 20);
    private static final Member THIRD = member(4, 30);
    private static final String REASON = "The source is not named.";

    private final Open open = Open.submittedBy(AUTHOR);

    @Test
    void whatever_time_does_nothing_is_terminal_without_a_human_answer() {
        List<UnaryOperator<Open>> moments = List.of(Open::remind, Open::escalate);
        Set<Open> reached = new HashSet<>();
        var next = new ArrayDeque<>(List.of(open));
        while (!next.isEmpty()) {
            var state = next.remove();
            if (reached.add(state)) {
                moments.forEach(moment -> next.add(moment.apply(state)));
            }
        }
        assertThat(reached)
                .extracting(Open::stage)
                .containsExactlyInAnyOrder(Stage.WAITING, Stage.REMINDED, Stage.ESCALATED);
        assertThat(reached)
                .allSatisfy(state ->
                        assertThat(state.acknowledge(OTHER, false))
                                .isInstanceOf(Acknowledging.Stops.class));
    }

    @Test
    void each_terminal_state_names_the_person_of_another_firm_who_answered() {
        for (var state : Contribution.class.getPermittedSubclasses()) {
            var terminal = !state.equals(Open.class) && !state.equals(Historical.class);
            var components = List.of(state.getRecordComponents());
            assertThat(components.stream().anyMatch(one -> one.getName().equals("answeredBy")))
                    .as("%s names who answered", state.getSimpleName())
                    .isEqualTo(terminal);
        }
        assertThatThrownBy(() -> new Acknowledged(AUTHOR, COLLEAGUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Declined(AUTHOR, COLLEAGUE, new Reason(REASON)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_acknowledgement_of_another_firm_stops_the_clock_and_others_join() {
        assertThat(open.acknowledge(OTHER, false))
                .isEqualTo(new Acknowledging.Stops(new Acknowledged(AUTHOR, OTHER)));
        assertThat(new Acknowledged(AUTHOR, OTHER).acknowledge(THIRD, false))
                .isEqualTo(new Acknowledging.Joins());
        assertThat(new Acknowledged(AUTHOR, OTHER).acknowledge(OTHER, true))
                .isEqualTo(new Acknowledging.Refused(AnswerRefusal.BY_YOU_ALREADY));
    }

    @Test
    void the_own_firm_does_not_answer() {
        for (var by : List.of(AUTHOR, COLLEAGUE)) {
            assertThat(open.acknowledge(by, false))
                    .isEqualTo(new Acknowledging.Refused(AnswerRefusal.OWN_FIRM));
            assertThat(open.escalate().decline(by, REASON))
                    .isEqualTo(new Declining.Refused(AnswerRefusal.OWN_FIRM));
            assertThat(new Acknowledged(AUTHOR, OTHER).acknowledge(by, false))
                    .isEqualTo(new Acknowledging.Refused(AnswerRefusal.OWN_FIRM));
        }
    }

    @Test
    void a_refusal_has_a_reason_of_ten_characters_or_more() {
        for (var reason : List.of("", "too short", "   nine ch.   ", "\n\t ")) {
            assertThat(open.decline(OTHER, reason))
                    .as("'%s'", reason)
                    .isEqualTo(new Declining.Refused(AnswerRefusal.REASON_MISSING));
        }
        assertThat(open.decline(OTHER, "  " + REASON + " "))
                .isEqualTo(new Declining.Declines(new Declined(AUTHOR, OTHER, new Reason(REASON))));
        assertThat(open.decline(OTHER, "x".repeat(2_001)))
                .isEqualTo(new Declining.Refused(AnswerRefusal.REASON_MISSING));
    }

    @Test
    void what_is_answered_is_not_answered_the_other_way() {
        var declined = new Declined(AUTHOR, OTHER, new Reason(REASON));
        assertThat(declined.acknowledge(THIRD, false))
                .isEqualTo(new Acknowledging.Refused(AnswerRefusal.ALREADY_DECLINED));
        assertThat(declined.decline(THIRD, REASON))
                .isEqualTo(new Declining.Refused(AnswerRefusal.ALREADY_DECLINED));
        assertThat(new Acknowledged(AUTHOR, OTHER).decline(THIRD, REASON))
                .isEqualTo(new Declining.Refused(AnswerRefusal.ALREADY_ACKNOWLEDGED));
    }

    @Test
    void history_takes_no_answer() {
        assertThat(new Historical().acknowledge(OTHER, false))
                .isEqualTo(new Acknowledging.Refused(AnswerRefusal.HISTORICAL));
        assertThat(new Historical().decline(OTHER, REASON))
                .isEqualTo(new Declining.Refused(AnswerRefusal.HISTORICAL));
    }

    private static Member member(long person, long firm) {
        return new Member(new PersonId(new UUID(0, person)), new OrganizationId(new UUID(1, firm)));
    }
}
