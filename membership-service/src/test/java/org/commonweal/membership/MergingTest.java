package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two firms become one by the acts of both, and nobody is put in or loses a login (claim A18). */
class MergingTest extends PlacesTest {

    private static final long SEED = 20_261_201;

    /** The first of each firm, of those that merge at random. */
    private final Map<UUID, Someone> administrators = new HashMap<>();

    @Test
    void the_people_of_a_firm_go_on_for_the_other_with_the_logins_they_have() {
        var small = new Firm("merge-small");
        var large = new Firm("merge-large");
        var boss = small.member("Ada Boss");
        var plain = small.member("Bo Plain");
        var host = large.member("Cy Host");
        var person = personOf(plain);
        var waiting = small.stranger("Di Waiting");
        var invitation = small.invited(waiting);
        var merger = proposed(boss, small, large, 2);
        get(host, "/mergers/" + merger)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.ours")
                .isEqualTo(false)
                .jsonPath("$.effect.people")
                .isEqualTo(2)
                .jsonPath("$.effect.persons[1]")
                .isEqualTo(person.toString())
                .jsonPath("$.effect.seatsNeeded")
                .isEqualTo(2)
                .jsonPath("$.effect.openInvitations")
                .isEqualTo(1);
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(host, "/mergers/" + merger + "/acceptance", "{\"people\":2}", key)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("ACCEPTED")
                    .jsonPath("$.effect")
                    .isEmpty();
        }
        get(plain, large.path("")).expectBody().jsonPath("$.members").isEqualTo(3);
        get(plain, small.path("")).expectBody().jsonPath("$.leftAt").isNotEmpty();
        get(plain, "/people/" + person)
                .expectBody()
                .jsonPath("$.person.organization")
                .isEqualTo(large.id.toString())
                .jsonPath("$.affiliations.length()")
                .isEqualTo(2)
                .jsonPath("$.affiliations[0].until")
                .isEmpty()
                .jsonPath("$.affiliations[1].organization")
                .isEqualTo(small.id.toString());
        for (var one : new Someone[] {boss, plain}) {
            me(one).expectBody()
                    .jsonPath("$.alliances[0].organization")
                    .isEqualTo(large.id.toString())
                    .jsonPath("$.alliances[0].administrator")
                    .isEqualTo(false)
                    .jsonPath("$.alliances[0].delegate")
                    .isEqualTo(false);
        }
        answer(waiting, invitation, id()).expectStatus().isEqualTo(409);
        toldOf(small, large, merger, person, plain);
    }

    private void toldOf(Firm small, Firm large, UUID merger, UUID person, Someone login) {
        var told = standings(person);
        assertThat(told).hasSize(3);
        assertThat(told.get(1))
                .contains("\"ENDED\"", "\"version\": 2", small.id.toString(), "\"goesOn\": true")
                .contains("\"logins\": []");
        assertThat(told.get(2))
                .contains("\"ACTIVE\"", "\"version\": 3", large.id.toString(), login.subject());
        assertThat(journal("membership.member-moved.v1", person))
                .contains("\"move\": null", "\"merger\": \"" + merger, small.id.toString());
        assertThat(journal("membership.organization-left.v1", small.id))
                .contains("\"people\": 2", "\"into\": \"" + large.id);
        assertThat(journal("membership.member-left.v1", person)).isEqualTo("null");
        assertThat(journal("membership.merger-changed.v1", merger).lines())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("PROPOSED"),
                        second -> assertThat(second).contains("ACCEPTED", "\"people\": 2"));
    }

    @Test
    void only_administrators_propose_answer_and_read_it_and_not_with_the_sponsor() {
        var small = new Firm("rights-small");
        var large = new Firm("rights-large");
        var boss = small.member("Ada Boss");
        var plain = small.member("Bo Plain");
        var host = large.member("Cy Host");
        var guest = large.member("Di Guest");
        var path = "/mergers/" + id();
        refused(plain, path, merging(small.id, large.id, 2), "not-an-administrator");
        refused(host, path, merging(small.id, large.id, 2), "other-firm");
        refused(boss, path, merging(small.id, small.id, 2), "merger-with-itself");
        refused(boss, path, merging(small.id, id(), 2), "merger-firm-away");
        refused(boss, path, merging(small.id, sponsor, 2), "merger-with-sponsor");
        refused(founder, path, merging(sponsor, large.id, 1), "merger-with-sponsor");
        put(boss, path, merging(small.id, large.id, 3)).expectStatus().isEqualTo(412);
        get(plain, "/mergers/effects/" + large.id).expectStatus().isNotFound();
        get(boss, "/mergers/effects/" + large.id).expectBody().jsonPath("$.people").isEqualTo(2);
        var merger = proposed(boss, small, large, 2);
        refused(boss, "/mergers/" + id(), merging(small.id, firm, 2), "merger-proposed");
        refused(host, "/mergers/" + id(), merging(large.id, small.id, 2), "merger-proposed");
        var acceptance = "/mergers/" + merger + "/acceptance";
        for (var other : new Someone[] {plain, guest, founder, small.stranger("Eve Strange")}) {
            get(other, "/mergers/" + merger).expectStatus().isNotFound();
            put(other, acceptance, "{\"people\":2}").expectStatus().isNotFound();
            put(other, "/mergers/" + merger + "/withdrawal", "{}").expectStatus().isNotFound();
        }
        refused(boss, acceptance, "{\"people\":2}", "other-firm");
        refused(boss, "/mergers/" + merger + "/declination", "{}", "other-firm");
        refused(host, "/mergers/" + merger + "/withdrawal", "{}", "other-firm");
        put(host, "/mergers/" + merger + "/declination", "{}").expectStatus().isOk();
        refused(host, acceptance, "{\"people\":2}", "merger-answered");
        var again = proposed(boss, small, large, 2);
        put(boss, "/mergers/" + again + "/withdrawal", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("WITHDRAWN");
        get(host, "/mergers").expectBody().jsonPath("$.items.length()").isEqualTo(2);
        get(plain, small.path("")).expectBody().jsonPath("$.members").isEqualTo(2);
    }

    @Test
    void it_is_accepted_with_a_seat_for_each_by_the_number_that_was_read_and_in_time()
            throws SQLException {
        var small = new Firm("seats-small");
        var large = new Firm("seats-large");
        var boss = small.member("Ada Boss");
        var host = large.member("Cy Host");
        var merger = proposed(boss, small, large, 1);
        var acceptance = "/mergers/" + merger + "/acceptance";
        put(host, large.path("/seats"), "{\"seats\":2}").expectStatus().isOk();
        small.member("Bo Meanwhile");
        put(host, acceptance, "{\"people\":1}").expectStatus().isEqualTo(412);
        refused(host, acceptance, "{\"people\":2}", "seats-taken");
        get(host, "/mergers/" + merger)
                .expectBody()
                .jsonPath("$.effect.seatsNeeded")
                .isEqualTo(2)
                .jsonPath("$.effect.seatsFree")
                .isEqualTo(1);
        put(host, large.path("/seats"), "{\"seats\":3}").expectStatus().isOk();
        aged(merger);
        refused(host, acceptance, "{\"people\":2}", "merger-expired");
        get(host, "/mergers/" + merger).expectBody().jsonPath("$.state").isEqualTo("EXPIRED");
        var anew = proposed(boss, small, large, 2);
        accepted(host, anew, 2);
    }

    private void aged(UUID merger) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            sql.execute("UPDATE merger SET expires_at = now() WHERE id = '" + merger + "'");
            connection.commit();
        }
    }

    @Test
    void second_places_follow_the_firm_and_end_where_it_is_home() {
        var small = new Firm("second-small");
        var large = new Firm("second-large");
        var third = new Firm("second-third");
        var boss = small.member("Ada Boss");
        var host = large.member("Cy Host");
        var official = third.member("Ti Official");
        var comes = third.member("Co Comes");
        var comesBesides = seconded(comes, boss, small);
        var home = large.member("Ho Home");
        var homeBesides = seconded(home, boss, small);
        var goes = small.member("Go Goes");
        var goesBesides = seconded(goes, host, large);
        var keeps = small.member("Ke Keeps");
        var keepsBesides = seconded(keeps, official, third);
        var merger = proposed(boss, small, large, 3);
        get(host, "/mergers/" + merger).expectBody().jsonPath("$.effect.seatsNeeded").isEqualTo(3);
        accepted(host, merger, 3);
        actsFor(comesBesides, large);
        actsFor(comes, third);
        actsFor(home, large);
        get(homeBesides, "/people").expectStatus().isNotFound();
        actsFor(goes, large);
        actsFor(goesBesides, large);
        actsFor(keeps, large);
        actsFor(keepsBesides, third);
        assertThat(places(large)).isEqualTo(6);
        assertThat(journal("membership.member-seconded.v1", personOf(comes)).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(third.id.toString(), large.id.toString());
        assertThat(journal("membership.secondment-ended.v1", personOf(home))).contains("FIRM_LEFT");
    }

    private void actsFor(Someone login, Firm firm) {
        get(login, firm.path("")).expectBody().jsonPath("$.inner").isNotEmpty();
    }

    private long places(Firm firm) {
        return count("place WHERE organization_id = '" + firm.id + "' AND class = 'MEMBER'");
    }

    @Test
    void whom_a_directory_has_suspended_stays_so_and_every_class_stays_what_it_is() {
        var small = new Firm("kept-small");
        var large = new Firm("kept-large");
        var boss = small.member("Ada Boss");
        var suspended = small.member("Su Spended");
        var host = large.member("Cy Host");
        var expert = small.stranger("Ed Expert");
        var invitation = id();
        put(
                        founder,
                        "/invitations/" + invitation,
                        invitation(expert, small.id, REASON + " Ed")
                                .replace("{", "{\"class\":\"EXPERT\","))
                .expectStatus()
                .isCreated();
        answer(expert, invitation, id()).expectStatus().isCreated();
        new TestDirectory(this, small.id).names(boss, suspended, false);
        var person = count("membership WHERE suspended_at IS NOT NULL");
        accepted(host, proposed(boss, small, large, 3), 3);
        get(suspended, "/people").expectStatus().isNotFound();
        assertThat(count("membership WHERE suspended_at IS NOT NULL")).isEqualTo(person);
        assertThat(count("eligible_person WHERE organization_id = '" + small.id + "'")).isZero();
        assertThat(
                        count(
                                "membership WHERE class = 'EXPERT' AND organization_id = '"
                                        + large.id
                                        + "'"))
                .isOne();
        get(expert, "").expectStatus().isOk();
    }

    /** Whatever came before, nobody is lost, doubled, or a member without an own act. */
    @Test
    void whoever_merges_with_whom_each_person_has_one_place_and_every_firm_its_officials() {
        var chance = new Random(SEED);
        var firms = new ArrayList<Firm>();
        var people = new ArrayList<Someone>();
        for (var n = 0; n < 5; n++) {
            var firm = new Firm("any-" + n);
            firms.add(firm);
            administrators.put(firm.id, firm.member("Boss " + n));
            for (var m = 0; m < chance.nextInt(3); m++) {
                people.add(firm.member("Person " + n + m));
            }
        }
        people.addAll(administrators.values());
        var before = count("membership WHERE state = 'ACTIVE'");
        while (firms.size() > 1) {
            var from = chance.nextInt(firms.size());
            var small = firms.remove(from);
            var large = firms.get(chance.nextInt(firms.size()));
            var many = places(small);
            accepted(
                    administrator(large), proposed(administrator(small), small, large, many), many);
            assertThat(places(small)).isZero();
            assertThat(officials(large)).isEqualTo("1 1");
        }
        assertThat(count("membership WHERE state = 'ACTIVE'")).isEqualTo(before);
        people.forEach(one -> actsFor(one, firms.getFirst()));
        assertThat(count("membership WHERE accepted_by <> person_id")).isZero();
    }

    private Someone administrator(Firm firm) {
        return Objects.requireNonNull(administrators.get(firm.id));
    }

    private String officials(Firm firm) {
        return count("membership WHERE administrator AND organization_id = '" + firm.id + "'")
                + " "
                + count("membership WHERE delegate AND organization_id = '" + firm.id + "'");
    }

    private UUID proposed(Someone administrator, Firm from, Firm into, long people) {
        var merger = id();
        put(administrator, "/mergers/" + merger, merging(from.id, into.id, people))
                .expectStatus()
                .isCreated();
        return merger;
    }

    private void accepted(Someone administrator, UUID merger, long people) {
        put(administrator, "/mergers/" + merger + "/acceptance", "{\"people\":" + people + "}")
                .expectStatus()
                .isOk();
    }

    static String merging(UUID from, UUID into, long people) {
        return "{\"from\":\"%s\",\"into\":\"%s\",\"people\":%d}".formatted(from, into, people);
    }

    private long count(String from) {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows = sql.executeQuery("SELECT count(*) FROM " + from);
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
