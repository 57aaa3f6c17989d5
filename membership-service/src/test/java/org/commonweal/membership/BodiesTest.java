package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A firm decides for itself by its own administrators, and never for another one (claim A16). */
class BodiesTest extends MembershipTest {

    @Test
    void the_first_of_a_firm_administers_it_and_names_others_and_withdraws_them() {
        var firm = new Firm("naming");
        var first = firm.member("Ada First");
        var second = firm.member("Bo Second");
        put(second, firm.path("/roles/" + personOf(second)), roles(true, true))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:not-an-administrator");
        put(first, firm.path("/roles/" + personOf(second)), roles(true, true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.officials.length()")
                .isEqualTo(2)
                .jsonPath("$.inner.administrator")
                .isEqualTo(true);
        assertThat(journal("membership.standing-changed.v1", personOf(second)))
                .contains("\"delegate\": true");
        me(second)
                .expectBody()
                .jsonPath("$.alliances[0].administrator")
                .isEqualTo(true)
                .jsonPath("$.alliances[0].delegate")
                .isEqualTo(true);
        put(second, firm.path("/roles/" + personOf(first)), roles(false, false))
                .expectStatus()
                .isOk();
        put(first, firm.path("/seats"), "{\"seats\":9}").expectStatus().isForbidden();
        refused(
                second,
                firm.path("/roles/" + personOf(second)),
                roles(false, true),
                "last-administrator");
        refused(
                second,
                firm.path("/roles/" + personOf(second)),
                roles(true, false),
                "last-delegate");
        put(second, firm.path("/roles/" + id()), roles(true, false)).expectStatus().isNotFound();
    }

    @Test
    void an_offer_without_a_free_seat_is_refused_with_its_reason_and_a_refusal_is_not() {
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
        var house = new Firm("full-house");
        var administrator = house.member("Ada Full");
        put(administrator, house.path("/seats"), "{\"seats\":1}").expectStatus().isOk();
        var person = house.stranger("Bo Seatless");
        var application = id();
        put(
                        person,
                        "/applications/" + application,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                                .formatted(house.id))
                .expectStatus()
                .isCreated();
        var path = "/applications/" + application + "/decision";
        var decision = "{\"accepted\":%s,\"reason\":\"%s\",\"ask\":\"%s\"}";
        refused(administrator, path, decision.formatted(true, REASON, ASK), "seats-taken");
        me(person).expectBody().jsonPath("$.invitations").isEmpty();
        put(administrator, path, decision.formatted(false, REASON, ASK)).expectStatus().isOk();
    }

    @Test
    void seats_bound_what_is_promised_and_what_is_taken() {
        var firm = new Firm("seated");
        var first = firm.member("Ada First");
        put(first, firm.path("/seats"), "{\"seats\":2}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inner.seats")
                .isEqualTo(2);
        get(founder, firm.path("")).expectBody().jsonPath("$.inner").isEmpty();
        var waiting = firm.stranger("Bo Waiting");
        var invitation = firm.invited(waiting);
        refused(
                founder,
                "/invitations/" + id(),
                invitation(firm.stranger("Cy Third"), firm.id, REASON + " Cy"),
                "seats-taken");
        put(first, firm.path("/seats"), "{\"seats\":1}").expectStatus().isOk();
        answer(waiting, invitation, id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:seats-taken");
        put(first, firm.path("/seats"), "{}").expectStatus().isOk();
        answer(waiting, invitation, id()).expectStatus().isCreated();
        refused(first, firm.path("/seats"), "{\"seats\":1}", "seats-below-members");
    }

    @Test
    void an_administrator_changes_how_the_firm_is_called_and_a_repetition_changes_nothing() {
        var firm = new Firm("renamed");
        var first = firm.member("Ada First");
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(first, firm.path("/description"), description("Renamed LLP"), key)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.name")
                    .isEqualTo("Renamed LLP")
                    .jsonPath("$.shortName")
                    .isEqualTo("New")
                    .jsonPath("$.colour")
                    .isEqualTo("#123456");
        }
        put(first, firm.path("/description"), description("Another"), key)
                .expectStatus()
                .isEqualTo(409);
        assertThat(journal("membership.organization-changed.v1", firm.id))
                .containsOnlyOnce("Renamed LLP");
    }

    @Test
    void whoever_has_been_there_longest_follows_the_last_administrator_and_delegate() {
        var firm = new Firm("inherited");
        var first = firm.member("Ada First");
        var second = firm.member("Bo Second");
        var third = firm.member("Cy Third");
        var heir = personOf(second);
        put(first, "/people/mine/exit", "{}").expectStatus().isOk();
        assertThat(journal("membership.roles-changed.v1", heir)).contains("SUCCESSION");
        assertThat(journal("membership.standing-changed.v1", heir)).contains("\"delegate\": true");
        me(second).expectBody().jsonPath("$.alliances[0].administrator").isEqualTo(true);
        me(third).expectBody().jsonPath("$.alliances[0].administrator").isEqualTo(false);
        put(second, firm.path("/seats"), "{\"seats\":5}").expectStatus().isOk();
    }

    @Test
    void no_administrator_reaches_into_another_firm_whatever_there_is_in_it() {
        var firms = new ArrayList<Seeded>();
        for (var n = 0; n < 5; n++) {
            var firm = new Firm("seed" + n);
            firms.add(new Seeded(firm, firm.member("Ada " + n), personOf(firm.member("Bo " + n))));
        }
        for (var actor : firms) {
            for (var target : firms) {
                if (!actor.equals(target)) {
                    crossing(actor.administrator(), target);
                }
            }
        }
        for (var firm : firms) {
            get(firm.administrator(), firm.firm().path(""))
                    .expectBody()
                    .jsonPath("$.members")
                    .isEqualTo(2)
                    .jsonPath("$.inner.seats")
                    .isEmpty()
                    .jsonPath("$.officials.length()")
                    .isEqualTo(1)
                    .jsonPath("$.name")
                    .isEqualTo(firm.firm().name);
        }
    }

    private void crossing(Someone actor, Seeded target) {
        var there = personOf(target.administrator());
        for (var act :
                List.of(
                        new Act("/description", description("Taken over")),
                        new Act("/seats", "{\"seats\":1}"),
                        new Act("/seats", "{\"seats\":9}"),
                        new Act("/roles/" + there, roles(false, false)),
                        new Act("/roles/" + target.colleague(), roles(true, true)),
                        new Act("/roles/" + personOf(actor), roles(true, true)),
                        new Act("/roles/" + id(), roles(true, true)))) {
            refused(actor, target.firm().path(act.path()), act.body(), "other-firm");
        }
        refused(
                actor,
                "/people/" + target.colleague() + "/removal",
                "{\"reason\":\"because\"}",
                "other-firm");
    }

    private static String description(String name) {
        return "{\"name\":\"%s\",\"shortName\":\"New\",\"colour\":\"#123456\"}".formatted(name);
    }

    private static String roles(boolean administrator, boolean delegate) {
        return "{\"administrator\":%s,\"delegate\":%s}".formatted(administrator, delegate);
    }

    private record Seeded(Firm firm, Someone administrator, UUID colleague) {}

    private record Act(String path, String body) {}
}
