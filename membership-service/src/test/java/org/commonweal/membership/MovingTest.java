package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A member changes firms by the own act, with the whole history (claims B6, E3). */
class MovingTest extends PlacesTest {

    private Someone boss;

    @Test
    void a_member_takes_up_an_offer_with_the_new_firms_login_and_stays_the_same_person() {
        var from = new Firm("move-from");
        var to = new Firm("move-to");
        var first = from.member("Ada First");
        var heir = from.member("Bo Heir");
        var official = to.member("Cy Official");
        var person = personOf(first);
        var move = offered(official, first);
        get(first, "/moves/" + move)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mine")
                .isEqualTo(true)
                .jsonPath("$.reason")
                .isEqualTo(REASON);
        var code = agreed(first, move);
        var newLogin = to.stranger("Ada First");
        var key = id();
        takenUp(newLogin, move, code, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.person")
                .isEqualTo(person.toString())
                .jsonPath("$.from")
                .isEqualTo(from.id.toString())
                .jsonPath("$.organization")
                .isEqualTo(to.id.toString())
                .jsonPath("$.delegate")
                .isEqualTo(false);
        takenUp(newLogin, move, code, key)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.organization")
                .isEqualTo(to.id.toString());
        assertThat(personOf(newLogin)).isEqualTo(person);
        assertThat(journal("membership.member-moved.v1", person)).containsOnlyOnce("\"from\"");
        get(first, "/people/" + person).expectStatus().isNotFound();
        get(newLogin, "/people/" + person)
                .expectBody()
                .jsonPath("$.affiliations.length()")
                .isEqualTo(2)
                .jsonPath("$.affiliations[0].organization")
                .isEqualTo(to.id.toString())
                .jsonPath("$.affiliations[0].until")
                .isEmpty()
                .jsonPath("$.affiliations[1].organization")
                .isEqualTo(from.id.toString());
        assertThat(affiliations(newLogin, person)).isEqualTo("no gap");
        get(heir, from.path(""))
                .expectBody()
                .jsonPath("$.officials[0].person")
                .isEqualTo(personOf(heir).toString())
                .jsonPath("$.members")
                .isEqualTo(1);
        me(newLogin)
                .expectBody()
                .jsonPath("$.alliances[0].organization")
                .isEqualTo(to.id.toString())
                .jsonPath("$.alliances[0].administrator")
                .isEqualTo(false);
    }

    @Test
    void all_logins_of_before_are_told_to_have_ended_before_the_new_one_begins() {
        var from = new Firm("told-from");
        var to = new Firm("told-to");
        var mover = from.member("Ada Mover");
        var official = to.member("Cy Official");
        var person = personOf(mover);
        var move = offered(official, mover);
        var newLogin = to.stranger("Ada Mover");
        takenUp(newLogin, move, agreed(mover, move), id()).expectStatus().isCreated();
        var told = standings(person);
        assertThat(told).hasSize(3);
        assertThat(told.get(1))
                .contains("\"ENDED\"", "\"version\": 2", mover.subject(), from.id.toString());
        assertThat(told.get(2))
                .contains("\"ACTIVE\"", "\"version\": 3", newLogin.subject(), to.id.toString())
                .doesNotContain(mover.subject());
    }

    @Test
    void what_is_the_old_firms_is_refused_at_once() {
        var from = new Firm("inner-from");
        var to = new Firm("inner-to");
        var mover = from.member("Ada Mover");
        from.member("Bo Stays");
        var official = to.member("Cy Official");
        get(mover, "/organizations/mine/login").expectStatus().isOk();
        var move = offered(official, mover);
        var newLogin = to.stranger("Ada Mover");
        takenUp(newLogin, move, agreed(mover, move), id()).expectStatus().isCreated();
        get(newLogin, from.path("")).expectBody().jsonPath("$.inner").isEmpty();
        get(newLogin, to.path("")).expectBody().jsonPath("$.inner.administrator").isEqualTo(false);
        refused(newLogin, from.path("/seats"), "{\"seats\":9}", "other-firm");
        get(newLogin, "/organizations/mine/login").expectStatus().isForbidden();
        for (var path : new String[] {"/organizations/mine/login", from.path(""), "/moves"}) {
            get(mover, path).expectStatus().isNotFound();
        }
    }

    @Test
    void only_officials_offer_and_only_to_members_of_other_firms_with_a_reason_and_a_seat() {
        var to = new Firm("offer-to");
        var official = to.member("Cy Official");
        var plain = to.member("Di Plain");
        var mover = member("Ada Seated");
        var person = personOf(mover);
        refused(plain, "/moves/" + id(), offer(person, REASON), "not-an-official");
        refused(official, "/moves/" + id(), offer(personOf(plain), REASON), "move-within-firm");
        refused(official, "/moves/" + id(), offer(id(), REASON), "move-of-no-member");
        refused(official, "/moves/" + id(), offer(person, "come"), "move-reason-missing");
        put(official, to.path("/seats"), "{\"seats\":2}").expectStatus().isOk();
        refused(official, "/moves/" + id(), offer(person, REASON), "seats-taken");
        put(official, to.path("/seats"), "{\"seats\":3}").expectStatus().isOk();
        var move = id();
        put(official, "/moves/" + move, offer(person, REASON)).expectStatus().isCreated();
        put(official, "/moves/" + move, offer(person, REASON)).expectStatus().isOk();
        put(official, "/moves/" + move, offer(person, REASON + " And more."))
                .expectStatus()
                .isEqualTo(409);
        refused(official, "/moves/" + id(), offer(person, REASON), "move-offered");
        assertThat(journal("membership.move-changed.v1", move)).containsOnlyOnce("OFFERED");
    }

    @Test
    void nobody_but_the_person_answers_and_the_firm_of_today_does_not_learn_of_it() {
        var to = new Firm("secret-to");
        var official = to.member("Cy Official");
        var mover = member("Bea Secret");
        var colleague = member("Bo Colleague");
        var move = offered(official, mover);
        var code = agreed(mover, move);
        for (var other : new Someone[] {founder, colleague}) {
            get(other, "/moves/" + move).expectStatus().isNotFound();
            get(other, "/moves").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        }
        for (var other : new Someone[] {founder, colleague, official}) {
            put(other, "/moves/" + move + "/agreement", "{}").expectStatus().isNotFound();
            put(other, "/moves/" + move + "/declination", "{}").expectStatus().isNotFound();
            takenUp(other, move, "guess", id()).expectStatus().isNotFound();
        }
        takenUp(official, move, code, id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:login-known-as-another");
        takenUp(mover, move, "", id())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:move-other-way-in");
        takenUp(stranger("Stolen Code"), move, code, id()).expectStatus().isForbidden();
        get(official, "/moves").expectBody().jsonPath("$.items[0].mine").isEqualTo(false);
        put(mover, "/moves/" + move + "/declination", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DECLINED");
        takenUp(to.stranger("Ada Mover"), move, code, id()).expectStatus().isNotFound();
        refused(mover, "/moves/" + move + "/agreement", "{}", "move-answered");
        assertThat(get(mover, "/people/" + personOf(mover)).expectStatus().isOk()).isNotNull();
    }

    @Test
    void a_code_is_told_once_and_the_newest_alone_counts() {
        var to = new Firm("code-to");
        var official = to.member("Cy Official");
        var mover = member("Cleo Coded");
        var move = offered(official, mover);
        var key = id();
        put(mover, "/moves/" + move + "/agreement", "{}", key).expectStatus().isCreated();
        put(mover, "/moves/" + move + "/agreement", "{}", key)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:move-code-told");
        var replaced = agreed(mover, move);
        var code = agreed(mover, move);
        var newLogin = to.stranger("Ada Mover");
        takenUp(newLogin, move, replaced, id()).expectStatus().isNotFound();
        put(official, to.path("/seats"), "{\"seats\":1}").expectStatus().isOk();
        takenUp(newLogin, move, code, id()).expectStatus().isEqualTo(409);
        put(official, to.path("/seats"), "{}").expectStatus().isOk();
        takenUp(newLogin, move, code, id()).expectStatus().isCreated();
        takenUp(newLogin, move, code, id())
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:move-answered");
    }

    @Test
    void the_same_login_moves_without_a_code_when_it_comes_through_the_new_firms_way_in() {
        var to = new Firm("same-to");
        var official = to.member("Cy Official");
        var mover = member("Dora Same");
        var move = offered(official, mover);
        var through = new Someone(mover.subject(), mover.name(), mover.email(), to.provider);
        takenUp(through, move, "", id()).expectStatus().isCreated();
        get(through, to.path("")).expectBody().jsonPath("$.inner.administrator").isEqualTo(false);
        assertThat(standings(personOf(through)).get(2)).contains("\"ACTIVE\"", mover.subject());
    }

    @Test
    void the_old_firms_login_brings_nobody_back_and_the_person_does() {
        var to = new Firm("back-to");
        var official = to.member("Cy Official");
        var mover = member("Eva Back");
        member("Bo Stays");
        var there = offered(official, mover);
        var newLogin = to.stranger("Ada Mover");
        takenUp(newLogin, there, agreed(mover, there), id()).expectStatus().isCreated();
        var back = offered(boss, newLogin);
        put(mover, "/moves/" + back + "/agreement", "{}").expectStatus().isNotFound();
        takenUp(mover, back, "", id()).expectStatus().isNotFound();
        takenUp(mover, back, agreed(newLogin, back), id()).expectStatus().isCreated();
        get(mover, "/people/" + personOf(mover))
                .expectBody()
                .jsonPath("$.affiliations.length()")
                .isEqualTo(3);
        get(newLogin, "/moves").expectStatus().isNotFound();
    }

    @Test
    void who_left_comes_back_by_an_invitation_with_the_history_and_a_new_period() {
        var firm = new Firm("returning");
        firm.member("Bo Stays");
        var leaver = firm.member("Ada Leaver");
        var person = personOf(leaver);
        put(leaver, "/people/mine/exit", "{}").expectStatus().isOk();
        get(leaver, "/people/" + person).expectStatus().isNotFound();
        answer(leaver, firm.invited(leaver), id()).expectStatus().isCreated();
        get(leaver, "/people/" + person)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.person.state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.affiliations.length()")
                .isEqualTo(2)
                .jsonPath("$.affiliations[0].until")
                .isEmpty()
                .jsonPath("$.affiliations[1].until")
                .isNotEmpty();
        assertThat(standings(person))
                .hasSize(3)
                .satisfies(told -> assertThat(told.get(1)).contains("ENDED"))
                .satisfies(told -> assertThat(told.get(2)).contains("ACTIVE", "\"version\": 3"));
    }

    @Test
    void who_was_cut_off_by_the_old_firms_directory_stands_at_the_new_firm_and_after_returning() {
        var to = new Firm("cut-to");
        var official = to.member("Cy Official");
        var mover = member("Fay Cut");
        var person = personOf(mover);
        var move = offered(official, mover);
        var code = agreed(mover, move);
        namedInactive(mover);
        me(mover).expectBody().jsonPath("$.alliances.length()").isEqualTo(0);
        var newLogin = to.stranger("Ada Mover");
        takenUp(newLogin, move, code, id()).expectStatus().isCreated();
        me(newLogin).expectBody().jsonPath("$.alliances.length()").isEqualTo(1);
        me(mover).expectBody().jsonPath("$.alliances.length()").isEqualTo(0);
        get(newLogin, "/people/" + person)
                .expectBody()
                .jsonPath("$.person.state")
                .isEqualTo("ACTIVE");
        var returning = member("Bo Returning");
        namedInactive(returning);
        put(boss, "/people/" + personOf(returning) + "/removal", "{\"reason\":\"Gone.\"}")
                .expectStatus()
                .isOk();
        answer(returning, invited(returning, REASON + " Again."), id()).expectStatus().isCreated();
        me(returning).expectBody().jsonPath("$.alliances.length()").isEqualTo(1);
    }

    /** The directory of the firm of all tests names a person of it inactive. */
    private void namedInactive(Someone somebody) {
        new TestDirectory(this).names(boss, somebody, false);
    }

    @BeforeAll
    void theFirstOfTheFirmAdministersIt() {
        boss = member("Zoe First");
    }

    /** Whether each time at a firm begins in the moment in which the one before ended. */
    private String affiliations(Someone reader, UUID person) {
        var page =
                get(reader, "/people/" + person)
                        .expectBody(Page.class)
                        .returnResult()
                        .getResponseBody();
        var times = Objects.requireNonNull(page).affiliations();
        return times.get(0).from().equals(times.get(1).until()) ? "no gap" : times.toString();
    }

    record Page(List<Time> affiliations) {}

    record Time(String from, @org.jspecify.annotations.Nullable String until) {}
}
