package org.commonweal.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.test.Canaries;
import org.commonweal.platform.test.TestRelay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who asks to be erased leaves no name, no address and no own words. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest extends PlacesTest {

    private static final String NAME = "Canarina Erasa";
    private static final String PHRASE = "canary-phrase-4711";

    private final Canaries canaries = new Canaries(database, "membership");
    private Firm quill;

    @BeforeAll
    void openTheDoor() {
        quill = new Firm("quill");
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[\"Why?\"]}")
                .expectStatus()
                .isOk();
    }

    @Test
    void after_an_erasure_no_column_of_any_table_holds_the_name_the_address_or_the_words(
            CapturedOutput output) {
        var heron = new Firm("heron");
        var canary = everywhere(heron);
        var person = personOf(canary);
        var second = atASecondFirm(canary);
        var colleague = heron.member("Second Of Heron");
        assertThat(canaries.in(NAME, canary.email(), PHRASE))
                .as("they are everywhere before")
                .contains("person: " + NAME, "login: " + canary.email())
                .contains("application: " + PHRASE, "membership: " + PHRASE)
                .contains("invitation: " + NAME, "invitation: " + canary.email())
                .contains("invitation: " + PHRASE, "eligible_person: " + NAME)
                .contains("profile: " + NAME, "profile: " + PHRASE)
                .contains("secondment: " + PHRASE)
                .doesNotContain("journal: " + NAME, "journal: " + canary.email());

        var id = id();
        erase(canary, id, NAME, "ERASE")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(id.toString())
                .jsonPath("$.remains[0]")
                .isEqualTo("FIRMS_ACCOUNT")
                .jsonPath("$.remains.length()")
                .isEqualTo(5);

        assertThat(canaries.in(NAME, canary.email(), PHRASE, canary.subject())).isEmpty();
        assertThat(canaries.in(second.email(), second.subject())).isEmpty();
        get(second, "/people").expectStatus().isNotFound();
        assertThat(output.getAll()).doesNotContain(NAME, canary.email(), PHRASE);
        get(canary, "/people").expectStatus().isNotFound();
        get(founder, "/people?ids=" + person)
                .expectBody()
                .jsonPath("$.items[0].state")
                .isEqualTo("ERASED")
                .jsonPath("$.items[0].name")
                .isEqualTo("Former member");
        assertThat(journal("membership.person-erased.v1", person))
                .contains(person.toString(), "\"ERASE\"");
        assertThat(journal("membership.member-left.v1", person)).contains("LEFT");
        assertThat(journal("membership.roles-changed.v1", personOf(colleague)))
                .as("the firm has an administrator")
                .contains("SUCCESSION");
    }

    /** Where a place ended with words about the person, and another one stands. */
    private Someone atASecondFirm(Someone person) {
        var host = new Firm("ibis");
        var official = host.member("Boss Of Ibis");
        seconded(person, official, host);
        put(
                        official,
                        "/people/" + personOf(person) + "/removal",
                        "{\"reason\":\"What was asked, %s, is done.\"}".formatted(PHRASE))
                .expectStatus()
                .isOk();
        return seconded(person, official, host);
    }

    @Test
    void no_message_ever_holds_a_name_or_an_address() {
        var gull = new Firm("gull");
        var messages = new StringBuilder();
        try (var _ = TestRelay.start(database, TestServers.kafka());
                var consumer = new KafkaConsumer<String, String>(settings())) {
            consumer.subscribe(List.of("commonweal.membership", "commonweal.standings"));
            var canary = everywhere(gull);
            var person = personOf(canary);
            erase(canary, id(), NAME, "KEEP").expectStatus().isOk();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> {
                        var told = false;
                        for (var message : consumer.poll(Duration.ofMillis(200))) {
                            var text = whole(message);
                            told |=
                                    text.contains("membership.person-erased.v1")
                                            && text.contains(person.toString());
                            messages.append(text);
                        }
                        return told;
                    });
            assertThat(messages.toString())
                    .contains(canary.subject(), gull.id.toString())
                    .doesNotContain(NAME, canary.email(), "@gull.example");
        }
    }

    private static String whole(ConsumerRecord<String, String> message) {
        var text = new StringBuilder(String.valueOf(message.value()));
        message.headers().forEach(header -> text.append(new String(header.value(), UTF_8)));
        return text.toString();
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                TestServers.kafka(),
                "group.id",
                "erasure-" + id(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                1000,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class);
    }

    @Test
    void an_erasure_is_confirmed_by_the_own_name_and_answers_the_same_when_repeated() {
        var person = quill.member("Rita Repeat");
        erase(person, id(), "Somebody Else", "KEEP")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:erasure-not-confirmed");
        get(person, "/people").expectStatus().isOk();

        var id = id();
        erase(person, id, " rita repeat ", "KEEP")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.remains[5]")
                .isEqualTo("WORK");
        erase(person, id, "Rita Repeat", "KEEP").expectStatus().isOk();
        erase(person, id, "Rita Repeat", "ERASE").expectStatus().isEqualTo(409);
        isErased(erase(person, id(), "Rita Repeat", "KEEP"));
        erase(person, UUID.randomUUID(), "Rita Repeat", "KEEP").expectStatus().isBadRequest();
    }

    @Test
    void an_erased_login_does_not_come_back_by_itself_and_begins_anew_as_somebody_else() {
        var person = quill.member("Nora Anew");
        var before = personOf(person);
        beginAnew(person).expectStatus().isNotFound();
        erase(person, id(), "Nora Anew", "KEEP").expectStatus().isOk();
        isErased(me(person));
        assertThat(canaries.in("Nora Anew", person.email())).isEmpty();

        beginAnew(person).expectStatus().isOk();
        beginAnew(person).expectStatus().isOk();
        me(person)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.alliances.length()")
                .isEqualTo(0)
                .jsonPath("$.invitations.length()")
                .isEqualTo(0);
        assertThat(personOf(person)).isNotEqualTo(before);
        answer(person, quill.invited(person), id()).expectStatus().isCreated();
        get(person, "/people").expectStatus().isOk();
        me(new Someone(person.subject(), "Nora Renamed", person.email(), person.provider()))
                .expectStatus()
                .isOk();

        erase(person, id(), "Nora Anew", "KEEP").expectStatus().isOk();
        isErased(me(person));
        assertThat(canaries.in("Nora Anew", "Nora Renamed", person.email())).isEmpty();
    }

    @Test
    void nobody_is_erased_but_who_asks() {
        var victim = quill.member("Vera Victim");
        var revoked = quill.member("Gone Girl");
        put(revoked, "/people/mine/exit", "{}").expectStatus().isOk();
        http.put()
                .uri("/api/me/erasure/" + id())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"confirmation\":\"Vera Victim\",\"work\":\"KEEP\"}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        erase(founder, id(), "Vera Victim", "KEEP").expectStatus().isEqualTo(422);
        erase(quill.stranger("Vera Victim"), id(), "Vera Victim", "KEEP").expectStatus().isOk();
        erase(revoked, id(), "Gone Girl", "KEEP").expectStatus().isOk();
        assertThat(canaries.in("Gone Girl", revoked.email())).isEmpty();
        me(victim).expectBody().jsonPath("$.alliances.length()").isEqualTo(1);
        get(victim, "/people?query=Vera").expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    /** Takes every way by which a text of a person, or about one, comes in. */
    private Someone everywhere(Firm own) {
        var canary = own.stranger(NAME);
        var application = id();
        put(
                        canary,
                        "/applications/" + application,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[\"%s\"]}"
                                .formatted(own.id, PHRASE))
                .expectStatus()
                .isCreated();
        put(
                        founder,
                        "/applications/" + application + "/decision",
                        "{\"accepted\":false,\"reason\":\"Not you this time, because of %s\"}"
                                .formatted(PHRASE))
                .expectStatus()
                .isOk();
        var invitation = id();
        put(founder, "/invitations/" + invitation, invitation(canary, own.id, REASON + PHRASE))
                .expectStatus()
                .isCreated();
        put(
                        founder,
                        "/invitations/" + id(),
                        invitation(canary, firm, REASON + " Open still, " + PHRASE))
                .expectStatus()
                .isCreated();
        http.put()
                .uri("/api/alliances/" + alliance + "/invitations/" + invitation + "/acceptance")
                .headers(headers -> headers.setBearerAuth(token(canary)))
                .header("Idempotency-Key", id().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"ownInterest\":\"" + PHRASE + "\"}")
                .exchange()
                .expectStatus()
                .isCreated();
        put(
                        canary,
                        "/invitations/" + id(),
                        """
                        {"email":"another@%s.example","name":"An Other","organization":"%s",
                         "reason":"By me, because of this: %s","ask":"Also %s"}\
                        """
                                .formatted(own.provider, own.id, PHRASE, PHRASE))
                .expectStatus()
                .isCreated();
        directoryNames(canary, own);
        put(
                        founder,
                        "/moves/" + id(),
                        "{\"kind\":\"MOVE\",\"person\":\"%s\",\"reason\":\"Come over to us, %s\"}"
                                .formatted(personOf(canary), PHRASE))
                .expectStatus()
                .isCreated();
        http.put()
                .uri("/api/me/profile")
                .headers(headers -> headers.setBearerAuth(token(canary)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        """
                        {"version":0,"displayName":"%s the First","expertise":["%s"],
                         "byMailOnly":false}\
                        """
                                .formatted(NAME, PHRASE))
                .exchange()
                .expectStatus()
                .isOk();
        return canary;
    }

    private void directoryNames(Someone canary, Firm own) {
        var token =
                put(canary, "/organizations/mine/scim-token", "{}")
                        .expectStatus()
                        .isCreated()
                        .expectBody(Token.class)
                        .returnResult()
                        .getResponseBody();
        http.post()
                .uri("/scim/v2/" + alliance + "/" + own.id + "/Users")
                .headers(headers ->
                        headers.setBearerAuth(java.util.Objects.requireNonNull(token).token()))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"userName\":\"%s\",\"displayName\":\"%s\",\"externalId\":\"%s\"}"
                                .formatted(canary.email(), NAME, PHRASE))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void isErased(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:erased")
                .jsonPath("$.allowed.begin-anew")
                .isEqualTo("/api/me/new-beginning");
    }

    private static ResponseSpec erase(Someone person, UUID id, String confirmation, String work) {
        return http.put()
                .uri("/api/me/erasure/" + id)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"confirmation\":\"%s\",\"work\":\"%s\"}".formatted(confirmation, work))
                .exchange();
    }

    private static ResponseSpec beginAnew(Someone person) {
        return http.put()
                .uri("/api/me/new-beginning")
                .headers(headers -> headers.setBearerAuth(token(person)))
                .exchange();
    }

    private record Token(String token) {}
}
