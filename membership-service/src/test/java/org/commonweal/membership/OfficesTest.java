package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.messaging.ChangedMeanwhileException;
import org.commonweal.platform.messaging.DueHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Offices are given by decisions, held by the own act, and seats of a firm meanwhile (claim A22).
 */
class OfficesTest extends DecidedTest {

    private int rulebook;

    @Test
    void an_office_is_offered_by_a_decision_and_held_by_the_own_act() {
        var house = new Firm("convening");
        var convener = house.member("Ines Convener");
        var seat = offered(convener, "CONVENER");
        done(seat);
        assertThat(seat(seat)).contains("\"OFFERED\"", "2031-03-31", house.id.toString());
        assertThat(journal("membership.need-opened.v1", seat))
                .contains(personOf(convener).toString(), "\"office\"", title(seat));
        offices(convener, "[]");
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(convener, "/offices/" + seat + "/acceptance", "{}", key)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("HELD")
                    .jsonPath("$.title")
                    .isEqualTo(title(seat));
        }
        put(convener, "/offices/" + seat + "/declination", "{}", key).expectStatus().isEqualTo(409);
        refused(convener, "/offices/" + seat + "/acceptance", "{}", "office-over");
        assertThat(journal("membership.need-closed.v1", seat).lines()).hasSize(1);
        assertThat(seat(seat)).contains("\"HELD\"", "\"version\": 2");
        offices(convener, "[\"CONVENER\"]");
        refused(offered(convener, "CONVENER"), "office-held-already");
        put(convener, "/offices/" + seat + "/resignation", "{}").expectStatus().isOk();
        refused(convener, "/offices/" + seat + "/resignation", "{}", "office-not-held");
        assertThat(seat(seat)).contains("\"ENDED\"", "\"RESIGNED\"");
        assertThat(count("due WHERE kind = 'office-ends' AND subject = '" + seat + "'")).isZero();
        offices(convener, "[]");
    }

    @Test
    void who_does_not_want_it_declines_and_nobody_else_answers() {
        var house = new Firm("declining");
        var asked = house.member("Ines Asked");
        var colleague = house.member("Bo Colleague");
        var gone = house.member("Di Gone");
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
        var seat = offered(asked, "STEWARD");
        for (var other : new Someone[] {colleague, founder, gone, house.stranger("Eve Strange")}) {
            for (var act : new String[] {"/acceptance", "/declination", "/resignation"}) {
                put(other, "/offices/" + seat + act, "{}").expectStatus().isNotFound();
            }
        }
        get(gone, "/offices").expectStatus().isNotFound();
        get(colleague, "/offices/" + seat).expectStatus().isOk();
        put(asked, "/offices/" + seat + "/declination", "{}").expectStatus().isOk();
        refused(asked, "/offices/" + seat + "/acceptance", "{}", "office-over");
        assertThat(journal("membership.need-closed.v1", seat).lines()).hasSize(1);
        done(offered(asked, "STEWARD"));
    }

    @Test
    void who_moves_while_their_firm_is_held_is_counted_where_they_are_then() throws Exception {
        var before = new Firm("office-before");
        var after = new Firm("office-after");
        var mover = before.member("Mo Mover");
        var decision = id();
        var adopted = adopted(decision, "GIVE_OFFICE", office(mover, "CONVENER"));
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            sql.execute(
                    "SELECT 1 FROM organization WHERE id = '%s' FOR NO KEY UPDATE"
                            .formatted(before.id));
            var giving = told(adopted).toFuture();
            await().until(this::somebodyWaits);
            sql.execute(
                    "UPDATE membership SET organization_id = '%s' WHERE person_id = '%s'"
                            .formatted(after.id, personOf(mover)));
            connection.commit();
            assertThat(giving)
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withCauseInstanceOf(ChangedMeanwhileException.class);
        }
        assertThat(count("office WHERE id = '" + decision + "'")).isZero();
        told(adopted).block(SOON);
        assertThat(
                        count(
                                "office WHERE id = '%s' AND organization_id = '%s'"
                                        .formatted(decision, after.id)))
                .isOne();
    }

    private boolean somebodyWaits() {
        return count("pg_stat_activity WHERE wait_event_type = 'Lock'") > 0;
    }

    @Test
    void a_convener_decides_nothing_alone() {
        var house = new Firm("powerless");
        house.member("Ada Delegate");
        var convener = house.member("Ines Convener");
        var other = member("Bo Other");
        var seat = offered(convener, "CONVENER");
        put(convener, "/offices/" + seat + "/acceptance", "{}").expectStatus().isOk();
        put(convener, "/people/" + personOf(other) + "/removal", "{\"reason\":\"Late.\"}")
                .expectStatus()
                .isForbidden();
        put(
                        convener,
                        "/organizations/" + id(),
                        """
                        {"name":"X LLP","shortName":"X","colour":"#000000","mailDomains":[],
                         "role":"FIRM"}\
                        """)
                .expectStatus()
                .isForbidden();
        put(
                        convener,
                        house.path("/roles/" + personOf(convener)),
                        "{\"administrator\":true,\"delegate\":true}")
                .expectStatus()
                .isForbidden();
        put(
                        convener,
                        "/invitations/" + id(),
                        invitation(house.stranger("Cy Invited"), house.id, REASON))
                .expectStatus()
                .isCreated();
    }

    @Test
    void an_office_is_for_members_who_are_here_and_until_a_day_that_lies_ahead() {
        var person = member("Ada Here");
        var gone = member("Di Gone");
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
        refused(offered(gone, "CONVENER"), "person-gone");
        refused(
                decided(
                        "GIVE_OFFICE",
                        Map.of("person", id(), "office", "CONVENER", "until", "2031-03-31")),
                "person-unknown");
        refused(
                decided(
                        "GIVE_OFFICE",
                        Map.of(
                                "person",
                                personOf(person),
                                "office",
                                "CONVENER",
                                "until",
                                "2026-01-31")),
                "office-day-over");
        var expert = stranger("Ed Expert");
        var invitation = id();
        put(
                        founder,
                        "/invitations/" + invitation,
                        invitation(expert, firm, REASON + " Ed")
                                .replace("{", "{\"class\":\"EXPERT\","))
                .expectStatus()
                .isCreated();
        answer(expert, invitation, id()).expectStatus().isCreated();
        refused(offered(expert, "CONVENER"), "class-not-allowed");
    }

    @Test
    void a_decision_ends_it_and_so_does_its_last_day() throws SQLException {
        var holder = new Firm("ending").member("Ines Holder");
        var first = offered(holder, "CONVENER");
        put(holder, "/offices/" + first + "/acceptance", "{}").expectStatus().isOk();
        var end = decided("END_OFFICE", Map.of("person", personOf(holder), "office", "CONVENER"));
        done(end);
        assertThat(seat(first)).contains("\"ENDED\"", "\"DECIDED\"", end.toString());
        var second = offered(holder, "CONVENER");
        pass(second);
        assertThat(seat(second)).as("its day is not over").contains("\"OFFERED\"");
        try (var connection = database.connect("postgres");
                var sql = connection.createStatement()) {
            sql.execute(
                    "UPDATE membership.due SET at = now() - interval '1 minute' WHERE subject = '%s'"
                            .formatted(second));
        }
        pass(second);
        pass(second);
        assertThat(seat(second)).contains("\"ENDED\"", "\"EXPIRED\"", "\"version\": 2");
        assertThat(journal("membership.need-closed.v1", second).lines()).hasSize(1);
    }

    private void pass(UUID seat) {
        service.getBeansOfType(DueHandler.class).values().stream()
                .filter(handler -> handler.kind().equals("office-ends"))
                .forEach(handler -> handler.act(alliance, seat, Instant.now()).block(SOON));
    }

    @Test
    void seats_lapse_with_their_reason_when_the_holder_goes_however_that_is() {
        var house = new Firm("lapsing");
        var leaves = house.member("Ada Leaves");
        var removed = house.member("Bo Removed");
        var decided = house.member("Cy Decided");
        var stays = house.member("Di Stays");
        var left = held(leaves);
        var out = held(removed);
        var voted = offered(decided, "CONVENER");
        var whole = held(stays);
        put(leaves, "/people/" + personOf(removed) + "/removal", "{\"reason\":\"Because.\"}")
                .expectStatus()
                .isOk();
        put(leaves, "/people/mine/exit", "{}").expectStatus().isOk();
        decided("REMOVE_MEMBER", Map.of("person", personOf(decided)));
        assertThat(seat(left)).contains("\"ENDED\"", "\"LEFT\"");
        assertThat(seat(out)).contains("\"ENDED\"", "\"REMOVED\"");
        assertThat(seat(voted)).contains("\"ENDED\"", "\"REMOVED\"");
        assertThat(journal("membership.need-closed.v1", voted).lines()).hasSize(1);
        decided("REMOVE_ORGANIZATION", Map.of("organization", house.id));
        assertThat(seat(whole)).contains("\"ENDED\"", "\"FIRM_LEFT\"");
        var boss = member("Freya Boss");
        var suspended = member("Sue Spended");
        var seat = held(suspended);
        new TestDirectory(this).names(boss, suspended, false);
        assertThat(seat(seat)).contains("\"ENDED\"", "\"SUSPENDED\"");
        assertThat(count("due WHERE kind = 'office-ends' AND subject = '" + seat + "'")).isZero();
    }

    /** kubeflow/community#955: the cap is kept when people change firms. */
    @Test
    void a_firm_has_as_many_seats_as_the_rulebook_allows_also_when_people_change_firms() {
        var full = new Firm("cap-full");
        var room = new Firm("cap-room");
        var official = full.member("Ada Official");
        var holder = full.member("Bo Holder");
        var guide = room.member("Cy Guide");
        var mover = room.member("Di Mover");
        var walker = room.member("Eve Walker");
        seatsPerFirm(2);
        var first = held(holder);
        var second = held(official);
        refused(offered(full.member("Fay Third"), "CONVENER"), "seat-cap-reached");
        var convener = held(mover);
        var steward = offered(walker, "STEWARD");

        moved(mover, official, full);
        assertThat(seat(convener)).contains("\"ENDED\"", "\"FIRM_FULL\"", room.id.toString());
        put(holder, "/offices/" + first + "/resignation", "{}").expectStatus().isOk();
        var there = moved(walker, official, full);
        assertThat(seat(steward))
                .as("it goes on where there is room")
                .contains("\"OFFERED\"", full.id.toString(), "\"version\": 2");
        put(there, "/offices/" + steward + "/acceptance", "{}").expectStatus().isOk();
        assertThat(seat(steward)).contains("\"HELD\"", full.id.toString());
        refused(offered(holder, "STEWARD"), "seat-cap-reached");
        moved(official, guide, room);
        assertThat(seat(second)).contains("\"HELD\"", room.id.toString());
        done(offered(holder, "STEWARD"));
        seatsPerFirm(null);
    }

    @Test
    void of_two_seats_the_older_goes_along_when_there_is_room_for_one() {
        var from = new Firm("two-from");
        var to = new Firm("two-to");
        var official = to.member("Ada Official");
        held(official);
        from.member("Bo Stays");
        var mover = from.member("Di Mover");
        seatsPerFirm(2);
        var older = offered(mover, "CONVENER");
        var newer = offered(mover, "STEWARD");
        moved(mover, official, to);
        assertThat(seat(older)).contains("\"OFFERED\"", to.id.toString());
        assertThat(seat(newer)).contains("\"ENDED\"", "\"FIRM_FULL\"");
        assertThat(journal("membership.need-closed.v1", newer).lines()).hasSize(1);
        assertThat(journal("membership.need-closed.v1", older)).isEqualTo("null");
        seatsPerFirm(null);
    }

    @Test
    void of_the_offices_of_two_firms_that_become_one_the_cap_of_one_is_kept() {
        var from = new Firm("union-from");
        var to = new Firm("union-to");
        var boss = from.member("Ada Boss");
        var colleague = from.member("Bo Colleague");
        var host = to.member("Cy Host");
        seatsPerFirm(2);
        held(host);
        var older = held(colleague);
        var newer = offered(boss, "STEWARD");
        var merger = "/mergers/" + id();
        put(boss, merger, MergingTest.merging(from.id, to.id, 2)).expectStatus().isCreated();
        get(host, merger).expectBody().jsonPath("$.effect.officesEnding").isEqualTo(1);
        put(host, merger + "/acceptance", "{\"people\":2}").expectStatus().isOk();
        assertThat(seat(older)).contains("\"HELD\"", to.id.toString());
        assertThat(seat(newer)).contains("\"ENDED\"", "\"FIRM_FULL\"");
        seatsPerFirm(null);
    }

    private void seatsPerFirm(@Nullable Integer most) {
        rules(++rulebook, id(), "DELEGATE", most);
    }

    @Test
    void who_takes_part_by_mail_alone_is_asked_by_mail_in_the_own_language()
            throws MessagingException {
        var asked = member("Ines Mail");
        says(asked, "de", true);
        var seat = offered(asked, "STEWARD");
        for (var sent = 0; sent < 2; sent++) {
            handle(OFFICE, seat);
        }
        assertThat(text(only(asked))).contains(title(seat), "wenn Sie es annehmen");
    }

    private UUID held(Someone person) {
        var seat = offered(person, "CONVENER");
        put(person, "/offices/" + seat + "/acceptance", "{}").expectStatus().isOk();
        return seat;
    }

    /** The login with which the person is at the new firm. */
    private Someone moved(Someone mover, Someone official, Firm to) {
        var move = offered(official, "MOVE", mover);
        var login = to.stranger(mover.name());
        takenUp(login, move, agreed(mover, move), id()).expectStatus().isCreated();
        return login;
    }

    private void offices(Someone person, String offices) {
        get(founder, "/people/" + personOf(person))
                .expectBody()
                .jsonPath("$.person.offices")
                .value(found -> assertThat(String.valueOf(found)).isEqualTo(offices));
    }
}
