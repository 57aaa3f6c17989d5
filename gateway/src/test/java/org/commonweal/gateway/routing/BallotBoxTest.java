package org.commonweal.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.embedded.test.Scrape;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** A secret vote goes through the gateway and leaves nothing of whoever sent it. */
@ExtendWith(OutputCaptureExtension.class)
class BallotBoxTest extends GatewayTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4777";

    @Autowired
    @Qualifier("byBallotBox")
    private KeyResolver byBallotBox;

    @Test
    void a_vote_reaches_its_box_with_nothing_but_its_body() {
        Browser browser = browser().loggedInAs("ada");

        EntityExchangeResult<String> answer = vote(browser, box(), "a vote");

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getResponseCookies()).isEmpty();
        assertThat(answer.getResponseHeaders().headerNames())
                .doesNotContain("RateLimit", "RateLimit-Policy");
        TestService.Received received = service("purpose").next();
        assertThat(received.bodyLength()).isEqualTo("a vote".length());
        assertThat(received.headers().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .isSubsetOf("accept", "content-length", "content-type", "host", "user-agent");
        assertThat(String.valueOf(received.headers().get("User-Agent"))).contains("ReactorNetty");
        assertThat(received.headers().toString())
                .doesNotContain("ada", "Bearer", TRACE, "canary", "de-CH");
    }

    @Test
    void nobody_and_a_stranger_are_answered_as_a_member_is() {
        String box = box();
        EntityExchangeResult<String> member = vote(browser().loggedInAs("ada"), box, "a vote");
        EntityExchangeResult<String> nobody = vote(browser(), box, "a vote");
        EntityExchangeResult<String> forged =
                browser()
                        .send(
                                HttpMethod.POST,
                                box,
                                request -> request.header("Authorization", "Bearer forged"));

        assertThat(nobody.getStatus()).isEqualTo(member.getStatus());
        assertThat(nobody.getResponseBody()).isEqualTo(member.getResponseBody());
        assertThat(forged.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(nobody.getResponseHeaders().headerNames())
                .containsExactlyInAnyOrderElementsOf(member.getResponseHeaders().headerNames());
    }

    @Test
    void neither_log_nor_trace_tells_of_a_vote_and_no_metric_of_its_box(CapturedOutput output) {
        vote(browser().loggedInAs("ada"), box(), "a vote");
        service("purpose").answerWith(500);
        vote(browser().loggedInAs("ada"), box(), "a vote");
        service("purpose").goAway();
        try {
            assertThat(vote(browser(), box(), "a vote").getStatus())
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            service("purpose").comeBack();
        }
        browser().get("/api/session");

        var metrics = Scrape.of(URI.create(MANAGEMENT).getPort()).series().toString();
        assertThat(metrics).contains("value=/api/session").doesNotContain("ballot-boxes/");
        assertThat(SPANS.all()).noneMatch(span -> span.text().contains("ballot-boxes/"));
        assertThat(SPANS.of(TRACE)).isEmpty();
        assertThat(output.getAll()).doesNotContain("a vote", "canary", TRACE);
    }

    /** Neither another box nor another spelling of one helps; another place is let in. */
    @Test
    void a_flood_is_stopped_whichever_boxes_it_names_and_other_places_are_let_in() {
        String place = otherPlaces().findFirst().orElseThrow();
        EntityExchangeResult<String> answer = vote(browser().from(place), box(), "a vote");
        for (int i = 0; i < 3 * VOTES_PER_MINUTE && answer.getStatus() == HttpStatus.OK; i++) {
            answer = vote(browser().from(place), i % 2 == 0 ? box() : spelled(box()), "a vote");
        }

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(answer.getResponseHeaders().getFirst("RateLimit")).isNull();
        assertThat(vote(browser(), box(), "a vote").getStatus()).isEqualTo(HttpStatus.OK);
    }

    /** Addresses of this machine that share no limit with the one from which tests come. */
    private Stream<String> otherPlaces() {
        return IntStream.range(2, 100)
                .mapToObj(i -> "127.0.0." + i)
                .filter(address ->
                        !part(byBallotBox, address).equals(part(byBallotBox, "127.0.0.1")));
    }

    private static String part(KeyResolver resolver, String address) {
        var request =
                MockServerHttpRequest.post(box())
                        .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(address), 1));
        return Objects.requireNonNull(
                resolver.resolve(MockServerWebExchange.from(request)).block());
    }

    private static String spelled(String box) {
        return box.replace("019ab87d", "019AB87%44");
    }

    @Test
    void which_places_share_a_limit_is_another_chance_in_every_process() {
        var keys =
                IntStream.range(0, 20)
                        .mapToObj(_ -> new RateLimits().byBallotBox())
                        .map(resolver -> part(resolver, "127.0.0.1"))
                        .distinct();
        assertThat(keys.count()).isGreaterThan(1);
    }

    @Test
    void a_box_takes_votes_and_nothing_else() {
        String votes = box();
        String box = votes.substring(0, votes.lastIndexOf('/'));

        for (String path : new String[] {votes, box, box + "/votes/1", "/ballot-boxes"}) {
            EntityExchangeResult<String> read = browser().get(path);
            assertThat(read.getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(Objects.requireNonNull(read.getResponseBody())).doesNotContain("<html");
        }
        assertThat(vote(browser(), votes, "x".repeat(17 * 1024)).getStatus())
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(service("purpose").waiting()).isZero();
    }

    private static EntityExchangeResult<String> vote(Browser browser, String path, String body) {
        return browser.as("canary-agent")
                .send(
                        HttpMethod.POST,
                        path,
                        request ->
                                request.header(
                                                "traceparent",
                                                "00-" + TRACE + "-00f067aa0ba902b7-01")
                                        .header("Accept-Language", "de-CH")
                                        .header("Idempotency-Key", "canary-key")
                                        .header("Referer", "https://canary.example")
                                        .header("X-XSRF-TOKEN", "canary-token")
                                        .header("Content-Type", "application/json")
                                        .bodyValue(body));
    }

    /** Another one each time, so that no test uses up the limit of another. */
    private static String box() {
        return "/ballot-boxes/019ab87d-30de-75be-acef-ff8134f76a14/" + UUID.randomUUID() + "/votes";
    }
}
