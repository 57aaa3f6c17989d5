package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** Who has left stays in touch only while both want it, and has no right by it (claim B19). */
class AlumniTest extends MembershipTest {

    private static final String MINE = "/ties/alumni/mine";
    private static final String YES = "{\"wanted\":true}";
    private static final String NO = "{\"wanted\":false}";
    private static final String WELCOME = "{\"welcomed\":true}";
    private static final String NOT_WELCOME = "{\"welcomed\":false}";

    @Test
    void only_both_make_an_alumnus_and_either_ends_it() throws SQLException {
        member("Freya Delegate");
        var reader = member("Cy Reader");
        var person = left("Ada Former");
        var id = personOf(person);
        says(person, YES, true, false);
        listed(reader, id, false);
        listed(founder, id, true);
        assertThat(audience(id)).isEqualTo("PERSONS");
        welcomes(id, WELCOME, true, true);
        listed(reader, id, true);
        assertThat(audience(id)).isEqualTo("ALLIANCE");
        me(person)
                .expectBody()
                .jsonPath("$.past[0].name")
                .isEqualTo("Test Alliance")
                .jsonPath("$.past[0].welcomed")
                .isEqualTo(true)
                .jsonPath("$.alliances")
                .isEmpty();
        get(person, "").expectStatus().isNotFound();
        get(person, "/people").expectStatus().isNotFound();
        get(person, "/ties/alumni").expectStatus().isNotFound();
        says(person, NO, false, true);
        listed(reader, id, false);
        says(person, YES, true, true);
        listed(reader, id, true);
        welcomes(id, NOT_WELCOME, true, false);
        listed(reader, id, false);
    }

    @Test
    void the_alliance_may_ask_first_by_a_delegate_alone() {
        var delegate = member("Freya Delegate");
        var colleague = member("Cy Colleague");
        var person = left("Bo Former");
        var path = "/ties/alumni/" + personOf(person);
        refused(colleague, path, WELCOME, "not-a-delegate");
        refused(left("Di Gone"), path, WELCOME, "not-found");
        refused(stranger("Eve Stranger"), path, WELCOME, "not-found");
        refused(founder, "/ties/alumni/" + id(), WELCOME, "not-found");
        refused(founder, "/ties/alumni/" + personOf(delegate), WELCOME, "still-a-member");
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(founder, path, WELCOME, key).expectStatus().isOk();
        }
        put(founder, path, NOT_WELCOME, key).expectStatus().isEqualTo(409);
        assertThat(journal("membership.alumnus-changed.v1", personOf(person)).lines()).hasSize(1);
        me(person).expectBody().jsonPath("$.past[0].wanted").isEqualTo(false);
        says(person, YES, true, true);
    }

    @Test
    void both_see_whom_they_can_reach_and_when_they_were_together_and_nothing_else() {
        member("Finja Delegate");
        var reader = member("Rea Reader");
        var customer = customer("Cora Customer");
        var person = left("Asa Former");
        var later = member("Lea Later");
        var id = personOf(person);
        get(person, MINE).expectStatus().isNotFound();
        says(person, YES, true, false);
        get(person, MINE).expectStatus().isNotFound();
        reads(founder, id, "email").doesNotContain("@");
        welcomes(id, WELCOME, true, true);
        get(person, MINE)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Asa Former")
                .jsonPath("$.email")
                .isEqualTo(person.email())
                .jsonPath("$.organization")
                .isEqualTo("Hartwell & Cole LLP")
                .jsonPath("$.joinedAt")
                .isNotEmpty()
                .jsonPath("$.leftAt")
                .isNotEmpty()
                .jsonPath("$.contact.name")
                .isEqualTo(founder.name())
                .jsonPath("$.contact.organization")
                .isEqualTo("Aurelia Pharma")
                .jsonPath("$.contact.email")
                .isEqualTo(founder.email())
                .jsonPath("$.contact.together[0].organization")
                .isEqualTo("Aurelia Pharma")
                .jsonPath("$.contact.together[0].until")
                .isNotEmpty();
        reads(reader, id, "email").contains(person.email());
        reads(reader, id, "together[0].organization").contains("Hartwell & Cole LLP");
        reads(later, id, "email").contains(person.email());
        reads(later, id, "together[0].organization").doesNotContain("Hartwell");
        listed(customer, id, true);
        reads(customer, id, "email").doesNotContain("@");
        for (var path :
                List.of(
                        "",
                        "/people",
                        "/people/" + id,
                        "/people/" + personOf(founder),
                        "/ties/alumni",
                        "/organizations",
                        "/organizations/" + firm,
                        "/agreements",
                        "/handovers")) {
            get(person, path).expectStatus().isNotFound();
        }
        for (var nobody : List.of(founder, reader, left("Dee Gone"), stranger("Ema Stranger"))) {
            get(nobody, MINE).expectStatus().isNotFound();
        }
    }

    @Test
    void whoever_says_no_ends_it_for_both() {
        member("Fenja Delegate");
        var reader = member("Ros Reader");
        var person = left("Ben Former");
        var id = personOf(person);
        says(person, YES, true, false);
        welcomes(id, WELCOME, true, true);
        says(person, NO, false, true);
        get(person, MINE).expectStatus().isNotFound();
        listed(reader, id, false);
        reads(founder, id, "email").doesNotContain("@");
        says(person, YES, true, true);
        get(person, MINE).expectStatus().isOk();
        welcomes(id, NOT_WELCOME, true, false);
        get(person, MINE).expectStatus().isNotFound();
        listed(reader, id, false);
    }

    @Test
    void who_said_yes_for_the_alliance_and_has_left_is_not_shown_any_more() {
        var house = new Firm("welcoming");
        var delegate = house.member("Wanda Welcomes");
        house.member("Wim Follows");
        var person = left("Flo Former");
        var id = personOf(person);
        put(delegate, "/ties/alumni/" + id, WELCOME).expectStatus().isOk();
        says(person, YES, true, true);
        get(person, MINE)
                .expectBody()
                .jsonPath("$.contact.name")
                .isEqualTo("Wanda Welcomes")
                .jsonPath("$.contact.together")
                .isArray();
        put(delegate, "/people/mine/exit", "{}").expectStatus().isOk();
        get(person, MINE).expectStatus().isOk().expectBody().jsonPath("$.contact").isEmpty();
        welcomes(id, NOT_WELCOME, true, false);
        welcomes(id, WELCOME, true, true);
        get(person, MINE).expectBody().jsonPath("$.contact.name").isEqualTo(founder.name());
    }

    @Test
    void nobody_but_a_former_member_wishes_it_for_themselves() {
        refused(founder, "/ties/alumni/mine", YES, "not-found");
        refused(stranger("Eve Stranger"), "/ties/alumni/mine", YES, "not-found");
    }

    @Test
    void after_a_return_and_another_leaving_both_are_asked_anew() {
        var person = left("Fay Returns");
        var id = personOf(person);
        says(person, YES, true, false);
        welcomes(id, WELCOME, true, true);
        answer(person, invited(person, REASON + " again"), id()).expectStatus().isCreated();
        listed(founder, id, false);
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        listed(founder, id, false);
        get(person, MINE).expectStatus().isNotFound();
        says(person, YES, true, false);
    }

    private Someone customer(String name) {
        var person = stranger(name);
        var invitation = id();
        put(
                        founder,
                        "/invitations/" + invitation,
                        invitation(person, firm, REASON + name)
                                .replace("{", "{\"class\":\"CUSTOMER\","))
                .expectStatus()
                .isCreated();
        answer(person, invitation, id()).expectStatus().isCreated();
        return person;
    }

    /** What a reader finds in a field of an alumnus. */
    private AbstractStringAssert<?> reads(Someone reader, UUID person, String field) {
        var found = new AtomicReference<String>();
        get(reader, "/ties/alumni")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.id == '%s')].%s".formatted(person, field))
                .value(value -> found.set(String.valueOf(value)));
        return assertThat(found.get());
    }

    private Someone left(String name) {
        var person = member(name);
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        return person;
    }

    private void says(Someone person, String body, boolean wanted, boolean welcomed) {
        put(person, "/ties/alumni/mine", body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.wanted")
                .isEqualTo(wanted)
                .jsonPath("$.welcomed")
                .isEqualTo(welcomed);
    }

    private void welcomes(UUID person, String body, boolean wanted, boolean welcomed) {
        put(founder, "/ties/alumni/" + person, body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.wanted")
                .isEqualTo(wanted)
                .jsonPath("$.welcomed")
                .isEqualTo(welcomed);
    }

    private void listed(Someone reader, UUID person, boolean there) {
        var found =
                get(reader, "/ties/alumni")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.items[?(@.id == '%s')]".formatted(person));
        if (there) {
            found.exists();
        } else {
            found.doesNotExist();
        }
    }

    private String audience(UUID person) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows =
                    sql.executeQuery(
                            """
                            SELECT audience ->> 'scope' FROM journal
                            WHERE type = 'membership.alumnus-changed.v1' AND subject = '%s'
                            ORDER BY version DESC LIMIT 1\
                            """
                                    .formatted(person));
            rows.next();
            return rows.getString(1);
        }
    }
}
