package org.commonweal.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.OpenStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MySessionsTest extends GatewayTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MINE = "/api/me/sessions";
    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SESSION = "__Host-commonweal";

    private final String subject = "person-" + UUID.randomUUID();

    @AfterEach
    void asItWas() {
        PROVIDER.letTokensLive(Duration.ofMinutes(5));
        PROVIDER.breakLogout(false);
    }

    @Test
    void a_person_sees_their_own_logins_and_which_one_asks() {
        Instant before = Instant.now();
        Browser first = browser().loggedInAs(subject);
        Browser second = browser().as(FIREFOX).loggedInAs(subject);
        browser().loggedInAs("somebody-else");

        JsonNode mine = sessions(second);

        assertThat(mine.get("ownAccount").asBoolean()).isTrue();
        assertThat(mine.get("sessions")).hasSize(2);
        JsonNode asking = one(mine, true);
        assertThat(asking.get("browser").asString()).isEqualTo("Firefox");
        assertThat(asking.get("system").asString()).isEqualTo("Linux");
        assertThat(Instant.parse(asking.get("since").asString())).isBetween(before, Instant.now());
        assertThat(Instant.parse(asking.get("lastUsed").asString()))
                .isBetween(before, Instant.now());
        assertThat(one(mine, false).get("id").asString())
                .isEqualTo(one(sessions(first), true).get("id").asString())
                .isNotEqualTo(asking.get("id").asString());
    }

    @Test
    void what_names_a_session_to_its_owner_is_no_cookie() {
        Browser browser = browser().loggedInAs(subject);
        String handle = one(sessions(browser), true).get("id").asString();

        assertThat(browser.get(MINE).getResponseBody())
                .doesNotContain(browser.cookie(SESSION).getValue());
        Browser thief = browser();
        thief.cookies().put(SESSION, ResponseCookie.from(SESSION, handle).build());
        assertThat(thief.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void one_of_them_is_ended_with_its_stream_and_at_the_provider() {
        Browser here = browser().loggedInAs(subject);
        Browser lost = browser().loggedInAs(subject);
        String handle = one(sessions(here), false).get("id").asString();
        try (OpenStream stream = OpenStream.as(GATEWAY, lost::sendCookies, null)) {
            assertThat(here.delete(MINE + "/" + handle).getStatus())
                    .isEqualTo(HttpStatus.NO_CONTENT);

            assertThat(stream.endsWithin(SOON)).isTrue();
        }
        assertThat(lost.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(here.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(PROVIDER.sessionsOf(subject)).isEqualTo(1);
        assertThat(here.delete(MINE + "/" + handle).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        Browser theirs = browser().loggedInAs(subject);
        String handle = one(sessions(theirs), true).get("id").asString();
        Browser other = browser().loggedInAs("other-" + subject);
        sessions(other);

        assertThat(other.delete(MINE + "/" + handle).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(other.delete(MINE).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(theirs.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void logging_out_everywhere_ends_all_here_and_at_the_provider() {
        Browser here = browser().loggedInAs(subject);
        Browser there = browser().loggedInAs(subject);
        sessions(here);

        assertThat(here.delete(MINE).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(here.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(there.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(PROVIDER.sessionsOf(subject)).isZero();
    }

    @Test
    void a_bearer_token_ends_the_logins_of_its_person_too() {
        Browser there = browser().loggedInAs(subject);
        String token = PROVIDER.bearer(subject);

        var answer =
                browser()
                        .send(
                                HttpMethod.DELETE,
                                MINE,
                                request -> request.header("Authorization", "Bearer " + token));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(answer.getResponseCookies()).isEmpty();
        assertThat(there.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void a_provider_that_is_silent_leaves_none_of_our_sessions_and_says_so() {
        Browser here = browser().loggedInAs(subject);
        sessions(here);
        PROVIDER.breakLogout(true);

        var answer = here.delete(MINE);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getResponseBody())
                .contains("urn:commonweal:refusal:provider-not-told", "may still know you");
        assertThat(here.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void another_site_ends_nothing_and_nobody_sees_nothing() {
        Browser here = browser().loggedInAs(subject);
        String handle = one(sessions(here), true).get("id").asString();

        for (String path : new String[] {MINE, MINE + "/" + handle}) {
            assertThat(here.send(HttpMethod.DELETE, path, _ -> {}).getStatus())
                    .isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(
                            here.send(
                                            HttpMethod.DELETE,
                                            path,
                                            request -> request.header("X-XSRF-TOKEN", "guessed"))
                                    .getStatus())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(here.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(browser().get(MINE).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void a_cookie_that_was_there_before_the_login_is_worth_nothing_after_it() {
        Browser victim = browser();
        String planted = UUID.randomUUID().toString();
        victim.cookies().put(SESSION, ResponseCookie.from(SESSION, planted).build());
        victim.loggedInAs(subject);
        String first = victim.cookie(SESSION).getValue();
        victim.loggedInAs(subject);

        assertThat(first).isNotEqualTo(planted);
        assertThat(victim.cookie(SESSION).getValue()).isNotEqualTo(first);
        for (String old : new String[] {planted, first}) {
            Browser attacker = browser();
            attacker.cookies().put(SESSION, ResponseCookie.from(SESSION, old).build());
            assertThat(attacker.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        assertThat(sessions(victim).get("sessions")).hasSize(1);
    }

    @Test
    void a_refused_refresh_says_why_and_ends_the_stream_of_who_only_listens() {
        PROVIDER.letTokensLive(Duration.ofSeconds(12));
        Browser browser = browser().loggedInAs(subject);
        Browser listening = browser().loggedInAs(subject);
        try (OpenStream stream = OpenStream.as(GATEWAY, listening::sendCookies, null)) {
            PROVIDER.endSessions();

            assertThat(stream.endsWithin(SOON)).isTrue();
        }
        assertThat(listening.get("/api/session").getResponseBody()).contains("false");
        assertThat(browser.get("/api/me").getResponseBody())
                .contains("urn:commonweal:refusal:session-ended");
        assertThat(browser.get("/api/me").getResponseBody())
                .contains("urn:commonweal:refusal:not-logged-in");
    }

    private static JsonNode sessions(Browser browser) {
        String body = Objects.requireNonNull(browser.get(MINE).getResponseBody());
        return JsonMapper.shared().readTree(body);
    }

    private static JsonNode one(JsonNode mine, boolean asking) {
        for (JsonNode each : mine.get("sessions")) {
            if (each.get("asking").asBoolean() == asking) {
                return each;
            }
        }
        throw new AssertionError(mine.toString());
    }
}
