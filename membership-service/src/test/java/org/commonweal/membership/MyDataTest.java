package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Objects;
import org.commonweal.platform.test.DataContract;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person says of themselves, and takes along. */
class MyDataTest extends MembershipTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SAID =
            """
            {"version":0,"displayName":"Zoë","language":"de","byMailOnly":true,
             "expertise":["Merger control"," merger CONTROL ","Maritime law",""]}\
            """;

    @Test
    void what_the_login_says_is_read_only_and_what_the_person_says_is_found_by_others() {
        var person = member("Zoe Karlsson");
        var colleague = member("Karl Zander");
        profile(person)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(0)
                .jsonPath("$.login.name")
                .isEqualTo("Zoe Karlsson")
                .jsonPath("$.login.provider")
                .isEqualTo("hartwell");
        set(person, SAID)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.displayName")
                .isEqualTo("Zoë")
                .jsonPath("$.language")
                .isEqualTo("de")
                .jsonPath("$.byMailOnly")
                .isEqualTo(true)
                .jsonPath("$.expertise[0]")
                .isEqualTo("Merger control")
                .jsonPath("$.expertise.length()")
                .isEqualTo(2)
                .jsonPath("$.login.name")
                .isEqualTo("Zoe Karlsson");
        for (var query : new String[] {"zoë", "maritime", "law", "control"}) {
            get(colleague, "/people?query=" + query)
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].name")
                    .isEqualTo("Zoë")
                    .jsonPath("$.items[0].expertise[1]")
                    .isEqualTo("Maritime law");
        }
        get(colleague, "/people?query=aritime").expectBody().jsonPath("$.items").isEmpty();
        get(colleague, "/people?query=maritime&organization=" + sponsor)
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        get(colleague, "/people/" + personOf(person))
                .expectBody()
                .jsonPath("$.person.name")
                .isEqualTo("Zoë")
                .jsonPath("$.nameAtLogin")
                .isEqualTo("Zoe Karlsson");
    }

    @Test
    void a_profile_that_changed_meanwhile_is_not_overwritten_and_a_repeated_one_is_the_same() {
        var person = stranger("Paul Profile");
        set(person, SAID.replace("\"version\":0", "\"version\":3")).expectStatus().isEqualTo(409);
        set(person, SAID).expectStatus().isOk();
        set(person, SAID).expectBody().jsonPath("$.version").isEqualTo(1);
        set(person, SAID.replace("Zoë", "Paul"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:changed-meanwhile");
        profile(person).expectBody().jsonPath("$.displayName").isEqualTo("Zoë");
        var cleared = "{\"version\":1,\"expertise\":[],\"byMailOnly\":false}";
        set(person, cleared)
                .expectBody()
                .jsonPath("$.displayName")
                .isEmpty()
                .jsonPath("$.version")
                .isEqualTo(2);
        profile(stranger("Another One")).expectBody().jsonPath("$.version").isEqualTo(0);
        set(person, cleared.replace("false", "false,\"name\":\"Forged\""))
                .expectStatus()
                .isBadRequest();
        set(person, cleared.replace("[]", "[\"" + "x".repeat(61) + "\"]"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_person_takes_everything_along_and_anybody_can_tell_that_it_is_unchanged()
            throws GeneralSecurityException {
        var person = member("Tara Takes");
        set(person, SAID).expectStatus().isOk();
        put(person, "/invitations/" + id(), invitation(stranger("A Friend"), firm, REASON))
                .expectStatus()
                .isCreated();
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        var answer = ask(person, "/api/me/data").expectBody(String.class).returnResult();
        var text = Objects.requireNonNull(answer.getResponseBody());
        var seal = Objects.requireNonNull(answer.getResponseHeaders().getFirst("Commonweal-Seal"));
        var data = JSON.readTree(text);

        assertThat(DataContract.violations("membership", text)).isEmpty();
        assertThat(data.at("/format").asString()).isEqualTo("commonweal.my-data.membership.v1");
        assertThat(data.at("/person/name").asString()).isEqualTo("Tara Takes");
        assertThat(data.at("/person/email").asString()).isEqualTo(person.email());
        assertThat(data.at("/logins/0/subject").asString()).isEqualTo(person.subject());
        assertThat(data.at("/profile/displayName").asString()).isEqualTo("Zoë");
        assertThat(data.at("/memberships/0/allianceName").asString()).isEqualTo("Test Alliance");
        assertThat(data.at("/memberships/0/ownInterest").asString()).isEqualTo(INTEREST);
        assertThat(data.at("/memberships/0/state").asString()).isEqualTo("LEFT");
        assertThat(data.at("/affiliations").size()).isEqualTo(1);
        assertThat(data.at("/invitationsReceived/0/email").asString()).isEqualTo(person.email());
        assertThat(data.at("/invitationsSent").size()).isEqualTo(1);
        assertThat(text).doesNotContain("A Friend", founder.email(), founder.subject());

        var key = JSON.readTree(text(person, "/api/me/data/key"));
        assertThat(verifies(key, seal, text)).isTrue();
        assertThat(verifies(key, seal, text.replace("LEFT", "ACTIVE"))).isFalse();
        assertThat(text(stranger("Sam Strange"), "/api/me/data"))
                .doesNotContain("Tara", person.email(), INTEREST);
    }

    /** As anybody would, with nothing but the published key (RFC 8037). */
    private static boolean verifies(JsonNode key, String seal, String data)
            throws GeneralSecurityException {
        var parts = seal.split("\\.", -1);
        var header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        assertThat(header.get("kid")).isEqualTo(key.get("kid"));
        assertThat(header.get("alg").asString()).isEqualTo("EdDSA");
        var bytes = Base64.getUrlDecoder().decode(key.get("x").asString());
        var turned = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        var isOdd = (turned[0] & 0x80) != 0;
        turned[0] &= 0x7f;
        var point = new EdECPoint(isOdd, new BigInteger(1, turned));
        var spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, point);
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
        var payload =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(data.getBytes(StandardCharsets.UTF_8));
        signature.update((parts[0] + "." + payload).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static ResponseSpec profile(Someone person) {
        return ask(person, "/api/me/profile").expectStatus().isOk();
    }

    private static String text(Someone person, String path) {
        var answer = ask(person, path).expectStatus().isOk().expectBody(String.class);
        return Objects.requireNonNull(answer.returnResult().getResponseBody());
    }

    private static ResponseSpec ask(Someone person, String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .exchange();
    }

    private static ResponseSpec set(Someone person, String body) {
        return http.put()
                .uri("/api/me/profile")
                .headers(headers -> headers.setBearerAuth(token(person)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
