package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What members accept in person: versions, dates, and what an older acceptance still allows. */
class AgreementsTest extends MembershipTest {

    private static final String WRITTEN = "membership.agreement-written.v1";
    private static final String ACCEPTED = "membership.agreement-accepted.v1";
    private static final String CHANGES = "Answers within three days now.";

    private Someone delegate;
    private Someone member;
    private UUID agreement = id();

    @BeforeAll
    void people() {
        delegate = member("Freya Lind");
        member = member("Mei Tanaka");
    }

    /** Each test has an agreement of its own; what an earlier one requires is accepted by all. */
    @AfterEach
    void acceptAll() {
        for (var person : new Someone[] {founder, delegate, member}) {
            accept(person, agreement, 1, id());
            accept(person, agreement, 2, id());
        }
    }

    @Test
    void a_version_that_is_required_now_leaves_reading_until_the_person_accepts_it() {
        agreement = id();
        write(founder, agreement, version(0, "", null, "READING")).expectStatus().isCreated();
        get(member, "/people").expectStatus().isOk();
        put(member, "/invitations/" + id(), invitation(stranger("Noor"), firm, REASON + "1"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:agreement-outdated")
                .jsonPath("$.allowed.accept")
                .isEqualTo("/api/alliances/" + alliance + "/agreements/" + agreement);
        get(member, "/agreements/" + agreement)
                .expectBody()
                .jsonPath("$.agreement.outdated")
                .isEqualTo(true)
                .jsonPath("$.agreement.accepted")
                .isEqualTo(0);

        accept(member, agreement, 1, id())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.acceptedAt")
                .isNotEmpty();

        put(member, "/invitations/" + id(), invitation(stranger("Noor"), firm, REASON + "2"))
                .expectStatus()
                .isCreated();
        get(member, "/agreements/" + agreement)
                .expectBody()
                .jsonPath("$.agreement.outdated")
                .isEqualTo(false)
                .jsonPath("$.agreement.accepted")
                .isEqualTo(1)
                .jsonPath("$.versions[0].acceptedAt")
                .isNotEmpty();
        assertThat(journal(ACCEPTED, agreement)).contains(personOf(member).toString());
        // Nobody has accepted for anybody else.
        put(delegate, "/invitations/" + id(), invitation(stranger("Omar"), firm, REASON + "3"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_change_asks_everyone_again_from_its_date_on_and_not_before() {
        agreement = accepted();
        var from = Instant.now().plusSeconds(3);
        write(founder, agreement, version(1, CHANGES, from, "READING")).expectStatus().isCreated();
        get(member, "/agreements")
                .expectBody()
                .jsonPath(of("id", "outdated"))
                .isEqualTo(false)
                .jsonPath(of("id", "newest"))
                .isEqualTo(2)
                .jsonPath(of("id", "inForce"))
                .isEqualTo(1);
        put(member, "/invitations/" + id(), invitation(stranger("Ines"), firm, REASON + "4"))
                .expectStatus()
                .isCreated();
        // Whoever has read it already may accept it before its date.
        accept(delegate, agreement, 2, id()).expectStatus().isCreated();

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        refused(
                                member,
                                "/invitations/" + id(),
                                invitation(stranger("Ruth"), firm, REASON + id()),
                                "agreement-outdated"));

        put(delegate, "/invitations/" + id(), invitation(stranger("Paul"), firm, REASON + "5"))
                .expectStatus()
                .isCreated();
        accept(member, agreement, 1, id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:agreement-superseded");
        accept(member, agreement, 2, id()).expectStatus().isCreated();
        put(member, "/invitations/" + id(), invitation(stranger("Lena"), firm, REASON + "6"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_version_that_says_the_same_asks_nobody_again() {
        agreement = accepted();
        write(founder, agreement, version(1, CHANGES, null, "EVERYTHING"))
                .expectStatus()
                .isCreated();
        get(member, "/agreements/" + agreement)
                .expectBody()
                .jsonPath("$.agreement.inForce")
                .isEqualTo(2)
                .jsonPath("$.agreement.acceptBy")
                .isEmpty()
                .jsonPath("$.agreement.outdated")
                .isEqualTo(false);
        put(member, "/invitations/" + id(), invitation(stranger("Gus"), firm, REASON + "7"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void versions_are_kept_as_they_were_with_what_changed() {
        agreement = id();
        var first = id();
        write(founder, agreement, first, version(0, "", null, "EVERYTHING"))
                .expectStatus()
                .isCreated();
        write(founder, agreement, version(1, CHANGES, null, "EVERYTHING"))
                .expectStatus()
                .isCreated();
        get(member, "/agreements/" + agreement)
                .expectBody()
                .jsonPath("$.versions.length()")
                .isEqualTo(2)
                .jsonPath("$.versions[0].version")
                .isEqualTo(2)
                .jsonPath("$.versions[0].changes")
                .isEqualTo(CHANGES)
                .jsonPath("$.versions[1].writtenBy")
                .isEqualTo(personOf(founder).toString());
        get(member, "/agreements/" + agreement + "/versions/" + first)
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("We answer within 1 days.")
                .jsonPath("$.line.version")
                .isEqualTo(1);
    }

    @Test
    void state_and_fact_have_the_same_date_also_when_it_is_at_once() {
        agreement = id();
        var version = id();
        write(founder, agreement, version, version(0, "", null, "READING"))
                .expectStatus()
                .isCreated();
        var seen =
                get(member, "/agreements/" + agreement + "/versions/" + version)
                        .expectBody(Read.class)
                        .returnResult()
                        .getResponseBody();
        var from = java.util.Objects.requireNonNull(seen).line().requiredFrom();
        assertThat(journal(WRITTEN, agreement))
                .contains("\"version\": 1", "\"afterwards\": \"READING\"", from.toString());
    }

    @Test
    void only_a_delegate_writes_and_only_what_can_be_read_before_it_binds() {
        agreement = accepted();
        write(member, agreement, version(1, CHANGES, null, "READING"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:not-a-delegate");
        var past = Instant.now().minusSeconds(60);
        unfit(version(1, CHANGES, past, "READING"), 422, "agreement-date-past");
        unfit(version(1, "  ", null, "READING"), 422, "agreement-changes-missing");
        unfit(version(0, CHANGES, null, "READING"), 409, "changed-meanwhile");
        unfit(version(2, CHANGES, null, "READING"), 409, "changed-meanwhile");
        unfit(version(1, CHANGES, null, "NOTHING"), 400, "not-readable");
        assertThat(journal(WRITTEN, agreement).lines()).hasSize(1);
    }

    @Test
    void a_repeated_request_is_kept_once_and_another_content_is_refused() {
        agreement = id();
        var version = id();
        var body = version(0, "", null, "EVERYTHING");
        write(founder, agreement, version, body).expectStatus().isCreated();
        write(founder, agreement, version, body).expectStatus().isOk();
        write(founder, agreement, version, body.replace("We", "They"))
                .expectStatus()
                .isEqualTo(409);
        var acceptance = id();
        accept(member, agreement, 1, acceptance).expectStatus().isCreated();
        accept(member, agreement, 1, acceptance).expectStatus().isOk();
        accept(member, agreement, 1, id()).expectStatus().isOk();
        accept(delegate, agreement, 1, acceptance).expectStatus().isEqualTo(409);
        assertThat(journal(ACCEPTED, agreement).lines()).hasSize(1);
        accept(member, agreement, 2, id()).expectStatus().isNotFound();
        accept(member, id(), 1, id()).expectStatus().isNotFound();
    }

    @Test
    void whoever_joins_accepts_what_is_in_force_by_the_same_act() {
        agreement = accepted();
        var person = stranger("Tomasz Zielinski");
        var invitation = invited(person, REASON + " Tomasz");
        get(person, "/invitations/" + invitation + "/agreements")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath(of("agreement", "text"))
                .isEqualTo("We answer within 1 days.");
        get(stranger("Ruth Stein"), "/invitations/" + invitation + "/agreements")
                .expectStatus()
                .isNotFound();
        get(founder, "/invitations/" + invitation + "/agreements").expectStatus().isNotFound();

        join(person, invitation, "")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:agreement-not-accepted")
                .jsonPath("$.detail")
                .value(detail ->
                        assertThat((String) detail).contains("Accountability", "version 1"));
        join(person, invitation, agreed(agreement, 7)).expectStatus().isEqualTo(422);
        get(person, "").expectStatus().isNotFound();

        join(person, invitation, inForce(person, invitation)).expectStatus().isCreated();
        get(person, "/agreements/" + agreement)
                .expectBody()
                .jsonPath("$.agreement.accepted")
                .isEqualTo(1);
        put(person, "/invitations/" + id(), invitation(stranger("Hal"), firm, REASON + "8"))
                .expectStatus()
                .isCreated();
        assertThat(journal(ACCEPTED, agreement)).contains(personOf(person).toString());
    }

    @Test
    void whoever_does_not_accept_can_still_leave() {
        var person = stranger("Victor Hale");
        var invitation = invited(person, REASON + " Victor");
        join(person, invitation, inForce(person, invitation)).expectStatus().isCreated();
        agreement = id();
        write(founder, agreement, version(0, "", null, "READING")).expectStatus().isCreated();
        refused(
                person,
                "/invitations/" + id(),
                invitation(stranger("Ida Invited"), firm, REASON),
                "agreement-outdated");
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        get(person, "/agreements").expectStatus().isNotFound();
        accept(person, agreement, 1, id()).expectStatus().isNotFound();
    }

    @Test
    void another_alliance_finds_nothing() {
        agreement = accepted();
        var elsewhere = id();
        var host = new Someone("host-" + elsewhere, "Hal Ost", "hal@host.example", "");
        http.put()
                .uri("/api/alliances/" + elsewhere)
                .headers(headers -> headers.setBearerAuth(token(host)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(founding("agreements-elsewhere", id()))
                .exchange()
                .expectStatus()
                .isCreated();
        get(host, "/agreements/" + agreement).expectStatus().isNotFound();
        accept(host, agreement, 1, id()).expectStatus().isNotFound();
        http.get()
                .uri("/api/alliances/" + elsewhere + "/agreements")
                .headers(headers -> headers.setBearerAuth(token(host)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        http.get()
                .uri("/api/alliances/" + elsewhere + "/agreements/" + agreement)
                .headers(headers -> headers.setBearerAuth(token(host)))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    /**
     * An agreement in its first version, which requires its acceptance and which all have given.
     */
    private UUID accepted() {
        var id = id();
        write(founder, id, version(0, "", null, "READING")).expectStatus().isCreated();
        for (var person : new Someone[] {founder, delegate, member}) {
            accept(person, id, 1, id()).expectStatus().isCreated();
        }
        return id;
    }

    private static String version(
            long follows, String changes, @Nullable Instant from, String afterwards) {
        return """
        {"follows":%d,"title":"Accountability","text":"We answer within %d days.",
         "changes":"%s","requiredFrom":%s,"afterwards":"%s"}\
        """
                .formatted(
                        follows,
                        follows + 1,
                        changes,
                        from == null ? "null" : "\"" + from + "\"",
                        afterwards);
    }

    /** A field of this test's agreement in a list; as JSON path it is a list of one. */
    private String of(String name, String field) {
        return "$.items[?(@.%s == '%s')].%s".formatted(name, agreement, field);
    }

    private ResponseSpec write(Someone by, UUID id, String body) {
        return write(by, id, id(), body);
    }

    private ResponseSpec write(Someone by, UUID id, UUID version, String body) {
        return put(by, "/agreements/" + id + "/versions/" + version, body);
    }

    private void unfit(String body, int status, String kebab) {
        write(founder, agreement, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:" + kebab);
    }

    private ResponseSpec accept(Someone person, UUID id, long version, UUID acceptance) {
        return put(
                person,
                "/agreements/" + id + "/acceptances/" + acceptance,
                "{\"version\":" + version + "}");
    }

    private ResponseSpec join(Someone person, UUID invitation, String agreed) {
        return put(
                person,
                "/invitations/" + invitation + "/acceptance",
                "{\"ownInterest\":\"%s\",\"agreements\":[%s]}".formatted(INTEREST, agreed));
    }

    private static String agreed(UUID id, long version) {
        return "{\"agreement\":\"%s\",\"version\":%d}".formatted(id, version);
    }

    /** Other tests of this class have left agreements of their own. */
    private String inForce(Someone person, UUID invitation) {
        var terms =
                get(person, "/invitations/" + invitation + "/agreements")
                        .expectBody(Terms.class)
                        .returnResult()
                        .getResponseBody();
        return java.util.Objects.requireNonNull(terms).items().stream()
                .map(term -> agreed(term.agreement(), term.version()))
                .collect(java.util.stream.Collectors.joining(","));
    }

    record Terms(java.util.List<Term> items) {}

    record Term(UUID agreement, long version) {}

    record Read(Line line) {}

    record Line(Instant requiredFrom) {}
}
