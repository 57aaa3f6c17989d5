package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the members decide about firms and members is carried out here, once (claims C11, D20). */
class DecisionsTest extends DecidedTest {

    @Test
    void an_admitted_firm_takes_part_and_its_people_still_join_by_their_own_act() {
        var firm = id();
        var before = count("membership");
        var decision = decided("ADMIT_ORGANIZATION", admission(firm));
        done(decision);
        get(founder, "/organizations/" + firm)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Nordahl & Partners")
                .jsonPath("$.role")
                .isEqualTo("FIRM")
                .jsonPath("$.members")
                .isEqualTo(0);
        assertThat(count("membership")).as("nobody is put in").isEqualTo(before);
        assertThat(journal("membership.organization-enrolled.v1", firm))
                .contains("Nordahl & Partners");
        var person = stranger("Nora Dahl");
        put(founder, "/invitations/" + id(), invitation(person, firm, REASON))
                .expectStatus()
                .isCreated();
        refused(decided("ADMIT_ORGANIZATION", admission(firm)), "organization-here-already");
    }

    @Test
    void a_firm_that_has_left_comes_back_as_the_same() {
        var house = new Firm("back-by-decision");
        var first = house.member("Ada First");
        put(first, house.path("/exit"), "{\"people\":1}").expectStatus().isOk();
        done(decided("ADMIT_ORGANIZATION", admission(house.id)));
        get(founder, house.path(""))
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo(house.name)
                .jsonPath("$.leftAt")
                .isEmpty();
        get(first, "").expectStatus().isNotFound();
    }

    @Test
    void a_removed_firm_leaves_as_a_whole_and_each_person_is_told_the_decision()
            throws MessagingException {
        var house = new Firm("removed-firm");
        var first = house.member("Ada First");
        var second = house.member("Bo Second");
        var person = personOf(first);
        put(first, house.path("/exit"), "{\"people\":2,\"lastDay\":\"%s\"}".formatted(tomorrow()))
                .expectStatus()
                .isOk();
        var decision = decided("REMOVE_ORGANIZATION", Map.of("organization", house.id));
        done(decision);
        get(first, "").expectStatus().isNotFound();
        get(second, "").expectStatus().isNotFound();
        assertThat(journal("membership.organization-left.v1", house.id))
                .contains("\"people\": 2", decision.toString());
        assertThat(journal("membership.standing-changed.v1", person)).contains("\"ENDED\"");
        assertThat(count("due WHERE kind = 'firm-leaves' AND subject = '" + house.id + "'"))
                .isZero();
        var fact = fact("membership.organization-left.v1", house.id);
        for (var sent = 0; sent < 2; sent++) {
            handle(fact, "membership.organization-left.v1", house.id, 2);
        }
        assertThat(text(only(first))).contains(title(decision));
        assertThat(text(only(second))).contains(title(decision));
        refused(
                decided("REMOVE_ORGANIZATION", Map.of("organization", house.id)),
                "organization-gone");
    }

    @Test
    void a_removed_member_is_none_any_more_and_is_told_the_decision_once()
            throws MessagingException {
        var house = new Firm("removed-member");
        var stays = house.member("Ada Stays");
        var goes = house.member("Bo Goes");
        var person = personOf(goes);
        var decision = decided("REMOVE_MEMBER", Map.of("person", person));
        done(decision);
        get(goes, "").expectStatus().isNotFound();
        get(stays, "").expectStatus().isOk();
        assertThat(journal("membership.member-left.v1", person))
                .contains("\"REMOVED\"", decision.toString());
        var left = event("membership.member-left.v1", person, Map.of("decision", decision));
        for (var sent = 0; sent < 2; sent++) {
            told(left).block(SOON);
        }
        assertThat(text(only(goes))).contains(title(decision), "have decided to end");
        refused(decided("REMOVE_MEMBER", Map.of("person", person)), "person-gone");
    }

    @Test
    void the_last_delegate_of_a_firm_who_is_removed_has_a_successor() {
        var house = new Firm("succeeds");
        var first = house.member("Ada First");
        var heir = personOf(house.member("Bo Heir"));
        done(decided("REMOVE_MEMBER", Map.of("person", personOf(first))));
        assertThat(journal("membership.roles-changed.v1", heir)).contains("SUCCESSION");
    }

    @Test
    void what_cannot_be_is_refused_for_good_and_says_why() {
        refused(
                decided("REMOVE_ORGANIZATION", Map.of("organization", id())),
                "organization-unknown");
        refused(decided("REMOVE_MEMBER", Map.of("person", id())), "person-unknown");
        refused(
                decided("END_OFFICE", Map.of("person", personOf(founder), "office", "CONVENER")),
                "office-not-held");
    }

    @Test
    void what_another_service_carries_out_is_none_of_this_ones_business() {
        var decision = decided("SPEND", Map.of("amountMinor", 1, "currency", "EUR"));
        assertThat(journal(EXECUTED, decision)).isEqualTo("null");
        assertThat(count("executed_decision WHERE decision_id = '" + decision + "'")).isZero();
    }

    @Test
    void a_decision_that_comes_again_in_whatever_envelope_is_carried_out_once() {
        var firm = id();
        var decision = id();
        var event = adopted(decision, "ADMIT_ORGANIZATION", admission(firm));
        var again = adopted(decision, "ADMIT_ORGANIZATION", admission(firm));
        for (var one : List.of(event, event, again, event)) {
            told(one).block(SOON);
        }
        assertThat(journal(EXECUTED, decision).lines()).hasSize(1);
        assertThat(journal("membership.organization-enrolled.v1", firm).lines()).hasSize(1);
    }

    /**
     * The transaction dies between claim and effect, as when the service or the database is killed.
     */
    @Test
    void what_is_cut_off_in_the_middle_leaves_nothing_and_happens_when_it_comes_again()
            throws SQLException {
        var house = new Firm("cut-off");
        var member = house.member("Ada Member");
        var person = personOf(member);
        var event = adopted(id(), "REMOVE_MEMBER", Map.of("person", person));
        try (var holder = database.connect("commonweal_ddl");
                var sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            sql.execute("SET LOCAL row_security = off");
            sql.execute("LOCK TABLE membership.affiliation IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(() -> told(event).block(SOON)).isNotNull();
            holder.rollback();
        }
        assertThat(count("executed_decision WHERE decision_id = '" + event.subject() + "'"))
                .isZero();
        get(member, "").expectStatus().isOk();
        told(event).block(SOON);
        done(event.subject());
        get(member, "").expectStatus().isNotFound();
    }

    private static Map<String, Object> admission(UUID firm) {
        return Map.of(
                "admission",
                Map.of(
                        "organization",
                        firm,
                        "name",
                        "Nordahl & Partners",
                        "shortName",
                        "Nordahl",
                        "mailDomains",
                        List.of("nordahl.example")));
    }

    private static String tomorrow() {
        return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Lisbon")).plusDays(1).toString();
    }

    private UUID fact(String type, UUID subject) {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows =
                    sql.executeQuery(
                            "SELECT id FROM journal WHERE type = '%s' AND subject = '%s'"
                                    .formatted(type, subject));
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
