package org.commonweal.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.OpenStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveStreamTest extends GatewayTest {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String FACT = "purpose.goal-set.v1";

    private final UUID alliance = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID organization = UUID.randomUUID();
    private final String subject = "person-" + UUID.randomUUID();
    private final List<OpenStream> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(OpenStream::close);
    }

    @Test
    void a_member_hears_what_changed_and_where_but_not_the_content() {
        join();
        OpenStream stream = open(null);

        UUID goal = TOPICS.say(alliance, FACT);

        ServerSentEvent<String> event = stream.next();
        assertThat(event.event()).isEqualTo("change");
        JsonNode pointer = JsonMapper.shared().readTree(event.data());
        assertThat(pointer.propertyNames())
                .containsExactlyInAnyOrder("alliance", "type", "subject", "at", "link");
        assertThat(pointer.path("alliance").asString()).isEqualTo(alliance.toString());
        assertThat(pointer.path("type").asString()).isEqualTo(FACT);
        assertThat(pointer.path("subject").asString()).isEqualTo(goal.toString());
        assertThat(pointer.at("/link/kind").asString()).isEqualTo("goal");
        assertThat(pointer.at("/link/id").asString()).isEqualTo(goal.toString());
    }

    @Test
    void nobody_hears_anything_of_another_alliance() {
        join();
        OpenStream stream = open(null);
        UUID another = UUID.randomUUID();

        TOPICS.say(another, FACT);
        TOPICS.say(another, FACT, persons(person), Map.of());
        UUID own = TOPICS.say(alliance, FACT);

        assertThat(stream.nextData()).contains(own.toString());
    }

    @Test
    void what_is_for_some_is_heard_by_those_alone() {
        join();
        OpenStream stream = open(null);

        TOPICS.say(alliance, FACT, persons(UUID.randomUUID()), Map.of());
        TOPICS.say(alliance, FACT, firm(UUID.randomUUID()), Map.of());
        TOPICS.say(alliance, FACT, "{\"scope\":\"FUTURE\"}", Map.of());
        UUID toMe = TOPICS.say(alliance, FACT, persons(person), Map.of());
        UUID toMyFirm = TOPICS.say(alliance, FACT, firm(organization), Map.of());

        assertThat(stream.nextData()).contains(toMe.toString());
        assertThat(stream.nextData()).contains(toMyFirm.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "contribution.imported.v1",
        "contribution.acknowledgement-imported.v1",
        "membership.person-imported.v1",
        "membership.pulse.v1",
        "membership.standing-changed.v1"
    })
    void history_pulses_and_standings_are_no_news(String type) {
        join();
        OpenStream stream = open(null);

        TOPICS.say(alliance, type);
        TOPICS.say(alliance, FACT, "{\"scope\":\"ALLIANCE\"}", Map.of("cw_replay", "true"));
        TOPICS.sayNonsense(alliance);
        UUID news = TOPICS.say(alliance, FACT);

        assertThat(stream.nextData()).contains(news.toString());
        assertThat(stream.poll(Duration.ofMillis(200))).isNull();
    }

    @Test
    void who_has_left_hears_nothing_more_within_a_second() {
        join();
        OpenStream stream = open(null);

        TOPICS.standing(alliance, person, organization, "ENDED", 2, login());

        assertThat(stream.endsWithin(SOON)).isTrue();
        assertThat(stream.next().event()).isEqualTo("reset");
        OpenStream again = open(stream.lastId());
        TOPICS.say(alliance, FACT);
        assertThat(again.poll(Duration.ofMillis(500))).isNull();
    }

    @Test
    void a_guest_hears_nothing_of_the_alliance() {
        TOPICS.standing(alliance, person, organization, "GUEST", 1, login());
        awaitArrival();
        OpenStream stream = open(null);

        TOPICS.say(alliance, FACT);
        TOPICS.say(alliance, FACT, persons(person), Map.of());

        awaitArrival();
        assertThat(stream.poll(Duration.ofMillis(200))).isNull();
    }

    @Test
    void whose_standing_is_erased_hears_nothing_more() {
        join();
        OpenStream stream = open(null);

        TOPICS.standing(alliance, person, null);

        assertThat(stream.endsWithin(SOON)).isTrue();
    }

    @Test
    void who_joins_hears_it_in_the_stream_that_is_open() {
        OpenStream stream = open(null);

        join();
        assertThat(stream.next().event()).isEqualTo("reset");
        UUID news = TOPICS.say(alliance, FACT);

        assertThat(stream.nextData()).contains(news.toString());
    }

    @Test
    void who_comes_back_has_missed_nothing() {
        join();
        OpenStream stream = open(null);
        TOPICS.say(alliance, FACT);
        stream.next();
        stream.close();

        UUID second = TOPICS.say(alliance, FACT);
        UUID third = TOPICS.say(alliance, "contribution.submitted.v1");
        TOPICS.say(UUID.randomUUID(), FACT);
        awaitArrival();
        OpenStream again = open(stream.lastId());

        assertThat(List.of(again.nextData(), again.nextData()))
                .anyMatch(data -> data.contains(second.toString()))
                .anyMatch(data -> data.contains(third.toString()));
        UUID fourth = TOPICS.say(alliance, FACT);
        assertThat(again.nextData()).contains(fourth.toString());
    }

    @Test
    void an_invented_place_means_reading_everything_again() {
        join();

        assertThat(open("invented").next().event()).isEqualTo("reset");
    }

    @Test
    void a_heartbeat_renews_the_place() {
        join();
        OpenStream stream = open(null);
        String first = stream.lastId();
        assertThat(stream.poll(Duration.ofMillis(1200))).isNull();

        assertThat(stream.lastId()).isNotEqualTo(first);
    }

    @Test
    void logging_out_ends_the_stream() {
        join();
        Browser browser = browser().loggedInAs(subject);
        browser.get("/api/session");
        String cookie = browser.cookie("__Host-commonweal").getValue();
        OpenStream stream =
                OpenStream.as(
                        GATEWAY,
                        headers -> headers.set("Cookie", "__Host-commonweal=" + cookie),
                        null);
        UUID news = TOPICS.say(alliance, FACT);
        assertThat(stream.nextData()).contains(news.toString());

        browser.post("/logout");

        assertThat(stream.endsWithin(SOON)).isTrue();
    }

    @Test
    void nobody_opens_a_stream_without_login_and_not_too_many_with_one() {
        assertThat(browser().get("/api/stream").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);

        for (int i = 0; i < 20; i++) {
            open(null);
        }
        var refused =
                browser()
                        .send(
                                HttpMethod.GET,
                                "/api/stream",
                                request ->
                                        request.header("Authorization", bearer())
                                                .header("Accept", "text/event-stream"));
        assertThat(refused.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refused.getResponseHeaders().getContentType())
                .hasToString("application/problem+json");
    }

    private OpenStream open(@Nullable String since) {
        OpenStream stream =
                OpenStream.as(GATEWAY, headers -> headers.set("Authorization", bearer()), since);
        opened.add(stream);
        return stream;
    }

    private void join() {
        TOPICS.standing(alliance, person, organization, "ACTIVE", 1, login());
        awaitArrival();
    }

    /** One more login hears a fact that was said after the rest: then the rest has arrived too. */
    private void awaitArrival() {
        UUID witness = UUID.randomUUID();
        String name = "witness-" + witness;
        String login = "{\"issuer\":\"%s\",\"subject\":\"%s\"}".formatted(PROVIDER.issuer(), name);
        OpenStream stream =
                OpenStream.as(
                        GATEWAY,
                        headers -> headers.set("Authorization", "Bearer " + PROVIDER.bearer(name)),
                        null);
        TOPICS.standing(alliance, witness, organization, "ACTIVE", 1, login);
        assertThat(stream.next().event()).isEqualTo("reset");
        TOPICS.say(alliance, FACT, persons(witness), Map.of());
        assertThat(stream.next().event()).isEqualTo("change");
        stream.close();
    }

    private String login() {
        return "{\"issuer\":\"%s\",\"subject\":\"%s\"}".formatted(PROVIDER.issuer(), subject);
    }

    private String bearer() {
        return "Bearer " + PROVIDER.bearer(subject);
    }

    private static String persons(UUID person) {
        return "{\"scope\":\"PERSONS\",\"persons\":[\"" + person + "\"]}";
    }

    private static String firm(UUID organization) {
        return "{\"scope\":\"ORGANIZATION\",\"organization\":\"" + organization + "\"}";
    }
}
