package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Forward through the gates, back and to the end by decision alone. */
class StageChangeTest {

    private static final Thresholds USUAL = Thresholds.USUAL;
    private static final Progress NOTHING = new Progress(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What is exactly enough for every stage, each number another one where it may be. */
    private static final Progress ENOUGH = new Progress(2, 10, 6, 3, 1, 2, 1, 5, 4);

    @Test
    void a_network_forms_with_one_draft_and_two_firms() {
        assertThat(change(Stage.NETWORK, Stage.FORMING, new Progress(2, 2, 0, 1, 0, 0, 0, 0, 0)))
                .isEqualTo(new StageChange.Open(Stage.NETWORK, Stage.FORMING));
        assertThat(unmet(Stage.NETWORK, Stage.FORMING, new Progress(1, 2, 0, 1, 0, 0, 0, 0, 0)))
                .containsExactly(Gate.FIRMS);
        assertThat(unmet(Stage.NETWORK, Stage.FORMING, new Progress(2, 2, 0, 0, 0, 0, 0, 0, 0)))
                .containsExactly(Gate.DRAFT_PURPOSE);
        assertThat(unmet(Stage.NETWORK, Stage.FORMING, NOTHING))
                .containsExactly(Gate.DRAFT_PURPOSE, Gate.FIRMS);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "0, 10, false",
        "2, 10, false",
        "3, 10, true",
        "299, 1000, false",
        "300, 1000, true",
        "1, 3, true",
        "1, 4, false",
        "10, 10, true"
    })
    void a_community_needs_a_mutual_tie_of_three_in_ten_members(
            long tied, long members, boolean enough) {
        var progress = new Progress(2, members, tied, 1, 1, 0, 0, 0, 0);
        assertThat(change(Stage.FORMING, Stage.COMMUNITY, progress) instanceof StageChange.Open)
                .isEqualTo(enough);
    }

    @Test
    void a_community_needs_a_ratified_purpose_however_well_people_know_each_other() {
        var progress = new Progress(9, 9, 9, 9, 0, 0, 0, 9, 9);
        assertThat(unmet(Stage.FORMING, Stage.COMMUNITY, progress))
                .containsExactly(Gate.ACTIVE_PURPOSE);
    }

    @Test
    void each_gate_before_maturity_is_named_when_it_alone_is_missed_by_one() {
        assertThat(change(Stage.COMMUNITY, Stage.MATURE, ENOUGH))
                .isInstanceOf(StageChange.Open.class);
        assertThat(unmet(new Progress(2, 10, 6, 3, 1, 1, 1, 5, 4)))
                .containsExactly(Gate.CHECKED_GOALS);
        assertThat(unmet(new Progress(2, 10, 6, 3, 1, 2, 0, 5, 4)))
                .containsExactly(Gate.REVIEWED_RULES);
        assertThat(unmet(new Progress(2, 10, 5, 3, 1, 2, 1, 5, 4)))
                .containsExactly(Gate.MORE_MUTUAL_TIES);
        assertThat(unmet(new Progress(2, 10, 6, 3, 1, 2, 1, 5, 3)))
                .containsExactly(Gate.ANSWERED_CONTRIBUTIONS);
    }

    @Test
    void an_unmet_gate_says_what_it_needs_and_what_there_is() {
        var refused =
                change(Stage.FORMING, Stage.COMMUNITY, new Progress(3, 7, 2, 1, 1, 0, 0, 0, 0));
        assertThat(refused)
                .isEqualTo(
                        new StageChange.GatesUnmet(
                                Stage.COMMUNITY,
                                List.of(new Gate.Reading(Gate.MUTUAL_TIES, 300_000, 2, 7))));
        assertThat(new Gate.Reading(Gate.MUTUAL_TIES, 300_000, 2, 7).actual()).isEqualTo(285_714);
        assertThat(new Gate.Reading(Gate.MUTUAL_TIES, 300_000, 0, 0).actual()).isZero();
        assertThat(new Gate.Reading(Gate.FIRMS, 2, 5, 0).actual()).isEqualTo(5);
    }

    @Test
    void an_alliance_has_thresholds_of_its_own() {
        var own = new Thresholds(Map.of(Gate.FIRMS, 4), Duration.ofHours(1));
        var progress = new Progress(3, 8, 0, 1, 0, 0, 0, 0, 0);
        assertThat(StageChange.decide(Stage.NETWORK, Stage.FORMING, progress, own))
                .isEqualTo(
                        new StageChange.GatesUnmet(
                                Stage.FORMING, List.of(new Gate.Reading(Gate.FIRMS, 4, 3, 0))));
    }

    @Test
    void forward_goes_one_step_at_a_time_and_back_any_number() {
        assertThat(change(Stage.NETWORK, Stage.COMMUNITY, ENOUGH))
                .isEqualTo(new StageChange.OutOfOrder(Stage.NETWORK, Stage.COMMUNITY));
        assertThat(change(Stage.MATURE, Stage.NETWORK, NOTHING))
                .isEqualTo(new StageChange.Open(Stage.MATURE, Stage.NETWORK));
        assertThat(change(Stage.FORMING, Stage.FORMING, ENOUGH))
                .isEqualTo(new StageChange.Same(Stage.FORMING));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_stage_but_the_end_can_be_ended_and_the_end_leads_nowhere(Stage stage) {
        if (stage != Stage.CLOSED) {
            assertThat(change(stage, Stage.CLOSED, NOTHING))
                    .isEqualTo(new StageChange.Open(stage, Stage.CLOSED));
            assertThat(change(Stage.CLOSED, stage, ENOUGH))
                    .isEqualTo(new StageChange.OutOfOrder(Stage.CLOSED, stage));
        }
    }

    @Test
    void every_stage_on_the_way_has_gates_and_the_end_has_none() {
        Stream.of(Stage.FORMING, Stage.COMMUNITY, Stage.MATURE)
                .forEach(stage -> assertThat(NOTHING.before(stage, USUAL)).isNotEmpty());
        assertThat(NOTHING.before(Stage.NETWORK, USUAL)).isEmpty();
        assertThat(NOTHING.before(Stage.CLOSED, USUAL)).isEmpty();
    }

    private static StageChange change(Stage from, Stage to, Progress progress) {
        return StageChange.decide(from, to, progress, USUAL);
    }

    private static List<Gate> unmet(Progress progress) {
        return unmet(Stage.COMMUNITY, Stage.MATURE, progress);
    }

    private static List<Gate> unmet(Stage from, Stage to, Progress progress) {
        return change(from, to, progress) instanceof StageChange.GatesUnmet(_, var unmet)
                ? unmet.stream().map(Gate.Reading::gate).toList()
                : List.of();
    }
}
