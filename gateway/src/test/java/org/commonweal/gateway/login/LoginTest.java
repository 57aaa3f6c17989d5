package org.commonweal.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.TestProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;

class LoginTest extends GatewayTest {

    @AfterEach
    void asItWas() {
        PROVIDER.changeSecret(TestProvider.SECRET);
        PROVIDER.letTokensLive(Duration.ofMinutes(5));
    }

    @Test
    void a_login_ends_at_the_page_it_began_from_and_the_service_gets_a_token() {
        Browser browser = browser();

        assertThat(browser.logIn("ada", "&return_to=/a/quay/purpose%3Fpart%3D2"))
                .isEqualTo("/a/quay/purpose?part=2");
        assertThat(PROVIDER.lastAuthorization())
                .containsEntry("login_hint", "ada")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("nonce", "code_challenge");

        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(service("membership").next().headers().get("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ");
    }

    @Test
    void a_login_sets_up_what_its_owner_may_and_nothing_else_at_the_provider() {
        browser().logIn("ada", "&kc_action=CONFIGURE_TOTP");
        assertThat(PROVIDER.lastAuthorization()).containsEntry("kc_action", "CONFIGURE_TOTP");

        browser().logIn("ada", "&kc_action=delete_account");
        assertThat(PROVIDER.lastAuthorization()).containsEntry("kc_action", "delete_account");

        browser().logIn("ada", "&kc_action=delete_credential");
        assertThat(PROVIDER.lastAuthorization()).doesNotContainKey("kc_action");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        Browser browser = browser().loggedInAs("ada");

        ResponseCookie cookie = browser.cookie("__Host-commonweal");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(browser.cookies()).doesNotContainKey("__Host-commonweal-login");
    }

    @Test
    void the_session_tells_who_is_logged_in() {
        Browser browser = browser();
        assertThat(browser.get("/api/session").getResponseBody()).contains("\"loggedIn\":false");

        browser.loggedInAs("ada");

        assertThat(browser.get("/api/session").getResponseBody())
                .contains("\"loggedIn\":true", "\"name\":\"Name of ada\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/%5Cevil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "/a/../../evil",
                "evil"
            })
    void a_login_never_ends_at_another_host(String target) {
        assertThat(browser().logIn("ada", "&return_to=" + target)).isEqualTo("/");
    }

    @Test
    void a_login_that_this_browser_did_not_begin_is_refused() {
        Browser victim = browser();

        var answer = victim.get("/login/oauth2/code/commonweal?code=stolen&state=forged");

        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/?login=failed");
        assertThat(victim.cookies()).doesNotContainKey("__Host-commonweal");
    }

    @Test
    void twenty_requests_after_expiry_refresh_the_token_once() throws Exception {
        PROVIDER.letTokensLive(Duration.ofSeconds(1));
        Browser browser = browser().loggedInAs("ada");
        PROVIDER.letTokensLive(Duration.ofMinutes(5));
        int before = PROVIDER.refreshes();

        Callable<HttpStatus> request = () -> (HttpStatus) browser.get("/api/me").getStatus();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpStatus>> answers =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> request).toList());
            for (Future<HttpStatus> answer : answers) {
                assertThat(answer.get()).isEqualTo(HttpStatus.OK);
            }
        }

        assertThat(PROVIDER.refreshes() - before).isEqualTo(1);
        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(PROVIDER.refreshes() - before).isEqualTo(1);
    }

    @Test
    void the_clients_secret_is_changed_at_the_provider_and_nobody_notices() {
        PROVIDER.letTokensLive(Duration.ofSeconds(1));
        Browser before = browser().loggedInAs("ada");
        int refreshes = PROVIDER.refreshes();

        PROVIDER.changeSecret(TestProvider.NEXT_SECRET);

        assertThat(before.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(PROVIDER.refreshes() - refreshes).isEqualTo(1);
        Browser after = browser().loggedInAs("bob");
        assertThat(after.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_secret_that_is_none_of_ours_logs_nobody_out() {
        PROVIDER.letTokensLive(Duration.ofSeconds(1));
        Browser before = browser().loggedInAs("ada");

        PROVIDER.changeSecret("a secret that nobody told us");

        assertThat(before.get("/api/me").getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        PROVIDER.changeSecret(TestProvider.SECRET);
        assertThat(before.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_session_ends_when_the_provider_has_ended_its_own() {
        PROVIDER.letTokensLive(Duration.ofSeconds(1));
        Browser browser = browser().loggedInAs("ada");
        PROVIDER.endSessions();

        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(browser.get("/api/session").getResponseBody()).contains("\"loggedIn\":false");
        assertThat(service("membership").waiting()).isZero();
    }

    @Test
    void logging_out_ends_our_session_and_leads_to_the_providers_logout() {
        Browser browser = browser().loggedInAs("ada");
        browser.get("/api/session");

        var answer = browser.post("/logout");

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getResponseBody())
                .contains(
                        PROVIDER.issuer() + "/protocol/openid-connect/logout?id_token_hint=",
                        "post_logout_redirect_uri=" + GATEWAY + "/");
        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void logging_out_by_a_form_is_redirected() {
        Browser browser = browser().loggedInAs("ada");
        browser.get("/api/session");
        String token = browser.cookie("XSRF-TOKEN").getValue();

        var answer =
                browser.send(
                        HttpMethod.POST,
                        "/logout",
                        form ->
                                form.header("Accept", "text/html")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .bodyValue("_csrf=" + token));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.FOUND);
        assertThat(answer.getResponseHeaders().getLocation())
                .asString()
                .startsWith(PROVIDER.issuer());
    }

    @Test
    void nobody_is_logged_out_by_another_site() {
        Browser browser = browser().loggedInAs("ada");

        var answer = browser.send(HttpMethod.POST, "/logout", _ -> {});

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_write_without_the_csrf_token_is_refused_with_a_hint() {
        Browser browser = browser().loggedInAs("ada");

        var answer = browser.send(HttpMethod.PUT, "/api/alliances/a/thanks/b", _ -> {});

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getResponseBody())
                .contains("urn:commonweal:refusal:csrf-token-missing", "X-XSRF-TOKEN");
        assertThat(service("recognition").waiting()).isZero();
    }
}
