package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A member belongs to two firms at once, with a login of each (claim E3). */
class SecondFirmTest extends PlacesTest {

    private Someone boss;

    @BeforeAll
    void theFirstOfTheFirmAdministersIt() {
        boss = member("Zoe First");
    }

    @Test
    void a_member_takes_up_a_place_at_a_second_firm_and_each_login_acts_for_its_firm() {
        var home = new Firm("two-home");
        var host = new Firm("two-host");
        var ada = home.member("Ada Two");
        var official = host.member("Cy Official");
        var person = personOf(ada);
        var place = offered(official, "SECONDMENT", ada);
        get(ada, "/moves/" + place).expectBody().jsonPath("$.kind").isEqualTo("SECONDMENT");
        var code = agreed(ada, place);
        var login = host.stranger("Ada Two");
        var key = id();
        takenUp(login, place, code, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.person")
                .isEqualTo(person.toString())
                .jsonPath("$.from")
                .isEqualTo(home.id.toString())
                .jsonPath("$.organization")
                .isEqualTo(host.id.toString())
                .jsonPath("$.delegate")
                .isEqualTo(false);
        takenUp(login, place, code, key).expectStatus().isOk();
        actsFor(ada, home, true, false);
        actsFor(login, host, false, true);
        assertThat(personOf(login)).isEqualTo(person);
        get(official, "/people/" + person)
                .expectBody()
                .jsonPath("$.person.organization")
                .isEqualTo(home.id.toString())
                .jsonPath("$.person.secondOrganization")
                .isEqualTo(host.id.toString())
                .jsonPath("$.affiliations.length()")
                .isEqualTo(2)
                .jsonPath("$.affiliations[0].organization")
                .isEqualTo(host.id.toString())
                .jsonPath("$.affiliations[0].until")
                .isEmpty()
                .jsonPath("$.affiliations[1].until")
                .isEmpty();
        for (var firm : new Firm[] {home, host}) {
            get(official, "/people?organization=" + firm.id + "&query=Ada")
                    .expectBody()
                    .jsonPath("$.items[0].id")
                    .isEqualTo(person.toString());
        }
        get(official, host.path("")).expectBody().jsonPath("$.members").isEqualTo(2);
        assertThat(journal("membership.member-seconded.v1", person))
                .contains(home.id.toString(), host.id.toString(), place.toString());
    }

    @Test
    void the_standing_at_the_second_firm_is_told_beside_the_one_at_home_and_is_never_a_delegates() {
        var home = new Firm("told-home");
        var host = new Firm("told-host");
        var ada = home.member("Ada Told");
        var login = seconded(ada, host.member("Cy Official"), host);
        assertThat(standings(personOf(ada))).hasSize(1);
        assertThat(standings(secondment(ada)))
                .singleElement()
                .satisfies(told ->
                        assertThat(told)
                                .contains("\"ACTIVE\"", "\"version\": 2", "\"delegate\": false")
                                .contains(login.subject(), host.id.toString())
                                .doesNotContain(ada.subject()));
    }

    @Test
    void what_is_the_one_firms_is_not_seen_and_not_done_with_the_others_login() {
        var home = new Firm("inner-home");
        var host = new Firm("inner-host");
        var ada = home.member("Ada Both");
        var login = seconded(ada, host.member("Cy Official"), host);
        get(ada, home.path("")).expectBody().jsonPath("$.inner.administrator").isEqualTo(true);
        get(ada, host.path("")).expectBody().jsonPath("$.inner").isEmpty();
        get(login, home.path("")).expectBody().jsonPath("$.inner").isEmpty();
        get(login, host.path("")).expectBody().jsonPath("$.inner.administrator").isEqualTo(false);
        refused(login, home.path("/seats"), "{\"seats\":9}", "other-firm");
        refused(login, host.path("/seats"), "{\"seats\":9}", "not-an-administrator");
        refused(ada, host.path("/seats"), "{\"seats\":9}", "other-firm");
        get(ada, "/organizations/mine/login").expectStatus().isOk();
        get(login, "/organizations/mine/login").expectStatus().isForbidden();
        var wooed = offered(boss, ada);
        get(ada, "/moves/" + wooed).expectStatus().isOk();
        get(login, "/moves/" + wooed).expectStatus().isNotFound();
        put(login, "/moves/" + wooed + "/agreement", "{}").expectStatus().isNotFound();
        refused(login, "/moves/" + id(), offer("MOVE", personOf(boss), REASON), "not-an-official");
    }

    @Test
    void a_place_takes_a_seat_of_the_second_firm_and_there_are_two_firms_at_most() {
        var host = new Firm("seat-host");
        var third = new Firm("seat-third");
        var official = host.member("Cy Official");
        var ada = member("Ada Seated");
        var person = personOf(ada);
        put(official, host.path("/seats"), "{\"seats\":1}").expectStatus().isOk();
        refused(official, "/moves/" + id(), offer("SECONDMENT", person, REASON), "seats-taken");
        put(official, host.path("/seats"), "{\"seats\":2}").expectStatus().isOk();
        var theirs = third.member("Di Third");
        var late = offered(theirs, "SECONDMENT", ada);
        var code = agreed(ada, late);
        var login = seconded(ada, official, host);
        refused(official, host.path("/seats"), "{\"seats\":1}", "seats-below-members");
        refused(official, "/moves/" + id(), offer("MOVE", personOf(theirs), REASON), "seats-taken");
        refused(
                official,
                "/moves/" + id(),
                offer("SECONDMENT", person, REASON),
                "move-within-firm");
        refused(theirs, "/moves/" + id(), offer("SECONDMENT", person, REASON), "two-firms-already");
        takenUp(third.stranger("Ada Seated"), late, code, id())
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:two-firms-already");
        put(official, host.path("/roles/" + person), "{\"administrator\":true,\"delegate\":true}")
                .expectStatus()
                .isNotFound();
        assertThat(login.provider()).isEqualTo(host.provider);
    }

    @Test
    void a_login_is_of_one_firm_and_a_code_alone_opens_none() {
        var host = new Firm("login-host");
        var official = host.member("Cy Official");
        var ada = member("Ada Login");
        var place = offered(official, "SECONDMENT", ada);
        var through = new Someone(ada.subject(), ada.name(), ada.email(), host.provider);
        takenUp(through, place, "", id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:one-login-one-firm");
        var code = agreed(ada, place);
        takenUp(stranger("Stolen Code"), place, code, id()).expectStatus().isForbidden();
        takenUp(host.stranger("No Code"), place, "guess", id()).expectStatus().isNotFound();
        takenUp(official, place, code, id())
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:login-known-as-another");
    }

    @Test
    void the_person_ends_it_with_either_login_and_stays_a_member_at_home() {
        var host = new Firm("end-host");
        var official = host.member("Cy Official");
        var ada = member("Ada Ends");
        refused(ada, "/people/mine/secondment/exit", "{}", "no-second-firm");
        var first = seconded(ada, official, host);
        var key = id();
        ended(put(ada, "/people/mine/secondment/exit", "{}", key), "LEFT", false);
        ended(put(ada, "/people/mine/secondment/exit", "{}", key), "LEFT", false);
        overAt(host, first, ada);
        var again = seconded(ada, official, host);
        ended(put(again, "/people/mine/secondment/exit", "{}"), "LEFT", false);
        var third = seconded(ada, official, host);
        ended(put(third, "/people/mine/exit", "{}"), "LEFT", false);
        overAt(host, third, ada);
        get(ada, "/people/" + personOf(ada))
                .expectBody()
                .jsonPath("$.affiliations.length()")
                .isEqualTo(4)
                .jsonPath("$.affiliations[0].until")
                .isNotEmpty();
    }

    @Test
    void an_administrator_of_the_second_firm_ends_it_with_a_reason_and_nobody_else_does() {
        var home = new Firm("let-home");
        var host = new Firm("let-host");
        var official = host.member("Cy Official");
        var plain = host.member("Di Plain");
        home.member("Bo First");
        var ada = home.member("Ada Let");
        var login = seconded(ada, official, host);
        var removal = "/people/" + personOf(ada) + "/removal";
        var because = "{\"reason\":\"The work with us is done.\"}";
        refused(boss, removal, because, "other-firm");
        refused(plain, removal, because, "not-an-administrator");
        refused(login, "/people/" + personOf(plain) + "/removal", because, "not-an-administrator");
        refused(official, removal, "{\"reason\":\" \"}", "removal-reason-missing");
        ended(put(official, removal, because), "REMOVED", false);
        overAt(host, login, ada);
        assertThat(standings(personOf(ada))).hasSize(1);
        assertThat(journal("membership.secondment-ended.v1", personOf(ada)))
                .contains("REMOVED", host.id.toString())
                .doesNotContain("The work");
        refused(official, removal, because, "other-firm");
    }

    @Test
    void what_ends_at_home_ends_at_the_second_firm() {
        var host = new Firm("all-host");
        var official = host.member("Cy Official");
        var leaver = member("Ada Leaver");
        var second = seconded(leaver, official, host);
        var place = secondment(leaver);
        ended(put(leaver, "/people/mine/exit", "{}"), "LEFT", true);
        get(second, "/people").expectStatus().isNotFound();
        assertThat(standings(place).getLast()).contains("\"ENDED\"", second.subject());
        var removed = member("Bo Removed");
        var theirs = seconded(removed, official, host);
        put(boss, "/people/" + personOf(removed) + "/removal", "{\"reason\":\"Gone.\"}")
                .expectStatus()
                .isOk();
        get(theirs, "/people").expectStatus().isNotFound();
        get(official, host.path("")).expectBody().jsonPath("$.members").isEqualTo(1);
        me(theirs).expectBody().jsonPath("$.alliances.length()").isEqualTo(0);
    }

    @Test
    void a_move_ends_the_second_place_and_to_the_second_firm_makes_it_the_home() {
        var host = new Firm("move-host");
        var third = new Firm("move-third");
        var official = host.member("Cy Official");
        var ada = member("Ada Moves");
        var login = seconded(ada, official, host);
        var away = offered(third.member("Di Third"), ada);
        var moved = third.stranger("Ada Moves");
        takenUp(moved, away, agreed(ada, away), id()).expectStatus().isCreated();
        get(login, "/people").expectStatus().isNotFound();
        actsFor(moved, third, false, false);
        var bo = member("Bo Moves");
        var second = seconded(bo, official, host);
        var place = secondment(bo);
        put(official, host.path("/seats"), "{\"seats\":3}").expectStatus().isOk();
        var over = offered(official, bo);
        put(official, host.path("/seats"), "{\"seats\":2}").expectStatus().isOk();
        takenUp(second, over, "", id()).expectStatus().isNotFound();
        takenUp(second, over, agreed(bo, over), id()).expectStatus().isCreated();
        actsFor(second, host, false, false);
        get(bo, "/people").expectStatus().isNotFound();
        assertThat(standings(place).getLast())
                .contains("\"ENDED\"")
                .doesNotContain(second.subject());
        get(second, "/people/" + personOf(second))
                .expectBody()
                .jsonPath("$.person.secondOrganization")
                .isEmpty()
                .jsonPath("$.affiliations.length()")
                .isEqualTo(3);
    }

    @Test
    void the_second_firms_directory_and_the_second_firm_as_a_whole_end_it_and_the_homes_do_not() {
        var host = new Firm("dir-host");
        var official = host.member("Cy Official");
        var ada = member("Ada Directory");
        var login = seconded(ada, official, host);
        new TestDirectory(this).names(boss, ada, false);
        me(ada).expectBody().jsonPath("$.alliances.length()").isEqualTo(0);
        actsFor(login, host, false, true);
        get(login, "/people/" + personOf(login))
                .expectBody()
                .jsonPath("$.person.state")
                .isEqualTo("ACTIVE");
        var bo = member("Bo Directory");
        var second = seconded(bo, official, host);
        new TestDirectory(this, host.id).names(official, second, false);
        overAt(host, second, bo);
        assertThat(journal("membership.secondment-ended.v1", personOf(bo))).contains("DIRECTORY");
        var cleo = member("Cleo Stays");
        var third = seconded(cleo, official, host);
        put(official, host.path("/exit"), "{\"people\":1}").expectStatus().isOk();
        overAt(host, third, cleo);
        assertThat(journal("membership.secondment-ended.v1", personOf(cleo))).contains("FIRM_LEFT");
    }

    @Test
    void the_home_firm_leaves_as_a_whole_and_its_people_stand_nowhere() {
        var home = new Firm("gone-home");
        var host = new Firm("gone-host");
        var ada = home.member("Ada Gone");
        var login = seconded(ada, host.member("Cy Official"), host);
        var place = secondment(ada);
        put(ada, home.path("/exit"), "{\"people\":1}").expectStatus().isOk();
        get(login, "/people").expectStatus().isNotFound();
        assertThat(standings(place).getLast()).contains("\"ENDED\"", login.subject());
    }

    @Test
    void a_role_at_home_is_handed_over_at_home_and_is_none_at_the_second_firm() {
        var home = new Firm("role-home");
        var host = new Firm("role-host");
        var giver = home.member("Gia Giver");
        var ada = home.member("Ada Taker");
        var official = host.member("Cy Official");
        var colleague = host.member("Di Colleague");
        var login = seconded(ada, official, host);
        var handover = id();
        put(giver, "/handovers/" + handover, role(personOf(ada))).expectStatus().isCreated();
        put(login, "/handovers/" + handover + "/acceptance", "{}").expectStatus().isNotFound();
        put(ada, "/handovers/" + handover + "/acceptance", "{}").expectStatus().isOk();
        me(ada).expectBody().jsonPath("$.alliances[0].delegate").isEqualTo(true);
        me(login).expectBody().jsonPath("$.alliances[0].delegate").isEqualTo(false);
        assertThat(standings(secondment(ada))).hasSize(1);
        assertThat(standings(personOf(ada)).getLast())
                .contains("\"delegate\": true", ada.subject())
                .doesNotContain(login.subject());
        refused(login, "/handovers/" + id(), role(personOf(colleague)), "handover-role-not-held");
    }

    @Test
    void who_works_there_besides_takes_the_seat_that_an_application_would() {
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
        var host = new Firm("full-host");
        var official = host.member("Cy Official");
        seconded(member("Ada Seated"), official, host);
        put(official, host.path("/seats"), "{\"seats\":2}").expectStatus().isOk();
        var application = id();
        put(
                        host.stranger("Bo Seatless"),
                        "/applications/" + application,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                                .formatted(host.id))
                .expectStatus()
                .isCreated();
        refused(
                official,
                "/applications/" + application + "/decision",
                "{\"accepted\":true,\"reason\":\"%s\",\"ask\":\"%s\"}".formatted(REASON, ASK),
                "seats-taken");
    }

    private static String role(UUID person) {
        return "{\"person\":\"%s\",\"role\":\"DELEGATE\"}".formatted(person);
    }

    private void actsFor(Someone login, Firm firm, boolean administrator, boolean besides) {
        me(login)
                .expectBody()
                .jsonPath("$.alliances[0].organization")
                .isEqualTo(firm.id.toString())
                .jsonPath("$.alliances[0].administrator")
                .isEqualTo(administrator)
                .jsonPath("$.alliances[0].besides")
                .isEqualTo(besides);
    }

    private static void ended(ResponseSpec answer, String how, boolean whole) {
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.how")
                .isEqualTo(how)
                .jsonPath("$.whole")
                .isEqualTo(whole);
    }

    /** The second firm's login stands no more, the one at home as before. */
    private void overAt(Firm host, Someone login, Someone atHome) {
        get(login, "/people").expectStatus().isNotFound();
        me(login).expectBody().jsonPath("$.alliances.length()").isEqualTo(0);
        get(atHome, "/people?organization=" + host.id + "&query=" + atHome.name())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    private UUID secondment(Someone person) {
        var told = journal("membership.member-seconded.v1", personOf(person));
        return UUID.fromString(told.replaceAll("(?s).*\"secondment\": \"([^\"]+)\".*", "$1"));
    }
}
