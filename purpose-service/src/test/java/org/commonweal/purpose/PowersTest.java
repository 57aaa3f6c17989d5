package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.Test;

/** Any member can answer "who decides X and by what rule" from one place (claims A18, A21, B4). */
class PowersTest extends PurposeTest {

    @Test
    void who_decides_what_is_told_with_the_decision_that_made_it_so() {
        var alliance = alliance();
        var one = delegate(alliance);
        var sponsor = delegate(alliance);
        bus.send(
                "membership.organization-enrolled.v1",
                alliance,
                sponsor.organization(),
                Map.of("organization", sponsor.organization(), "role", "SPONSOR"));
        await(() ->
                assertThat(column(alliance, "SELECT role FROM organization"))
                        .containsExactly("SPONSOR"));
        var given = ballot(one, "rules", rule(Matter.MONEY, Map.of("decider", "SPONSOR")));
        adopted(given, one, sponsor);
        get(sponsor, "/powers?matter=MONEY")
                .expectBody()
                .jsonPath("$.matters.length()")
                .isEqualTo(1)
                .jsonPath("$.matters[0].rule.decider")
                .isEqualTo("SPONSOR")
                .jsonPath("$.matters[0].iMayDecideAlone")
                .isEqualTo(true)
                .jsonPath("$.matters[0].movedBy.proposal")
                .isEqualTo(given.toString())
                .jsonPath("$.sponsors[0].decidesAlone[0]")
                .isEqualTo("MONEY");
        var persons = rule(Matter.MONEY, Map.of("decider", "BALLOT", "body", "PERSONS"));
        adopted(ballot(one, "rules", persons), one, sponsor);
        get(member(alliance, one.organization()), "/powers")
                .expectBody()
                .jsonPath("$.rulebookVersion")
                .isEqualTo(3)
                .jsonPath("$.matters.length()")
                .isEqualTo(7)
                .jsonPath("$.matters[0].electors")
                .isEqualTo(2)
                .jsonPath("$.matters[0].movedBy")
                .isEmpty()
                .jsonPath("$.matters[4].electors")
                .isEqualTo(3)
                .jsonPath("$.matters[4].mine")
                .isEqualTo(1)
                .jsonPath("$.sponsors[0].decidesAlone.length()")
                .isEqualTo(0)
                .jsonPath("$.operator.cannot[1]")
                .isEqualTo("CHANGE_THE_RULES");
        refused(get(one, "/powers?matter=WEATHER"), 400, "not-readable");
    }
}
