package org.commonweal.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.json.JsonMapper;

class RoutesTest extends GatewayTest {

    private static final String ALLIANCE = "/api/alliances/019ab87d-30de-75be-acef-ff8134f76a14";

    @ParameterizedTest
    @CsvSource({
        "GET, /people, membership",
        "GET, /people/019ab87d-30de-75be-acef-ff8134f76a15, membership",
        "POST, /people/history, membership",
        "PUT, /organizations/1, membership",
        "GET, /invitations/1/acceptance, membership",
        "GET, /applications, membership",
        "GET, /moves, membership",
        "PUT, /deputies/42/end, membership",
        "PUT, /handovers/42/acceptance, membership",
        "PUT, /offices/42/acceptance, membership",
        "GET, /agreements, membership",
        "GET, /circles, membership",
        "GET, /ties, membership",
        "GET, /meetings, membership",
        "GET, '', membership",
        "GET, /purpose/drafts/1, purpose",
        "GET, /rulebook, purpose",
        "GET, /powers, purpose",
        "PUT, /proposals/1/ballots/mine, purpose",
        "GET, /ballots, purpose",
        "GET, /goals?limit=5, purpose",
        "GET, /commitments, purpose",
        "GET, /contributions, contribution",
        "GET, /asks, contribution",
        "GET, /offers, contribution",
        "GET, /gatherings, contribution",
        "GET, /library, contribution",
        "GET, /search?q=a%2Fb, contribution",
        "GET, /activity, contribution",
        "GET, /needed-of-me, contribution",
        "POST, /history, contribution",
        "PUT, /thanks/1, recognition",
        "GET, /ledger/mine, recognition",
        "GET, /pools, recognition",
        "GET, /benefits, recognition",
        "GET, /badges, recognition",
        "GET, /scorecards, recognition",
        "GET, /health, recognition"
    })
    void the_segment_after_the_alliance_names_the_service(
            String method, String path, String expected) {
        EntityExchangeResult<String> answer = send(HttpMethod.valueOf(method), ALLIANCE + path);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        TestService.Received received = service(expected).next();
        assertThat(received.method()).isEqualTo(method);
        assertThat(received.path()).isEqualTo(ALLIANCE + path);
    }

    /** Of an alliance, each path that a service's document has. */
    @ParameterizedTest
    @ValueSource(strings = {"membership", "purpose", "contribution", "recognition"})
    void every_path_of_a_document_reaches_its_service(String name) throws IOException {
        var astray = new ArrayList<String>();
        for (var path : pathsOfAlliances(name)) {
            var called =
                    path.replace("/api/alliances/{alliance}", ALLIANCE)
                            .replaceAll("\\{[a-zA-Z]+}", "42");
            send(HttpMethod.GET, called);
            if (service(name).waiting() == 0) {
                astray.add(path);
            } else {
                assertThat(service(name).next().path()).isEqualTo(called);
            }
        }
        assertThat(astray).isEmpty();
    }

    private static List<String> pathsOfAlliances(String name) throws IOException {
        var document = "/openapi/" + name + "-service.openapi.json";
        try (var in = RoutesTest.class.getResourceAsStream(document)) {
            var paths = JsonMapper.shared().readTree(in).path("paths").propertyNames();
            var ofAlliances =
                    paths.stream()
                            .filter(path -> path.startsWith("/api/alliances/{alliance}/"))
                            .toList();
            assertThat(ofAlliances).isNotEmpty();
            return ofAlliances;
        }
    }

    @Test
    void many_requests_are_with_one_service_at_the_same_time() {
        service("membership").answerTogether(100);
        var request =
                HttpRequest.newBuilder(URI.create(GATEWAY + "/api/me"))
                        .header("Authorization", "Bearer " + PROVIDER.bearer("crowd"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answers =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> http.sendAsync(request, BodyHandlers.discarding()))
                            .toList();

            assertThat(answers).allSatisfy(a -> assertThat(a.get().statusCode()).isEqualTo(200));
        }
    }

    @Test
    void me_belongs_to_membership() {
        send(HttpMethod.GET, "/api/me");

        assertThat(service("membership").next().path()).isEqualTo("/api/me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/unknown",
                "/api/alliances",
                "/api/alliances/1/unknown",
                "/api/alliances/1/peoples",
                "/api/me/more"
            })
    void an_unknown_address_is_a_problem_not_a_page(String path) {
        EntityExchangeResult<String> answer =
                browser()
                        .send(
                                HttpMethod.GET,
                                path,
                                request ->
                                        request.header("Accept", "text/html, */*")
                                                .header("Authorization", bearer()));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getResponseHeaders().getContentType())
                .hasToString("application/problem+json");
        assertThat(answer.getResponseBody()).contains("urn:commonweal:refusal:not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me/..;/alliances/1/people",
                "/api/alliances/1/..;/people",
                "/api/alliances/1%2fpeople",
                "/api/alliances/1%2Fpeople",
                "/api//me",
                "/api/alliances/1/people/%2e%2e/goals",
                "/api/alliances/1/people/../goals",
                "/api/alliances/1/people;v=1",
                "/api/alliances/1/people%5c..",
                "/api/alliances/1/people%00"
            })
    void a_path_that_could_be_read_in_two_ways_reaches_no_service(String path) {
        EntityExchangeResult<String> answer = send(HttpMethod.GET, path);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        SERVICES.values().forEach(service -> assertThat(service.waiting()).isZero());
    }

    @Test
    void a_service_sees_named_headers_only() {
        Browser browser = browser().loggedInAs("ada");

        browser.send(
                HttpMethod.GET,
                "/api/me",
                request ->
                        request.header("X-Forwarded-For", "10.0.0.1")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "for=10.0.0.1")
                                .header("X-Real-IP", "10.0.0.1")
                                .header("X-User", "root")
                                .header("X-Remote-User", "root")
                                .header("cw_actor", "root")
                                .header("X-Original-URL", "/actuator")
                                .header("traceparent", "00-1-2-01")
                                .header("Idempotency-Key", "key")
                                .header("If-Match", "\"1\""));

        TestService.Received received = service("membership").next();
        assertThat(received.headers())
                .containsKeys("Authorization", "Idempotency-Key", "If-Match", "Host")
                .doesNotContainKeys(
                        "Cookie",
                        "Forwarded",
                        "X-Forwarded-For",
                        "X-Forwarded-Host",
                        "X-Real-IP",
                        "X-User",
                        "X-Remote-User",
                        "cw_actor",
                        "X-Original-URL");
        assertThat(String.valueOf(received.headers().get("Host"))).doesNotContain("evil");
    }

    @Test
    void a_clients_own_authorization_never_stands_in_for_the_session() {
        Browser browser = browser().loggedInAs("ada");

        browser.send(
                HttpMethod.GET,
                "/api/me",
                request -> request.header("Authorization", "Basic cm9vdA=="));

        assertThat(service("membership").next().headers().get("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ");
    }

    @Test
    void a_directory_reaches_membership_with_its_own_token_and_no_session_with_it() {
        String users = "/scim/v2/019ab87d-30de-75be-acef-ff8134f76a14/firm/Users";
        Browser browser = browser().loggedInAs("ada");

        EntityExchangeResult<String> answer =
                browser.send(
                        HttpMethod.POST,
                        users,
                        request -> request.header("Authorization", "Bearer scim-token"));
        EntityExchangeResult<String> without = browser.send(HttpMethod.GET, users, _ -> {});

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(without.getStatus()).isEqualTo(HttpStatus.OK);
        TestService.Received received = service("membership").next();
        assertThat(received.path()).isEqualTo(users);
        assertThat(received.headers().get("Authorization")).containsExactly("Bearer scim-token");
        assertThat(service("membership").next().headers())
                .doesNotContainKeys("Authorization", "Cookie");
    }

    @Test
    void a_mailed_link_reaches_membership_with_its_own_key_and_no_session_with_it() {
        Browser browser = browser().loggedInAs("ada");

        EntityExchangeResult<String> answer =
                browser.send(
                        HttpMethod.PUT,
                        "/letters/invitation/declination",
                        request -> request.header("Authorization", "Bearer key-of-the-mail"));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        TestService.Received received = service("membership").next();
        assertThat(received.headers().get("Authorization"))
                .containsExactly("Bearer key-of-the-mail");
        assertThat(received.headers()).doesNotContainKey("Cookie");
        assertThat(send(HttpMethod.GET, "/letters/invitation/acceptance").getResponseBody())
                .doesNotContain("service");
        assertThat(service("membership").waiting()).isZero();
    }

    @Test
    void a_directory_address_that_is_no_directorys_reaches_no_service() {
        assertThat(send(HttpMethod.GET, "/scim/v2/Users").getResponseBody())
                .doesNotContain("service");
        assertThat(service("membership").waiting()).isZero();
    }

    @Test
    void a_services_cookie_ends_here() {
        assertThat(send(HttpMethod.GET, "/api/me").getResponseCookies()).isEmpty();
    }

    @Test
    void a_services_refusal_passes_unchanged() {
        service("membership").answerWith(503);

        EntityExchangeResult<String> answer = send(HttpMethod.GET, "/api/me");

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getResponseBody()).isEqualTo("{\"service\":\"membership\"}");
    }

    private static EntityExchangeResult<String> send(HttpMethod method, String path) {
        return browser().send(method, path, request -> request.header("Authorization", bearer()));
    }

    private static String bearer() {
        return "Bearer " + PROVIDER.bearer("ada");
    }
}
