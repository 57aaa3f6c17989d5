package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who has a role of the firm hands it to a named colleague, by the acts of both (claim A29). */
class HandoversTest extends MembershipTest {

    private static final String ROLES = "membership.roles-changed.v1";
    private static final String STANDING = "membership.standing-changed.v1";

    @Test
    void a_role_passes_when_the_named_colleague_takes_it_up() {
        var house = new Firm("passing");
        var giver = house.member("Ada Giver");
        var taker = house.member("Bo Taker");
        var id = id();
        var body = offer(personOf(taker), "DELEGATE");
        put(giver, "/handovers/" + id, body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("OFFERED")
                .jsonPath("$.role")
                .isEqualTo("DELEGATE")
                .jsonPath("$.from")
                .isEqualTo(personOf(giver).toString())
                .jsonPath("$.person")
                .isEqualTo(personOf(taker).toString());
        put(giver, "/handovers/" + id, body).expectStatus().isOk();
        assertThat(journal("membership.need-opened.v1", id))
                .contains("\"title\": \"Firm passing\"", personOf(taker).toString());
        roles(giver, true, true);
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(taker, "/handovers/" + id + "/acceptance", "{}", key)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("ACCEPTED");
        }
        put(taker, "/handovers/" + id + "/declination", "{}", key).expectStatus().isEqualTo(409);
        roles(giver, true, false);
        roles(taker, false, true);
        assertThat(last(ROLES, taker)).contains("HANDED_OVER", "\"delegate\": true");
        assertThat(last(ROLES, giver)).contains("HANDED_OVER", "\"delegate\": false");
        assertThat(last(STANDING, taker)).contains("\"delegate\": true", taker.subject());
        assertThat(last(STANDING, giver)).contains("\"delegate\": false", giver.subject());
        assertThat(journal("membership.handover-changed.v1", id).lines().toList())
                .hasSize(2)
                .satisfies(told -> assertThat(told.get(0)).contains("OFFERED", "\"version\": 1"))
                .satisfies(told -> assertThat(told.get(1)).contains("ACCEPTED", "\"version\": 2"));
        assertThat(journal("membership.need-closed.v1", id).lines()).hasSize(1);
        refused(taker, "/handovers/" + id + "/acceptance", "{}", "handover-over");
        refused(giver, "/handovers/" + id + "/withdrawal", "{}", "handover-over");
    }

    @Test
    void only_who_has_it_offers_it_to_one_colleague_at_a_time_who_may_have_it() {
        var house = new Firm("offering");
        var giver = house.member("Ada Giver");
        var colleague = house.member("Bo Colleague");
        var second = house.member("Cy Second");
        var gone = house.member("Di Gone");
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
        var expert = expert(house, "Ed Expert");
        offered(colleague, personOf(second), "handover-role-not-held");
        offered(giver, personOf(giver), "handover-no-colleague");
        offered(giver, id(), "handover-no-colleague");
        offered(giver, personOf(gone), "handover-no-colleague");
        offered(giver, personOf(founder), "handover-no-colleague");
        offered(giver, personOf(expert), "class-not-allowed");
        offered(expert, personOf(colleague), "handover-role-not-held");
        offered(stranger("Eve Stranger"), personOf(colleague), "not-found");
        offered(gone, personOf(colleague), "not-found");
        put(
                        giver,
                        house.path("/roles/" + personOf(second)),
                        "{\"administrator\":true,\"delegate\":false}")
                .expectStatus()
                .isOk();
        offered(giver, personOf(second), "handover-held-already");
        var id = offering(giver, colleague, "ADMINISTRATOR");
        offered(giver, personOf(second), "handover-held-already");
        offered(giver, personOf(house.member("Flo Third")), "handover-offered");
        offering(giver, second, "DELEGATE");
        put(giver, "/handovers/" + id, offer(personOf(second), "DELEGATE"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void it_is_taken_back_or_declined_and_can_be_offered_again() {
        var house = new Firm("again");
        var giver = house.member("Ada Giver");
        var colleague = house.member("Bo Colleague");
        var first = offering(giver, colleague, "DELEGATE");
        put(giver, "/handovers/" + first + "/withdrawal", "{}").expectStatus().isOk();
        refused(colleague, "/handovers/" + first + "/acceptance", "{}", "handover-over");
        var second = offering(giver, colleague, "DELEGATE");
        put(colleague, "/handovers/" + second + "/declination", "{}").expectStatus().isOk();
        refused(colleague, "/handovers/" + second + "/acceptance", "{}", "handover-over");
        roles(giver, true, true);
        for (var id : new UUID[] {first, second}) {
            assertThat(journal("membership.need-closed.v1", id).lines()).hasSize(1);
        }
        offering(giver, colleague, "DELEGATE");
    }

    @Test
    void nobody_else_finds_or_answers_it() {
        var house = new Firm("between-two");
        var giver = house.member("Ada Giver");
        var taker = house.member("Bo Taker");
        var third = house.member("Cy Third");
        var gone = house.member("Di Gone");
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
        var id = offering(giver, taker, "DELEGATE");
        for (var other : new Someone[] {third, founder, gone, stranger("Eve Stranger")}) {
            for (var act : new String[] {"/acceptance", "/declination", "/withdrawal"}) {
                put(other, "/handovers/" + id + act, "{}").expectStatus().isNotFound();
            }
        }
        put(giver, "/handovers/" + id + "/acceptance", "{}").expectStatus().isNotFound();
        put(giver, "/handovers/" + id + "/declination", "{}").expectStatus().isNotFound();
        put(taker, "/handovers/" + id + "/withdrawal", "{}").expectStatus().isNotFound();
        listed(giver, 1);
        listed(taker, 1);
        listed(third, 0);
        listed(founder, 0);
        get(gone, "/handovers").expectStatus().isNotFound();
    }

    @Test
    void what_is_gone_meanwhile_does_not_pass() {
        var house = new Firm("meanwhile");
        var giver = house.member("Ada Giver");
        var taker = house.member("Bo Taker");
        var admin = house.member("Cy Admin");
        var delegate = "{\"administrator\":false,\"delegate\":true}";
        var id = offering(giver, taker, "DELEGATE");
        put(giver, house.path("/roles/" + personOf(taker)), delegate).expectStatus().isOk();
        refused(taker, "/handovers/" + id + "/acceptance", "{}", "handover-held-already");
        put(
                        giver,
                        house.path("/roles/" + personOf(admin)),
                        "{\"administrator\":true,\"delegate\":false}")
                .expectStatus()
                .isOk();
        var role = offering(giver, taker, "ADMINISTRATOR");
        put(
                        admin,
                        house.path("/roles/" + personOf(giver)),
                        "{\"administrator\":false,\"delegate\":true}")
                .expectStatus()
                .isOk();
        refused(taker, "/handovers/" + role + "/acceptance", "{}", "handover-role-gone");
        put(taker, "/handovers/" + role + "/declination", "{}").expectStatus().isOk();
        roles(taker, false, true);
    }

    @Test
    void who_is_suspended_neither_is_offered_a_role_nor_takes_one() {
        var giver = member("Freya Giver");
        var taker = member("Bo Suspended");
        var id = offering(giver, taker, "DELEGATE");
        new TestDirectory(this).names(giver, taker, false);
        put(taker, "/handovers/" + id + "/acceptance", "{}").expectStatus().isNotFound();
        offered(giver, personOf(taker), "handover-no-colleague");
    }

    private Someone expert(Firm house, String name) {
        var person = house.stranger(name);
        var invitation = id();
        put(
                        founder,
                        "/invitations/" + invitation,
                        invitation(person, house.id, REASON + name)
                                .replace("{", "{\"class\":\"EXPERT\","))
                .expectStatus()
                .isCreated();
        answer(person, invitation, id()).expectStatus().isCreated();
        return person;
    }

    private UUID offering(Someone giver, Someone taker, String role) {
        var id = id();
        put(giver, "/handovers/" + id, offer(personOf(taker), role)).expectStatus().isCreated();
        return id;
    }

    private void offered(Someone giver, UUID person, String kebab) {
        refused(giver, "/handovers/" + id(), offer(person, "ADMINISTRATOR"), kebab);
    }

    private void listed(Someone reader, int count) {
        get(reader, "/handovers")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(count);
    }

    private void roles(Someone person, boolean administrator, boolean delegate) {
        var id = personOf(person);
        get(founder, "/people/" + id)
                .expectBody()
                .jsonPath("$.person.administrator")
                .isEqualTo(administrator)
                .jsonPath("$.person.delegate")
                .isEqualTo(delegate);
    }

    private String last(String type, Someone person) {
        return journal(type, personOf(person)).lines().toList().getLast();
    }

    private static String offer(UUID person, String role) {
        return "{\"person\":\"%s\",\"role\":\"%s\"}".formatted(person, role);
    }
}
