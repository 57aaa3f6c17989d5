package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may connect a provider, and what is refused before Keycloak is asked. */
class ProvidersTest extends MembershipTest {

    private static final String PATH = "/organizations/mine/login/providers";
    private static final String OIDC =
            """
            {"name":"Own","protocol":"OIDC","address":"https://login.firm.example",
             "clientId":"commonweal","clientSecret":"a-secret-of-ours"}\
            """;

    private Someone administrator;

    @BeforeAll
    void aFirm() {
        administrator = member("Freya Lind");
    }

    private UUID described() {
        var id = id();
        put(administrator, PATH + "/" + id, OIDC).expectStatus().isOk();
        return id;
    }

    @Test
    void only_the_firms_administrators_see_and_change_it() {
        var id = described();
        var colleague = member("Ben Ode");
        get(colleague, PATH).expectStatus().isForbidden();
        put(colleague, PATH + "/" + id, OIDC).expectStatus().isForbidden();
        for (var act : new String[] {"/test", "/live", "/retirement", "/connection"}) {
            put(colleague, PATH + "/" + id + act, "{}").expectStatus().isForbidden();
        }
    }

    @Test
    void another_firms_administrator_finds_nothing_and_takes_nothing_over() {
        var id = described();
        get(founder, PATH).expectBody().jsonPath("$.items").isEmpty();
        for (var act : new String[] {"/test", "/live", "/retirement", "/connection"}) {
            put(founder, PATH + "/" + id + act, "{}").expectStatus().isNotFound();
        }
        refused(founder, PATH + "/" + id, OIDC, "changed-meanwhile");
        get(administrator, PATH)
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id + "')].state")
                .isEqualTo("DRAFT");
    }

    @Test
    void a_repeated_request_is_kept_once_and_another_under_its_id_is_refused() {
        var id = id();
        var key = id();
        put(administrator, PATH + "/" + id, OIDC, key).expectStatus().isOk();
        put(administrator, PATH + "/" + id, OIDC, key).expectStatus().isOk();
        assertThat(journal("membership.login-provider-changed.v1", id).lines()).hasSize(1);
        put(administrator, PATH + "/" + id, OIDC.replace("a-secret", "another"), key)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:id-taken");
    }

    @Test
    void a_secret_is_in_no_answer_no_fact_and_not_in_the_clear_in_the_database()
            throws SQLException {
        var id = id();
        put(administrator, PATH + "/" + id, OIDC)
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("a-secret-of-ours"));
        get(administrator, PATH)
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("a-secret-of-ours"));
        assertThat(journal("membership.login-provider-changed.v1", id))
                .doesNotContain("a-secret-of-ours");
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows =
                    sql.executeQuery(
                            "SELECT sealed_secret, CAST(p AS text) FROM login_provider p"
                                    + " WHERE id = '"
                                    + id
                                    + "'");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isNotBlank();
            assertThat(rows.getString(2)).doesNotContain("a-secret-of-ours");
        }
    }

    @Test
    void what_is_incomplete_untested_or_without_a_domain_is_refused() {
        var id = described();
        refused(administrator, PATH + "/" + id + "/live", "{}", "provider-not-tested");
        put(administrator, PATH + "/" + id + "/retirement", "{}").expectStatus().isOk();
        refused(administrator, PATH + "/" + id + "/test", "{}", "provider-retired");
        refused(administrator, PATH + "/" + id, OIDC, "provider-retired");
        for (var part : new String[] {"address", "clientId", "clientSecret"}) {
            refused(
                    administrator,
                    PATH + "/" + id(),
                    OIDC.replaceAll(
                            "\"%s\":\"[^\"]*\"".formatted(part), "\"%s\":null".formatted(part)),
                    "provider-incomplete");
        }
        refused(
                administrator,
                PATH + "/" + id(),
                "{\"name\":\"Own\",\"protocol\":\"SAML\"}",
                "provider-incomplete");
        var without = new Firm("without-domain");
        var theirs = without.member("Mei Tanaka");
        var draft = id();
        put(theirs, PATH + "/" + draft, OIDC).expectStatus().isOk();
        refused(theirs, PATH + "/" + draft + "/test", "{}", "no-mail-domain");
    }
}
