package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.domain.ParticipantClass.Right;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Members, experts, customers and guests, each by their own act and with their own rights (A8). */
class ParticipantClassesTest extends MembershipTest {

    private static final String JOINED = "membership.member-joined.v1";
    private static final String STANDING = "membership.standing-changed.v1";

    @ParameterizedTest
    @ValueSource(strings = {"EXPERT", "CUSTOMER"})
    void whoever_accepts_belongs_as_what_the_invitation_says_without_an_office(String as) {
        var firm = new Firm("first-" + as.toLowerCase(java.util.Locale.ROOT));
        var person = firm.stranger("Ex Pert");
        me(person).expectStatus().isOk();
        var invitation = offered(person, firm.id, as, null);
        me(person)
                .expectBody()
                .jsonPath("$.invitations[0].class")
                .isEqualTo(as)
                .jsonPath("$.alliances")
                .isEmpty();
        assertThat(journal(STANDING, personOf(person))).isEqualTo("null");
        var key = id();
        answer(person, invitation, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.class")
                .isEqualTo(as)
                .jsonPath("$.delegate")
                .isEqualTo(false);
        answer(person, invitation, key).expectStatus().isOk();
        assertThat(journal(JOINED, personOf(person))).containsOnlyOnce("\"class\": \"" + as + "\"");
        assertThat(journal(STANDING, personOf(person)))
                .containsOnlyOnce("\"class\": \"" + as + "\"")
                .contains("\"state\": \"ACTIVE\"", "\"delegate\": false");
        get(founder, "/people/" + personOf(person))
                .expectBody()
                .jsonPath("$.person.class")
                .isEqualTo(as);
        get(person, "/people").expectStatus().isOk();
        refusedAs(person, "/invitations/" + id(), invitation(stranger("X"), firm.id, REASON));
        var second = firm.member("Mem Ber");
        me(second)
                .expectBody()
                .jsonPath("$.alliances[0].administrator")
                .isEqualTo(true)
                .jsonPath("$.alliances[0].delegate")
                .isEqualTo(true);
        refusedAs(
                second,
                firm.path("/roles/" + personOf(person)),
                "{\"administrator\":false,\"delegate\":true}");
    }

    @Test
    void a_guest_is_bound_to_one_call_and_finds_nothing_of_the_people() {
        var call = id();
        var guest = guest("Gus Guest", call);
        me(guest)
                .expectBody()
                .jsonPath("$.alliances[0].class")
                .isEqualTo("GUEST")
                .jsonPath("$.alliances[0].call")
                .isEqualTo(call.toString());
        assertThat(journal(STANDING, personOf(guest)))
                .contains("\"state\": \"GUEST\"", "\"call\": \"" + call + "\"")
                .doesNotContain("ACTIVE");
        get(guest, "/people").expectStatus().isNotFound();
        get(guest, "").expectStatus().isNotFound();
        get(founder, "/people?ids=" + personOf(guest))
                .expectBody()
                .jsonPath("$.items[0].class")
                .isEqualTo("GUEST");
        var key = id();
        put(guest, "/people/mine/exit", "{}", key).expectStatus().isOk();
        put(guest, "/people/mine/exit", "{}", key).expectStatus().isOk();
        me(guest).expectBody().jsonPath("$.alliances").isEmpty();
        assertThat(journal(STANDING, personOf(guest))).containsOnlyOnce("\"state\": \"ENDED\"");
    }

    @Test
    void a_guest_has_a_call_and_nobody_else_has() {
        refused(founder, "/invitations/" + id(), offer("GUEST", null), "call-mismatch");
        refused(founder, "/invitations/" + id(), offer("EXPERT", id()), "call-mismatch");
        put(founder, "/invitations/" + id(), offer("OWNER", null)).expectStatus().isBadRequest();
    }

    @Test
    void another_class_is_another_invitation_that_the_person_accepts() {
        var guest = guest("Una Up", id());
        var as = personOf(guest);
        var higher = offered(guest, firm, "MEMBER", null);
        get(guest, "/people").expectStatus().isNotFound();
        answer(guest, higher, id()).expectStatus().isCreated();
        get(guest, "/people").expectStatus().isOk();
        assertThat(journal(STANDING, as).lines()).hasSize(2).last().asString().contains("MEMBER");
        assertThat(query("affiliation WHERE person_id = '" + as + "'")).isOne();
        refused(founder, "/invitations/" + id(), offerTo(guest, "GUEST", id()), "already-member");
        refused(founder, "/invitations/" + id(), offerTo(guest, "EXPERT", null), "already-member");
    }

    @Test
    void a_class_is_widened_in_place_and_narrowed_by_leaving_first() {
        var call = id();
        var person = guest("Wil Wider", call);
        refused(founder, "/invitations/" + id(), offerTo(person, "GUEST", call), "already-member");
        for (var as : List.of("CUSTOMER", "EXPERT")) {
            answer(person, offered(person, firm, as, null), id())
                    .expectStatus()
                    .isCreated()
                    .expectBody()
                    .jsonPath("$.class")
                    .isEqualTo(as);
        }
        assertThat(lastStanding(person)).contains("EXPERT", "\"call\": null", "ACTIVE");
        refused(
                founder,
                "/invitations/" + id(),
                offerTo(person, "CUSTOMER", null),
                "already-member");
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        answer(person, offered(person, firm, "CUSTOMER", null), id()).expectStatus().isCreated();
        var bound = guest("Two Calls", id());
        answer(bound, offered(bound, firm, "GUEST", call), id()).expectStatus().isCreated();
        assertThat(lastStanding(bound)).contains("\"call\": \"" + call);
    }

    @Test
    void whoever_is_in_as_something_stays_with_the_firm_that_they_are_in_for() {
        var guest = guest("Sam Stay", id());
        var elsewhere = new Firm("elsewhere-firm");
        refused(
                founder,
                "/invitations/" + id(),
                with(invitation(guest, elsewhere.id, REASON + " Sam"), "MEMBER", null),
                "already-member");
    }

    @Test
    void an_invitation_as_a_guest_waits_no_more_when_the_person_became_a_member() {
        var person = stranger("Val Both");
        var asGuest = offered(person, firm, "GUEST", id());
        var asMember = offered(person, firm, "MEMBER", null);
        answer(person, asMember, id()).expectStatus().isCreated();
        answer(person, asGuest, id()).expectStatus().isEqualTo(409);
        me(person).expectBody().jsonPath("$.alliances[0].class").isEqualTo("MEMBER");
    }

    @Test
    void seats_are_for_members() {
        var firm = new Firm("few-seats");
        var first = firm.member("Ada First");
        put(first, firm.path("/seats"), "{\"seats\":1}").expectStatus().isOk();
        var expert = firm.stranger("Eve Expert");
        var invitation = offered(expert, firm.id, "EXPERT", null);
        answer(expert, invitation, id()).expectStatus().isCreated();
        get(first, firm.path("")).expectBody().jsonPath("$.members").isEqualTo(1);
        refused(
                founder,
                "/invitations/" + id(),
                with(invitation(expert, firm.id, REASON + " Eve"), "MEMBER", null),
                "seats-taken");
        put(first, "/people/mine/exit", "{}").expectStatus().isOk();
        me(expert)
                .expectBody()
                .jsonPath("$.alliances[0].administrator")
                .isEqualTo(false)
                .jsonPath("$.alliances[0].delegate")
                .isEqualTo(false);
    }

    @Test
    void an_accepted_application_says_as_what() {
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
        var firm = new Firm("applied-for");
        var person = firm.stranger("App Licant");
        var application = id();
        put(
                        person,
                        "/applications/" + application,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                                .formatted(firm.id))
                .expectStatus()
                .isCreated();
        var path = "/applications/" + application + "/decision";
        refused(founder, path, with(decision(), "CUSTOMER", id()), "call-mismatch");
        put(founder, path, with(decision(), "CUSTOMER", null)).expectStatus().isOk();
        me(person).expectBody().jsonPath("$.invitations[0].class").isEqualTo("CUSTOMER");
    }

    @Test
    void a_directory_that_restores_a_guest_restores_a_guest() {
        var delegate = member("Dir Ector");
        var guest = guest("Gil Guest", id());
        var bearer = token(put(delegate, "/organizations/mine/scim-token", "{}"));
        var user = "{\"userName\":\"%s\",\"active\":%s}";
        var added = scim(bearer, HttpMethod.POST, "", user.formatted(guest.email(), true));
        var one = "/" + text(added, "id");
        scim(bearer, HttpMethod.PUT, one, user.formatted(guest.email(), false));
        assertThat(lastStanding(guest)).contains("ENDED");
        scim(bearer, HttpMethod.PUT, one, user.formatted(guest.email(), true));
        assertThat(lastStanding(guest)).contains("\"state\": \"GUEST\"").contains("\"call\": \"");
        get(guest, "/people").expectStatus().isNotFound();
    }

    @Test
    void the_table_gives_a_guest_the_door_alone_and_offices_to_members_alone() {
        assertThat(Stream.of(Right.values()).filter(ParticipantClass.GUEST::may))
                .containsExactly(Right.LEAVE);
        assertThat(Stream.of(ParticipantClass.values()).filter(as -> as.may(Right.HOLD_OFFICE)))
                .containsExactly(ParticipantClass.MEMBER);
    }

    private Someone guest(String name, UUID call) {
        var guest = stranger(name);
        answer(guest, offered(guest, firm, "GUEST", call), id()).expectStatus().isCreated();
        return guest;
    }

    private UUID offered(Someone person, UUID organization, String as, @Nullable UUID call) {
        var invitation = id();
        var words = invitation(person, organization, REASON + " " + invitation);
        put(founder, "/invitations/" + invitation, with(words, as, call))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.class")
                .isEqualTo(as);
        return invitation;
    }

    private String offer(String as, @Nullable UUID call) {
        return offerTo(stranger("Some Body"), as, call);
    }

    private String offerTo(Someone person, String as, @Nullable UUID call) {
        return with(invitation(person, firm, REASON + " " + id()), as, call);
    }

    private static String decision() {
        return "{\"accepted\":true,\"reason\":\"%s\",\"ask\":\"%s\"}".formatted(REASON, ASK);
    }

    private static String with(String body, String as, @Nullable UUID call) {
        var named = call == null ? "" : ",\"call\":\"" + call + "\"";
        return body.substring(0, body.length() - 1) + ",\"class\":\"" + as + "\"" + named + "}";
    }

    private void refusedAs(Someone person, String path, String body) {
        put(person, path, body)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:class-not-allowed");
    }

    private String lastStanding(Someone person) {
        return journal(STANDING, personOf(person)).lines().toList().getLast();
    }

    private ResponseSpec scim(String bearer, HttpMethod method, String path, String body) {
        return http.method(method)
                .uri("/scim/v2/" + alliance + "/" + firm + "/Users" + path)
                .headers(headers -> headers.setBearerAuth(bearer))
                .contentType(MediaType.valueOf("application/scim+json"))
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private static String token(ResponseSpec made) {
        return text(made, "token");
    }

    private static String text(ResponseSpec answer, String field) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(String.valueOf(body))
                .path(field)
                .asString();
    }

    private int query(String from) {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows = sql.executeQuery("SELECT count(*) FROM " + from);
            rows.next();
            return rows.getInt(1);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
