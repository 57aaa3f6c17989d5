package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** From the front door to a member, by a decision with a reason and the person's own act. */
class ApplyingJourneyTest extends MembershipTest {

    private static final String ANSWER = "Two of our matters wait for a shared answer.";
    private static final String WHY = "We know your work on disclosure and need it in spring.";

    private Someone delegate;

    /** The door has two questions, of which this is the second version. */
    @BeforeAll
    void openTheDoor() {
        delegate = member("Freya Lind");
        door(0, false, "\"Why?\"").expectStatus().isOk();
        door(1, true, "\"Why do you come?\",\"What do you bring?\"").expectStatus().isOk();
    }

    @Test
    void an_accepted_applicant_is_no_member_until_the_own_acceptance() {
        var person = stranger("Mei Tanaka");
        var application = applied(person);
        get(delegate, "/applications/" + application)
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Mei Tanaka")
                .jsonPath("$.questions[1]")
                .isEqualTo("What do you bring?")
                .jsonPath("$.answers[0]")
                .isEqualTo(ANSWER)
                .jsonPath("$.state")
                .isEqualTo("OPEN");
        decide(delegate, application, true, WHY).expectStatus().isOk();
        get(person, "").expectStatus().isNotFound();
        var offer = read(person, application).offer();
        me(person).expectBody().jsonPath("$.invitations[0].id").isEqualTo(offer.toString());
        answer(stranger("Ruth Stein"), offer, id()).expectStatus().isNotFound();
        answer(person, offer, id())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.organization")
                .isEqualTo(firm.toString());
        get(person, "").expectStatus().isOk();
    }

    @Test
    void a_refusal_has_a_reason_that_the_applicant_reads() {
        var person = stranger("Noor Haddad");
        var application = applied(person);
        decide(delegate, application, false, "No.")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:application-reason-missing");
        decide(delegate, application, false, WHY).expectStatus().isOk();
        assertThat(read(person, application).reason()).isEqualTo(WHY);
        me(person)
                .expectBody()
                .jsonPath("$.applications[0].id")
                .isEqualTo(application.toString())
                .jsonPath("$.applications[0].allianceName")
                .isEqualTo("Test Alliance")
                .jsonPath("$.applications[0].organizationName")
                .isEqualTo("Hartwell & Cole LLP")
                .jsonPath("$.applications[0].state")
                .isEqualTo("REFUSED")
                .jsonPath("$.applications[0].reason")
                .isEqualTo(WHY);
        decide(delegate, application, true, WHY).expectStatus().isEqualTo(409);
        apply(person, id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:application-refused-lately");
    }

    @Test
    void a_firm_decides_on_its_own_applicants_alone() {
        var application = applied(stranger("Ines Duarte"));
        get(founder, "/applications/" + application).expectStatus().isNotFound();
        decide(founder, application, true, WHY).expectStatus().isNotFound();
        var colleague = member("Ben Ode");
        get(colleague, "/applications").expectStatus().isForbidden();
        get(colleague, "/applications/" + application).expectStatus().isNotFound();
        decide(colleague, application, true, WHY).expectStatus().isNotFound();
        get(stranger("Ruth Stein"), "/applications/" + application).expectStatus().isNotFound();
        get(delegate, "/applications")
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(application.toString());
    }

    @Test
    void one_application_is_open_at_a_time_and_can_be_taken_back() {
        var person = stranger("Omar Sy");
        var application = id();
        apply(person, application).expectStatus().isCreated();
        apply(person, application).expectStatus().isOk();
        apply(person, id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:application-open");
        put(delegate, "/applications/" + application + "/withdrawal", "{}")
                .expectStatus()
                .isNotFound();
        put(person, "/applications/" + application + "/withdrawal", "{}").expectStatus().isOk();
        decide(delegate, application, true, WHY).expectStatus().isEqualTo(409);
        apply(person, id()).expectStatus().isCreated();
    }

    @Test
    void the_firms_way_in_holds_and_old_questions_and_blank_answers_are_refused() {
        var other = new Someone("sub-other", "Lena Brandt", "lena@hartwell.example", "elsewhere");
        apply(other, id())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:other-way-in");
        var person = stranger("Tomasz Zielinski");
        put(person, "/applications/" + id(), application(1, "\"" + ANSWER + "\""))
                .expectStatus()
                .isEqualTo(409);
        put(person, "/applications/" + id(), application(2, "\"" + ANSWER + "\",\"  \""))
                .expectStatus()
                .isEqualTo(422);
        apply(delegate, id()).expectStatus().isEqualTo(409);
    }

    @Test
    void an_open_door_shows_names_and_questions_and_a_closed_one_is_not_there() {
        var person = stranger("Paul Ito");
        frontDoor(person, slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.alliance")
                .isEqualTo(alliance.toString())
                .jsonPath("$.name")
                .isEqualTo("Test Alliance")
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.organizations.length()")
                .isEqualTo(2)
                .jsonPath("$.organizations[0].name")
                .isEqualTo("Aurelia Pharma");
        frontDoor(person, "nothing-here").expectStatus().isNotFound();
        var closed = id();
        var host = new Someone("host-" + closed, "Hal Ost", "hal@host.example", "");
        http.put()
                .uri("/api/alliances/" + closed)
                .headers(headers -> headers.setBearerAuth(token(host)))
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .bodyValue(founding("closed-alliance", id()))
                .exchange()
                .expectStatus()
                .isCreated();
        frontDoor(person, "closed-alliance").expectStatus().isNotFound();
    }

    @Test
    void the_door_is_kept_by_delegates_one_change_after_another() {
        var colleague = member("Gus Ray");
        put(colleague, "/applications/door", "{\"version\":2,\"open\":false,\"questions\":[]}")
                .expectStatus()
                .isForbidden();
        door(1, false, "").expectStatus().isEqualTo(409);
        var eleven = "\"Why?\"" + ",\"Why?\"".repeat(10);
        door(2, true, eleven).expectStatus().isBadRequest();
        get(colleague, "/applications/door").expectBody().jsonPath("$.version").isEqualTo(2);
    }

    private ResponseSpec door(long version, boolean open, String questions) {
        return put(
                founder,
                "/applications/door",
                "{\"version\":%d,\"open\":%s,\"questions\":[%s]}"
                        .formatted(version, open, questions));
    }

    private UUID applied(Someone person) {
        var application = id();
        apply(person, application).expectStatus().isCreated();
        return application;
    }

    private ResponseSpec apply(Someone person, UUID application) {
        return put(
                person,
                "/applications/" + application,
                application(2, "\"%s\",\"A checklist.\"".formatted(ANSWER)));
    }

    private String application(long version, String answers) {
        return "{\"organization\":\"%s\",\"questionsVersion\":%d,\"answers\":[%s]}"
                .formatted(firm, version, answers);
    }

    private ResponseSpec decide(Someone by, UUID application, boolean accepted, String reason) {
        return put(
                by,
                "/applications/" + application + "/decision",
                "{\"accepted\":%s,\"reason\":\"%s\",\"ask\":\"%s\"}"
                        .formatted(accepted, reason, ASK));
    }

    private Seen read(Someone person, UUID application) {
        var body =
                get(person, "/applications/" + application)
                        .expectStatus()
                        .isOk()
                        .expectBody(Seen.class)
                        .returnResult()
                        .getResponseBody();
        return java.util.Objects.requireNonNull(body);
    }

    private static ResponseSpec frontDoor(Someone person, String slug) {
        return http.get()
                .uri("/api/front-doors/" + slug)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .exchange();
    }

    record Seen(String state, String reason, UUID offer) {}
}
