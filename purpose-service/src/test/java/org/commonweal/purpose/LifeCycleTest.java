package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far an alliance has come, as every member reads it, and what stands before the next stage.
 */
class LifeCycleTest extends PurposeTest {

    @Test
    void an_alliance_begins_as_a_network_and_forms_with_a_draft_and_a_second_firm() {
        var founder = delegate(alliance());
        var begun = stage(founder);
        assertThat(begun.at("/stage").asString()).isEqualTo("NETWORK");
        assertThat(begun.at("/history")).hasSize(1);
        assertThat(begun.at("/history/0/decidedBy").isNull()).isTrue();
        assertThat(begun.at("/next/stage").asString()).isEqualTo("FORMING");
        assertThat(gates(begun))
                .containsExactly("DRAFT_PURPOSE 0 of 1 false", "FIRMS 1 of 2 false");
        delegate(founder.alliance());
        draft(founder);
        assertThat(gates(stage(founder)))
                .containsExactly("DRAFT_PURPOSE 1 of 1 true", "FIRMS 2 of 2 true");
    }

    @Test
    void a_tie_is_mutual_between_two_firms_and_counts_for_both_once_each_has_answered() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        var silent = member(one.alliance(), other.organization());
        in(one.alliance(), "COMMUNITY");
        answered(one, other, "contribution.acknowledged.v1");
        answered(one, other, "contribution.acknowledged.v1");
        submitted(silent);
        await(() -> assertThat(ties(one)).isEqualTo("MORE_MUTUAL_TIES 0 of 600000 false"));
        answered(other, one, "contribution.declined.v1");
        await(() -> assertThat(ties(silent)).isEqualTo("MORE_MUTUAL_TIES 666666 of 600000 true"));
        await(() ->
                assertThat(gates(stage(one)))
                        .contains("ANSWERED_CONTRIBUTIONS 750000 of 800000 false"));
        standing(other, "ENDED", true, 2);
        await(() -> assertThat(ties(one)).isEqualTo("MORE_MUTUAL_TIES 0 of 600000 false"));
    }

    @Test
    void colleagues_have_no_tie_outside_of_their_firm() {
        var one = delegate(alliance());
        var colleague = member(one.alliance(), one.organization());
        in(one.alliance(), "FORMING");
        answered(one, colleague, "contribution.acknowledged.v1");
        answered(colleague, one, "contribution.acknowledged.v1");
        await(() -> assertThat(column(one.alliance(), "SELECT 1 FROM tie")).hasSize(2));
        assertThat(gates(stage(one))).contains("MUTUAL_TIES 0 of 300000 false");
    }

    /** They arrive together, an answer beside what it answers. */
    @Test
    void of_many_answers_at_once_each_is_kept_once() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        for (var piece = 0; piece < 100; piece++) {
            submitted(other);
            answered(one, other, "contribution.acknowledged.v1");
        }
        answered(other, one, "contribution.declined.v1");
        await(() ->
                assertThat(column(one.alliance(), "SELECT count(*) FROM given WHERE answered"))
                        .containsExactly("101"));
        assertThat(column(one.alliance(), "SELECT count(*) FROM given WHERE NOT answered"))
                .containsExactly("100");
        assertThat(column(one.alliance(), "SELECT 1 FROM tie")).hasSize(2);
    }

    @Test
    void an_alliance_has_thresholds_of_its_own() {
        var founder = delegate(alliance());
        var five = thresholds(Map.of("gates", List.of(Map.of("gate", "FIRMS", "needed", 5))));
        var ballot = ballot(founder, "rules", five);
        assertThat(gates(stage(founder))).contains("FIRMS 1 of 2 false");
        adopted(ballot, founder);
        assertThat(gates(stage(founder)))
                .contains("FIRMS 1 of 5 false", "DRAFT_PURPOSE 0 of 1 false");
        get(founder, "/rulebook")
                .expectBody()
                .jsonPath("$.inForce.rules.thresholds.gates[1].needed")
                .isEqualTo(5)
                .jsonPath("$.inForce.rules.thresholds.gates[2].needed")
                .isEqualTo(1)
                .jsonPath("$.inForce.rules.thresholds.wordingWindow")
                .isEqualTo("PT72H")
                .jsonPath("$.earlier[0].rules.thresholds.gates[1].needed")
                .isEqualTo(2);
        assertThat(gates(stage(delegate(alliance())))).contains("FIRMS 1 of 2 false");
    }

    @Test
    void maturity_asks_for_goals_that_are_checked_and_rules_that_were_reviewed() {
        var one = delegate(alliance());
        var other = delegate(one.alliance());
        ratified(one, other);
        in(one.alliance(), "COMMUNITY");
        var goal = id();
        put(one, "/goals/" + goal, goal(one)).expectStatus().isCreated();
        put(one, "/goals/" + id(), goal(one)).expectStatus().isCreated();
        put(one, "/goals/" + goal + "/check-ins/" + id(), Map.of("value", "3", "on", "2026-11-20"))
                .expectStatus()
                .isCreated();
        assertThat(gates(stage(one)))
                .contains("CHECKED_GOALS 1 of 2 false", "REVIEWED_RULES 0 of 1 false");
    }

    @Test
    void a_stage_is_entered_by_an_adopted_ballot_and_refused_with_the_gates_that_are_not_met() {
        var one = delegate(alliance());
        var refused =
                propose(one, id(), "stage", stage("FORMING"))
                        .expectBody(String.class)
                        .returnResult();
        assertThat(refused.getStatus().value()).isEqualTo(409);
        var problem = JsonMapper.shared().readTree(refused.getResponseBody());
        assertThat(problem.at("/type").asString()).endsWith(":gates-unmet");
        assertThat(problem.at("/gates").valueStream().map(LifeCycleTest::gate))
                .containsExactlyInAnyOrder("DRAFT_PURPOSE 0 of 1", "FIRMS 1 of 2");
        assertThat(problem.at("/errors/0/pointer").asString()).startsWith("/gates/");
        var other = delegate(one.alliance());
        draft(one);
        refused(propose(one, id(), "stage", stage("COMMUNITY")), 409, "stage-out-of-order");
        refused(propose(one, id(), "stage", stage("NETWORK")), 409, "stage-unchanged");
        var ballot = ballot(one, "stage", stage("FORMING"));
        refused(propose(other, id(), "stage", stage("FORMING")), 409, "stage-already-proposed");
        get(other, "/proposals/" + ballot)
                .expectBody()
                .jsonPath("$.matter")
                .isEqualTo("STAGE")
                .jsonPath("$.stage.before")
                .isEqualTo("NETWORK")
                .jsonPath("$.stage.stage")
                .isEqualTo("FORMING")
                .jsonPath("$.stage.reason")
                .isEqualTo("We have talked about it");
        adopted(ballot, one, other);
        var entered = stage(other);
        assertThat(entered.at("/stage").asString()).isEqualTo("FORMING");
        assertThat(entered.at("/history")).hasSize(2);
        assertThat(entered.at("/history/0/decidedBy/proposal").asString()).isEqualTo("" + ballot);
        assertThat(entered.at("/history/0/words").asString()).isEqualTo("We have talked about it");
        assertThat(entered.at("/next/stage").asString()).isEqualTo("COMMUNITY");
        adopted(ballot(one, "stage", stage("NETWORK")), one, other);
        adopted(ballot(one, "stage", stage("CLOSED")), one, other);
        assertThat(stage(other).at("/stage").asString()).isEqualTo("CLOSED");
        assertThat(stage(other).at("/next").isNull()).isTrue();
        refused(propose(one, id(), "stage", stage("NETWORK")), 409, "stage-out-of-order");
        assertThat(
                        column(
                                one.alliance(),
                                "SELECT payload->>'before' || ' ' || (payload->>'stage') FROM journal"
                                        + " WHERE type = 'purpose.stage-changed.v1' ORDER BY at"))
                .containsExactly("NETWORK FORMING", "FORMING NETWORK", "NETWORK CLOSED");
    }

    private static Map<String, Object> stage(String stage) {
        return Map.of("title", "Now", "stage", stage, "reason", "We have talked about it");
    }

    private static String gate(JsonNode gate) {
        return "%s %s of %s"
                .formatted(gate.at("/gate").asString(), gate.at("/actual"), gate.at("/needed"));
    }

    @Test
    void nobody_else_reads_it() {
        var insider = delegate(alliance());
        var elsewhere = delegate(alliance());
        var former = member(insider.alliance(), id());
        standing(former, "ENDED", false, 2);
        sees(former, 404);
        for (var subject : List.of(elsewhere.subject(), former.subject(), "never-seen")) {
            get(new Someone(insider.alliance(), id(), id(), subject), "/stage")
                    .expectStatus()
                    .isNotFound();
        }
        get(member(insider.alliance(), id()), "/stage").expectStatus().isOk();
    }

    private static Map<String, Object> goal(Someone owner) {
        return Map.of(
                "title", "A goal",
                "unit", "days",
                "baseline", "9",
                "target", "2",
                "due", "2027-05-31",
                "owner", owner.person());
    }

    private JsonNode stage(Someone reader) {
        var body =
                get(reader, "/stage")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body));
    }

    private static List<String> gates(JsonNode stage) {
        return stage.at("/next/gates")
                .valueStream()
                .map(gate ->
                        "%s %s of %s %s"
                                .formatted(
                                        gate.at("/gate").asString(),
                                        gate.at("/actual"),
                                        gate.at("/needed"),
                                        gate.at("/met")))
                .toList();
    }

    private String ties(Someone reader) {
        return gates(stage(reader)).stream()
                .filter(gate -> gate.contains("MUTUAL_TIES"))
                .findFirst()
                .orElseThrow();
    }

    private UUID submitted(Someone author) {
        var piece = id();
        bus.send(
                "contribution.submitted.v1",
                author.alliance(),
                piece,
                Map.of("contribution", piece, "author", author.person()));
        return piece;
    }

    private void answered(Someone author, Someone by, String how) {
        var piece = submitted(author);
        bus.send(
                how,
                author.alliance(),
                piece,
                Map.of("contribution", piece, "author", author.person(), "by", by.person()));
    }
}
