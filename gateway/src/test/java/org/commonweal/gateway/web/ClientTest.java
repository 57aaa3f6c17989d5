package org.commonweal.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class ClientTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/i/019ab87d-30de-75be-acef-ff8134f76a14",
                "/a/quay",
                "/a/quay/goals/1"
            })
    void every_page_of_the_client_is_its_index(String path) {
        EntityExchangeResult<String> answer = browser().get(path);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getResponseBody()).contains("<title>Commonweal</title>");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(answer.getResponseCookies()).containsOnlyKeys("XSRF-TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/nothing",
                "/login",
                "/login/nothing",
                "/logout",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/assets/missing.js",
                "/missing.txt"
            })
    void what_is_not_a_page_is_not_answered_with_one(String path) {
        assertThat(browser().get(path).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_file_named_by_its_content_is_kept_for_ever() {
        EntityExchangeResult<String> answer = browser().get("/assets/app-5f3c9d1e.js");

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getResponseHeaders().getCacheControl())
                .isEqualTo("max-age=31536000, public, immutable");
    }

    @Test
    void every_answer_tells_the_browser_what_not_to_do() {
        HttpHeaders headers = browser().get("/").getResponseHeaders();

        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .contains(
                        "form-action 'self' "
                                + PROVIDER.issuer().replace("/realms/commonweal", ""));
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(browser().get("/api/me").getResponseHeaders().getFirst("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    @Test
    void operators_have_a_port_of_their_own() {
        assertThat(browser().get(MANAGEMENT + "/actuator/health/liveness").getStatus())
                .isEqualTo(HttpStatus.OK);
        assertThat(browser().get(MANAGEMENT + "/actuator/health/readiness").getStatus())
                .isEqualTo(HttpStatus.OK);
        assertThat(browser().get(MANAGEMENT + "/actuator/prometheus").getStatus())
                .isEqualTo(HttpStatus.OK);
        assertThat(browser().get(MANAGEMENT + "/actuator/gateway/routes").getStatus())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(browser().get(MANAGEMENT + "/actuator/env").getStatus())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }
}
