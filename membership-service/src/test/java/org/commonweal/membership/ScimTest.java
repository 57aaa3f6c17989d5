package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

/** A firm's directory, in the dialects of Entra ID and Okta, over HTTP on the real database. */
class ScimTest extends MembershipTest {

    private static final String ENTRA_OFF =
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"Replace","path":"active","value":"False"}]}\
            """;
    private static final String OKTA_OFF =
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"active":false}}]}\
            """;
    private static final String ON =
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"active","value":true}]}\
            """;

    private Someone delegate;
    private String token;
    private TestDirectory directory;

    @BeforeAll
    void aFirmWithADirectory() {
        delegate = member("Freya Lind");
        directory = new TestDirectory(this);
        token = directory.newToken(delegate);
    }

    @Test
    void whom_a_directory_names_is_eligible_and_a_member_of_nothing() throws SQLException {
        var person = stranger("Noor Haddad");
        me(person).expectStatus().isOk();
        var id = add(person);
        directory
                .send(
                        token,
                        HttpMethod.GET,
                        "/Users?filter=userName eq \"" + upper(person) + "\"",
                        "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.totalResults")
                .isEqualTo(1)
                .jsonPath("$.Resources[0].id")
                .isEqualTo(id.toString())
                .jsonPath("$.Resources[0].displayName")
                .isEqualTo("Noor Haddad");
        directory
                .send(token, HttpMethod.PUT, "/Users/" + id, TestDirectory.user(person, true))
                .expectStatus()
                .isOk();
        directory.send(token, HttpMethod.PATCH, "/Users/" + id, ON).expectStatus().isOk();
        get(person, "").expectStatus().isNotFound();
        me(person).expectBody().jsonPath("$.alliances").isEmpty();
        assertThat(count("membership", personOf(person))).isZero();
        assertThat(count("standing", personOf(person))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENTRA_OFF, OKTA_OFF})
    void a_leaver_has_no_standing_but_keeps_membership_and_comes_back(String off)
            throws SQLException {
        var person = member("Mei Tanaka");
        var id = add(person);
        get(person, "").expectStatus().isOk();
        directory
                .send(token, HttpMethod.PATCH, "/Users/" + id, off)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.active")
                .isEqualTo(false);
        get(person, "").expectStatus().isNotFound();
        me(person).expectBody().jsonPath("$.alliances").isEmpty();
        assertThat(lastStanding(person)).isEqualTo("ENDED");
        assertThat(count("membership", personOf(person))).isOne();
        directory.send(token, HttpMethod.PATCH, "/Users/" + id, ON).expectStatus().isOk();
        get(person, "").expectStatus().isOk();
        assertThat(lastStanding(person)).isEqualTo("ACTIVE");
    }

    @Test
    void a_leaver_is_out_also_by_deletion_and_under_a_new_address() {
        var person = member("Ines Duarte");
        var id = add(person);
        var married = new Someone(person.subject(), "Ines Roth", "ines@new.example", "hartwell");
        directory
                .send(token, HttpMethod.PUT, "/Users/" + id, TestDirectory.user(married, true))
                .expectStatus()
                .isOk();
        get(person, "").expectStatus().isOk();
        directory.send(token, HttpMethod.DELETE, "/Users/" + id, "").expectStatus().isNoContent();
        get(person, "").expectStatus().isNotFound();
        directory.send(token, HttpMethod.GET, "/Users/" + id, "").expectStatus().isNotFound();
        add(person);
        get(person, "").expectStatus().isOk();
    }

    @Test
    void whoever_left_in_person_is_not_brought_back() {
        var person = member("Tomasz Zielinski");
        var id = add(person);
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        directory.send(token, HttpMethod.PATCH, "/Users/" + id, ENTRA_OFF).expectStatus().isOk();
        directory.send(token, HttpMethod.PATCH, "/Users/" + id, ON).expectStatus().isOk();
        get(person, "").expectStatus().isNotFound();
    }

    /** Linking by mail address: a directory can name anybody, and reaches its own people alone. */
    @Test
    void a_directory_does_not_reach_people_of_another_firm_by_their_address() {
        var id = add(founder);
        directory.send(token, HttpMethod.PATCH, "/Users/" + id, ENTRA_OFF).expectStatus().isOk();
        get(founder, "").expectStatus().isOk();
        directory.send(token, HttpMethod.DELETE, "/Users/" + id, "").expectStatus().isNoContent();
        get(founder, "").expectStatus().isOk();
    }

    @Test
    void a_name_is_taken_once_in_a_directory() {
        var person = stranger("Ruth Stein");
        add(person);
        directory
                .send(token, HttpMethod.POST, "/Users", TestDirectory.user(person, true))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.scimType")
                .isEqualTo("uniqueness");
    }

    @Test
    void what_is_no_user_is_refused_in_the_standards_words() {
        for (var wrong : new String[] {"{}", "{\"userName\":\" \"}"}) {
            directory
                    .send(token, HttpMethod.POST, "/Users", wrong)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.schemas[0]")
                    .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        }
        directory
                .send(token, HttpMethod.GET, "/Users?filter=active eq true", "")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_directory_learns_what_it_may_ask() {
        directory
                .send(token, HttpMethod.GET, "/ServiceProviderConfig", "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.patch.supported")
                .isEqualTo(true);
        directory.send(token, HttpMethod.GET, "/Schemas", "").expectStatus().isOk();
        directory.send(token, HttpMethod.GET, "/ResourceTypes", "").expectStatus().isOk();
    }

    @Test
    void every_operation_is_refused_to_all_but_the_firms_present_token() {
        var person = stranger("Omar Sy");
        var id = add(person);
        var others = directory.newToken(founder);
        var rotated = token;
        token = directory.newToken(delegate);
        for (var wrong : new String[] {"", others, rotated, tokens.of(founder.subject())}) {
            for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.DELETE}) {
                directory.send(wrong, method, "/Users/" + id, "").expectStatus().isUnauthorized();
            }
            for (var method : new HttpMethod[] {HttpMethod.PUT, HttpMethod.PATCH}) {
                directory.send(wrong, method, "/Users/" + id, ON).expectStatus().isUnauthorized();
            }
            directory.send(wrong, HttpMethod.GET, "/Users", "").expectStatus().isUnauthorized();
            directory
                    .send(wrong, HttpMethod.POST, "/Users", TestDirectory.user(person, true))
                    .expectStatus()
                    .isUnauthorized();
            directory.send(wrong, HttpMethod.GET, "/Schemas", "").expectStatus().isUnauthorized();
        }
        directory.send(token, HttpMethod.GET, "/Users/" + id, "").expectStatus().isOk();
    }

    @Test
    void a_directorys_token_opens_nothing_but_its_directory() {
        http.get()
                .uri("/api/alliances/" + alliance)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_token_is_told_once_and_to_administrators_alone() {
        var key = id();
        token = Objects.requireNonNull(TestDirectory.tokenOf(directory.makeToken(delegate, key)));
        directory
                .makeToken(delegate, key)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:scim-token-told");
        var colleague = member("Ben Ode");
        directory.makeToken(colleague, id()).expectStatus().isForbidden();
        get(colleague, "/organizations/mine/login").expectStatus().isForbidden();
        get(delegate, "/organizations/mine/login")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("tokenMadeAt").doesNotContain(token));
    }

    private UUID add(Someone person) {
        var body =
                directory
                        .send(token, HttpMethod.POST, "/Users", TestDirectory.user(person, true))
                        .expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return UUID.fromString(String.valueOf(Objects.requireNonNull(body).get("id")));
    }

    private static String upper(Someone person) {
        return person.email().toUpperCase(java.util.Locale.ROOT);
    }

    private long count(String table, UUID person) throws SQLException {
        return Long.parseLong(
                read("SELECT count(*) FROM " + table + " WHERE person_id = '" + person + "'"));
    }

    private String lastStanding(Someone person) throws SQLException {
        return read(
                """
                SELECT payload ->> 'state' FROM journal
                WHERE type = 'membership.standing-changed.v1' AND subject = '%s'
                ORDER BY version DESC LIMIT 1\
                """
                        .formatted(personOf(person)));
    }

    private String read(String query) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows = sql.executeQuery(query);
            rows.next();
            return rows.getString(1);
        }
    }
}
