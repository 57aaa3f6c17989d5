package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an invitation to a member and out again, over HTTP on the real database. */
class JoiningJourneyTest extends MembershipTest {

    private Someone delegate;

    /** The first to join for a firm is its delegate. */
    @BeforeAll
    void theFirmsFirst() {
        delegate = member("Freya Lind");
    }

    @Test
    void a_first_login_makes_a_person_known_and_a_member_of_nothing() {
        var stranger = stranger("Noor Haddad");
        me(stranger)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.person.name")
                .isEqualTo("Noor Haddad")
                .jsonPath("$.person.email")
                .isEqualTo(stranger.email())
                .jsonPath("$.alliances")
                .isEmpty()
                .jsonPath("$.invitations")
                .isEmpty();
    }

    @Test
    void a_person_reads_which_way_in_the_own_login_took() {
        me(stranger("Lena Brandt"))
                .expectBody()
                .jsonPath("$.person.provider")
                .isEqualTo("hartwell");
        me(founder).expectBody().jsonPath("$.person.provider").isEmpty();
    }

    @Test
    void an_invited_person_sees_who_asks_and_why_and_joins_by_accepting() {
        var person = stranger("Mei Tanaka");
        var invitation = invited(person, REASON + " Mei");
        me(person)
                .expectBody()
                .jsonPath("$.invitations[0].id")
                .isEqualTo(invitation.toString())
                .jsonPath("$.invitations[0].inviterName")
                .isEqualTo("Ada Okafor")
                .jsonPath("$.invitations[0].inviterOrganization")
                .isEqualTo("Aurelia Pharma")
                .jsonPath("$.invitations[0].organizationName")
                .isEqualTo("Hartwell & Cole LLP")
                .jsonPath("$.invitations[0].allianceName")
                .isEqualTo("Test Alliance")
                .jsonPath("$.invitations[0].reason")
                .isEqualTo(REASON + " Mei")
                .jsonPath("$.invitations[0].ask")
                .isEqualTo(ASK);
        get(person, "/people").expectStatus().isNotFound();
        var key = id();
        answer(person, invitation, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.organization")
                .isEqualTo(firm.toString())
                .jsonPath("$.class")
                .isEqualTo("MEMBER");
        answer(person, invitation, key).expectStatus().isOk();
        answer(person, invitation, id()).expectStatus().isEqualTo(409);
        get(person, "/people?query=Mei")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("Mei Tanaka")
                .jsonPath("$.items[0].state")
                .isEqualTo("ACTIVE");
        me(person).expectBody().jsonPath("$.alliances[0].slug").isEqualTo(slug);
    }

    @Test
    void nobody_else_can_answer_an_invitation() {
        var person = stranger("Ines Duarte");
        var invitation = invited(person, REASON + " Ines");
        var stranger = stranger("Ruth Stein");
        answer(stranger, invitation, id()).expectStatus().isNotFound();
        var otherFirm =
                new Someone("sub-forged", "Ines Duarte", person.email(), "another-provider");
        answer(otherFirm, invitation, id()).expectStatus().isNotFound();
        var ownRealm = new Someone("sub-realm", "Ines Duarte", person.email(), "");
        answer(ownRealm, invitation, id()).expectStatus().isNotFound();
        answer(founder, invitation, id()).expectStatus().isNotFound();
    }

    @Test
    void the_same_words_to_many_are_refused_with_the_limit_in_the_message() {
        var same = "Dear colleague, please join our alliance as soon as you can.";
        for (var sent = 0; sent < 3; sent++) {
            invited(stranger("Somebody " + sent), same);
        }
        put(founder, "/invitations/" + id(), invitation(stranger("Fourth"), firm, same + "  "))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:invitation-identical")
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("3 persons"));
    }

    @Test
    void an_invitation_without_a_reason_is_refused() {
        put(founder, "/invitations/" + id(), invitation(stranger("Nobody"), firm, "Join us"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/reason");
    }

    @Test
    void whoever_leaves_is_refused_at_once_and_can_be_invited_again() {
        var person = member("Tomasz Zielinski");
        get(person, "").expectStatus().isOk();
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        get(person, "").expectStatus().isNotFound();
        get(person, "/people").expectStatus().isNotFound();
        me(person).expectBody().jsonPath("$.alliances").isEmpty();
        var again = invited(person, REASON + " come back");
        answer(person, again, id()).expectStatus().isCreated();
        get(person, "").expectStatus().isOk();
    }

    @Test
    void a_firm_removes_its_own_people_and_nobody_elses() {
        var colleague = member("Omar Sy");
        var removal = "/people/" + personOf(colleague) + "/removal";
        put(founder, removal, "{\"reason\":\"no longer with the firm\"}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:other-firm");
        put(member("Ben Ode"), removal, "{\"reason\":\"I would like to\"}")
                .expectStatus()
                .isForbidden();
        put(delegate, removal, "{\"reason\":\"no longer with the firm\"}").expectStatus().isOk();
        get(colleague, "").expectStatus().isNotFound();
    }

    @Test
    void every_fact_is_journaled_once_with_the_state_it_describes() throws SQLException {
        var person = member("Lena Vogt");
        try (var sql = database.connect("relay").createStatement();
                var rows =
                        sql.executeQuery(
                                """
                                SELECT type, count(*) FROM membership.journal
                                WHERE subject = '%s' GROUP BY type ORDER BY type\
                                """
                                        .formatted(personOf(person)))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("membership.member-joined.v1");
            assertThat(rows.getInt(2)).isEqualTo(1);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("membership.standing-changed.v1");
            assertThat(rows.getInt(2)).isEqualTo(1);
            assertThat(rows.next()).isFalse();
        }
    }
}
