package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An open offer when one of the two goes: preferred where somebody must follow, else lapsed. */
class HandedSuccessionTest extends MembershipTest {

    private static final String ROLES = "membership.roles-changed.v1";

    @Test
    void each_role_falls_to_the_colleague_to_whom_it_was_offered() {
        var house = new Firm("two-heirs");
        var leaver = house.member("Ada Leaver");
        var longest = house.member("Bo Longest");
        var admin = house.member("Cy Admin");
        var delegate = house.member("Di Delegate");
        var one = offering(leaver, admin, "ADMINISTRATOR");
        var other = offering(leaver, delegate, "DELEGATE");
        put(leaver, "/people/mine/exit", "{}").expectStatus().isOk();
        assertThat(last(ROLES, admin))
                .contains("SUCCESSION", "\"administrator\": true", "\"delegate\": false");
        assertThat(last(ROLES, delegate))
                .contains("SUCCESSION", "\"administrator\": false", "\"delegate\": true");
        assertThat(last("membership.standing-changed.v1", delegate))
                .contains("\"delegate\": true", delegate.subject())
                .doesNotContain(admin.subject());
        assertThat(journal(ROLES, personOf(longest))).isEqualTo("null");
        lapsed(one);
        lapsed(other);
        refused(admin, "/handovers/" + one + "/acceptance", "{}", "handover-over");
    }

    @Test
    void without_an_offer_both_fall_to_who_has_been_there_longest() {
        var house = new Firm("one-heir");
        var leaver = house.member("Ada Leaver");
        var longest = house.member("Bo Longest");
        house.member("Cy Later");
        put(leaver, "/people/mine/exit", "{}").expectStatus().isOk();
        assertThat(last(ROLES, longest))
                .contains("SUCCESSION", "\"administrator\": true", "\"delegate\": true");
    }

    @Test
    void who_was_named_and_has_gone_does_not_follow() {
        var house = new Firm("named-gone");
        var leaver = house.member("Ada Leaver");
        var longest = house.member("Bo Longest");
        var named = house.member("Cy Named");
        var offer = offering(leaver, named, "DELEGATE");
        put(named, "/people/mine/exit", "{}").expectStatus().isOk();
        lapsed(offer);
        put(leaver, "/people/mine/exit", "{}").expectStatus().isOk();
        assertThat(last(ROLES, longest)).contains("\"delegate\": true");
    }

    @Test
    void where_somebody_else_has_the_role_nobody_gets_it_unasked() {
        var house = new Firm("nobody-unasked");
        var leaver = house.member("Ada Leaver");
        var named = house.member("Bo Named");
        var second = house.member("Cy Second");
        put(
                        leaver,
                        house.path("/roles/" + personOf(second)),
                        "{\"administrator\":true,\"delegate\":true}")
                .expectStatus()
                .isOk();
        var offer = offering(leaver, named, "DELEGATE");
        put(leaver, "/people/mine/exit", "{}").expectStatus().isOk();
        assertThat(journal(ROLES, personOf(named))).isEqualTo("null");
        lapsed(offer);
    }

    @Test
    void offers_inside_a_firm_lapse_when_it_leaves_as_a_whole() {
        var house = new Firm("whole-firm");
        var leaver = house.member("Ada Leaver");
        var named = house.member("Bo Named");
        var offer = offering(leaver, named, "DELEGATE");
        put(leaver, house.path("/exit"), "{\"people\":2}").expectStatus().isOk();
        lapsed(offer);
    }

    private UUID offering(Someone giver, Someone taker, String role) {
        var id = id();
        put(
                        giver,
                        "/handovers/" + id,
                        "{\"person\":\"%s\",\"role\":\"%s\"}".formatted(personOf(taker), role))
                .expectStatus()
                .isCreated();
        return id;
    }

    private void lapsed(UUID offer) {
        assertThat(journal("membership.handover-changed.v1", offer).lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("LAPSED", "\"version\": 2");
        assertThat(journal("membership.need-closed.v1", offer)).contains(offer.toString());
    }

    private String last(String type, Someone person) {
        return journal(type, personOf(person)).lines().toList().getLast();
    }
}
