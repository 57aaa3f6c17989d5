package org.commonweal.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.OpenStream;
import org.commonweal.gateway.test.TestProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class ClusterTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SESSION = "__Host-commonweal";
    private static final String THANKS = "/api/alliances/1/thanks/2";

    private static TwoGateways gateways;

    private final String subject = "person-" + UUID.randomUUID();
    private final List<OpenStream> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        gateways = new TwoGateways();
    }

    @AfterAll
    static void stop() throws IOException {
        gateways.close();
    }

    @AfterEach
    void close() {
        opened.forEach(OpenStream::close);
        gateways.provider().letTokensLive(Duration.ofMinutes(5));
        gateways.service("membership").forget();
    }

    @Test
    void who_logs_in_at_one_is_known_at_the_other_and_counted_at_both() {
        Browser here = gateways.onFirst().loggedInAs(subject);
        Browser there = gateways.onSecond(here);

        EntityExchangeResult<String> first = here.get("/api/me");
        EntityExchangeResult<String> second = there.get("/api/me");

        assertThat(first.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(second.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(there.get("/api/session").getResponseBody()).contains("Name of " + subject);
        assertThat(gateways.service("membership").next().headers().get("Authorization"))
                .isEqualTo(gateways.service("membership").next().headers().get("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ey");
        assertThat(left(first)).isEqualTo(TwoGateways.REQUESTS_PER_MINUTE - 1L);
        // Some come back while we ask, three in a second, but never as many as a bucket of its own.
        assertThat(left(second)).isLessThan(TwoGateways.REQUESTS_PER_MINUTE - 1L);
    }

    @Test
    void who_asks_both_too_often_is_refused_by_both() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 2 * TwoGateways.REQUESTS_PER_MINUTE && !answers.contains(429); i++) {
            for (String url : gateways.urls()) {
                answers.add(
                        gateways.withBearer(HttpMethod.GET, url + "/api/me", subject)
                                .getStatus()
                                .value());
            }
        }

        assertThat(answers).contains(429);
        assertThat(answers.indexOf(429))
                .isBetween(TwoGateways.REQUESTS_PER_MINUTE, 2 * TwoGateways.REQUESTS_PER_MINUTE);
    }

    @Test
    void a_login_begun_at_one_ends_at_the_other() {
        Browser here = gateways.onFirst();
        URI provider = location(here.get("/oauth2/authorization/commonweal?return_to=/a/quay"));
        URI back = location(here.get(provider.toString()));
        Browser there = gateways.onSecond(here);

        URI end = location(there.get(back.getRawPath() + "?" + back.getRawQuery()));

        assertThat(end).hasToString("/a/quay");
        assertThat(there.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void many_requests_at_both_after_expiry_refresh_the_token_once() throws Exception {
        gateways.provider().letTokensLive(Duration.ofSeconds(1));
        Browser here = gateways.onFirst().loggedInAs(subject);
        gateways.provider().letTokensLive(Duration.ofMinutes(5));
        int before = gateways.provider().refreshes();
        List<Callable<HttpStatus>> requests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            requests.add(() -> (HttpStatus) here.get("/api/me").getStatus());
            Browser there = gateways.onSecond(here);
            requests.add(() -> (HttpStatus) there.get("/api/me").getStatus());
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpStatus> answer : threads.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(HttpStatus.OK);
            }
        }

        assertThat(gateways.provider().refreshes() - before).isEqualTo(1);
        assertThat(gateways.onSecond(here).get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(gateways.provider().refreshes() - before).isEqualTo(1);
    }

    @Test
    void a_logout_at_one_is_a_logout_at_the_other_with_its_open_streams() {
        Browser here = gateways.onFirst().loggedInAs(subject);
        Browser there = gateways.onSecond(here);
        here.get("/api/session");
        Browser stranger = gateways.onFirst().loggedInAs("someone-else-" + UUID.randomUUID());
        OpenStream stream = open(gateways.urls().getLast(), there);
        OpenStream strangers = open(gateways.urls().getLast(), stranger);

        assertThat(here.post("/logout").getStatus()).isEqualTo(HttpStatus.OK);

        assertThat(there.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(stream.endsWithin(SOON)).isTrue();
        assertThat(strangers.endsWithin(Duration.ZERO)).isFalse();
        assertThat(stranger.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void the_providers_logout_told_to_one_ends_the_session_at_both() {
        Browser here = gateways.onFirst().loggedInAs(subject);
        OpenStream stream = open(gateways.urls().getFirst(), here);

        EntityExchangeResult<String> answer = logoutByProvider(gateways.urls().getLast());

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(here.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(gateways.onSecond(here).get("/api/me").getStatus())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(stream.endsWithin(SOON)).isTrue();
    }

    @Test
    void a_person_sees_the_logins_at_both_and_ends_them_everywhere() {
        Browser here = gateways.onFirst().loggedInAs(subject);
        Browser other = gateways.onFirst().loggedInAs(subject);
        Browser stranger = gateways.onFirst().loggedInAs("someone-else-" + UUID.randomUUID());
        OpenStream stream = open(gateways.urls().getFirst(), other);
        Browser there = gateways.onSecond(here);

        String seen = String.valueOf(there.get("/api/me/sessions").getResponseBody());
        assertThat(seen).contains("\"asking\":true", "\"asking\":false");
        assertThat(seen.split("\"since\"", -1)).hasSize(3);
        assertThat(there.delete("/api/me/sessions").getStatus()).isEqualTo(HttpStatus.NO_CONTENT);

        for (Browser ended : List.of(here, other, there)) {
            assertThat(ended.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        assertThat(gateways.onSecond(other).get("/api/me").getStatus())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(stream.endsWithin(SOON)).isTrue();
        assertThat(gateways.provider().sessionsOf(subject)).isZero();
        assertThat(stranger.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_logout_token_that_one_has_seen_is_refused_by_the_other() {
        gateways.onFirst().loggedInAs(subject);
        String token = logoutToken();
        assertThat(logoutByProvider(gateways.urls().getLast(), token).getStatus())
                .isEqualTo(HttpStatus.OK);
        Browser again = gateways.onFirst().loggedInAs(subject);

        assertThat(logoutByProvider(gateways.urls().getFirst(), token).getStatus())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(again.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void who_reads_valkey_finds_no_token_no_name_and_no_cookie() {
        Browser here = gateways.onFirst().loggedInAs(subject);
        assertThat(here.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);

        Map<String, String> stored = gateways.stored();
        String prefix = Keys.session("");
        List<String> ids =
                stored.keySet().stream()
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> key.substring(prefix.length()))
                        .toList();

        assertThat(ids).isNotEmpty();
        assertThat(stored.values())
                .noneMatch(value -> value.contains("eyJ"))
                .noneMatch(value -> value.contains("Name of"))
                .noneMatch(value -> value.contains("java"));
        for (String id : ids) {
            Browser thief = gateways.onFirst();
            thief.cookies().put(SESSION, ResponseCookie.from(SESSION, id).build());
            assertThat(thief.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void without_valkey_reads_go_on_and_logins_sessions_and_writes_are_refused_until_it_is_back() {
        Browser here = gateways.onFirst().loggedInAs(subject);
        OpenStream stream = open(gateways.urls().getFirst(), here);
        URI provider = location(here.get("/oauth2/authorization/commonweal"));
        URI back = location(here.get(provider.toString()));

        gateways.killValkey();
        try {
            refused(here.get("/api/me"));
            refused(here.get(back.toString()));
            assertThat(here.get("/").getStatus()).isEqualTo(HttpStatus.OK);
            for (String url : gateways.urls()) {
                assertThat(gateways.withBearer(HttpMethod.GET, url + THANKS, subject).getStatus())
                        .isEqualTo(HttpStatus.OK);
                refused(gateways.withBearer(HttpMethod.PUT, url + THANKS, subject));
            }
        } finally {
            gateways.startValkeyAgain();
        }

        Awaitility.await().atMost(SOON).until(() -> writes(gateways.urls()));
        // It has forgotten everything: who comes now logs in again, and open streams must show it.
        assertThat(stream.endsWithin(SOON)).isTrue();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> here.get("/api/me").getStatus() == HttpStatus.UNAUTHORIZED);
        here.loggedInAs(subject);
        assertThat(gateways.onSecond(here).get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    private boolean writes(List<String> urls) {
        return urls.stream()
                .allMatch(url ->
                        gateways.withBearer(HttpMethod.PUT, url + THANKS, subject).getStatus()
                                == HttpStatus.OK);
    }

    private static void refused(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(answer.getResponseBody()).contains("urn:commonweal:refusal:not-available");
    }

    private OpenStream open(String url, Browser browser) {
        String session = browser.cookie(SESSION).getValue();
        OpenStream stream =
                OpenStream.as(url, headers -> headers.set("Cookie", SESSION + "=" + session), null);
        opened.add(stream);
        return stream;
    }

    private EntityExchangeResult<String> logoutByProvider(String url) {
        return logoutByProvider(url, logoutToken());
    }

    private String logoutToken() {
        String event = "http://schemas.openid.net/event/backchannel-logout";
        return TestProvider.sign(
                gateways.provider().key(),
                gateways.provider()
                        .claims(subject)
                        .audience("gateway")
                        .jwtID(UUID.randomUUID().toString())
                        .claim("sid", "sid-of-" + subject)
                        .claim("events", Map.of(event, Map.of()))
                        .build());
    }

    private static EntityExchangeResult<String> logoutByProvider(String url, String token) {
        return gateways.onFirst()
                .send(
                        HttpMethod.POST,
                        url + "/logout/connect/back-channel/commonweal",
                        form ->
                                form.header("Content-Type", "application/x-www-form-urlencoded")
                                        .bodyValue("logout_token=" + token));
    }

    private static URI location(EntityExchangeResult<String> answer) {
        URI location = answer.getResponseHeaders().getLocation();
        return Objects.requireNonNull(location, answer::toString);
    }

    private static long left(EntityExchangeResult<String> answer) {
        String state = String.valueOf(answer.getResponseHeaders().getFirst("RateLimit"));
        return Long.parseLong(state.replaceAll(".*r=(\\d+);.*", "$1"));
    }
}
