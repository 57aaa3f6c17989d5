package org.commonweal.gateway.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.TestService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** The gateway begins a trace, or goes on with the client's, and hands it to the service. */
class TraceTest extends GatewayTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @Test
    void a_clients_trace_goes_on_to_the_service() {
        var context = traceOf("00-" + TRACE + "-" + CALLER + "-01");

        assertThat(context[1]).isEqualTo(TRACE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(SPANS.of(TRACE))
                                .allMatch(span -> span.service().equals("gateway"))
                                .anyMatch(span -> span.parent().equals(CALLER))
                                .anyMatch(span -> span.id().equals(context[2])));
    }

    @Test
    void without_one_the_gateway_begins_it() {
        var context = traceOf(null);

        assertThat(context[1]).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(SPANS.of(context[1]))
                                .anyMatch(span -> span.parent().isEmpty())
                                .anyMatch(span -> span.id().equals(context[2])));
    }

    @Test
    void no_span_quotes_a_token_or_what_is_searched_for() {
        browser()
                .send(
                        HttpMethod.GET,
                        "/api/alliances/1/search?q=canary-of-search",
                        request ->
                                request.header("Authorization", "Bearer " + PROVIDER.bearer("c"))
                                        .header(
                                                "traceparent",
                                                "00-"
                                                        + TRACE.replace('4', '5')
                                                        + "-"
                                                        + CALLER
                                                        + "-01"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(SPANS.of(TRACE.replace('4', '5'))).isNotEmpty());
        assertThat(SPANS.all())
                .noneMatch(span -> span.text().contains("canary"))
                .noneMatch(span -> span.text().contains("Bearer"));
    }

    /** What the service was given: version, trace, span, flags. */
    private static String[] traceOf(@Nullable String sent) {
        browser()
                .send(
                        HttpMethod.GET,
                        "/api/me",
                        request -> {
                            request.header("Authorization", "Bearer " + PROVIDER.bearer("traced"));
                            if (sent != null) {
                                request.header("traceparent", sent);
                            }
                        });
        TestService.Received received = service("membership").next();
        Map<String, List<String>> headers = received.headers();
        assertThat(headers).containsKey("traceparent");
        return Objects.requireNonNull(headers.get("traceparent")).getFirst().split("-", -1);
    }
}
