package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.test.SpanReceiver;
import org.commonweal.embedded.test.SpanReceiver.Received;
import org.commonweal.platform.test.TestRelay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** One trace from a request through SQL, journal, relay and Kafka to whoever hears of it. */
@SuppressWarnings("NullAway.Init") // set before the service starts
class TraceTest extends ContributionTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    private SpanReceiver spans;
    private TestRelay relay;

    @Override
    Map<String, String> more() {
        if (spans == null) {
            spans = SpanReceiver.start();
        }
        return spans.properties();
    }

    @BeforeAll
    void startTheRelay() {
        relay = TestRelay.start(database, brokers, spans.properties());
    }

    @AfterAll
    void stopTheRelay() {
        relay.close();
        spans.close();
    }

    @Test
    void a_request_is_one_trace_to_the_last_consumer() {
        var alliance = alliance();
        var goal = goal(alliance, id());
        var author = member(alliance, id());
        var id = id();
        http.put()
                .uri("/api/alliances/" + alliance + "/contributions/" + id)
                .headers(headers -> headers.setBearerAuth(tokens.of(author.subject())))
                .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(contribution(goal, "Traced"))
                .exchange()
                .expectStatus()
                .isCreated();

        await(() -> assertThat(spans.of(TRACE)).anyMatch(span -> span.name().startsWith("take")));
        var served = above(CALLER);
        assertThat(served.service()).isEqualTo("contribution-service");
        assertThat(spans.of(TRACE))
                .filteredOn(span -> span.name().equals("commonweal.transaction"))
                .isNotEmpty()
                .allMatch(span -> !span.parent().isEmpty());
        assertThat(query(alliance, "SELECT traceparent FROM journal WHERE id = '" + id + "'"))
                .singleElement()
                .asString()
                .startsWith("00-" + TRACE)
                .endsWith("-01");

        var published = named("publish contribution.submitted.v1");
        assertThat(published.service()).isEqualTo("relay");
        assertThat(ancestors(published)).contains(served.id());
        var taken = named("take contribution.submitted.v1");
        assertThat(taken.service()).isEqualTo("contribution-service");
        assertThat(taken.parent()).isEqualTo(published.id());
        assertThat(above(taken.id()).name()).isEqualTo("commonweal.transaction");
    }

    private Received named(String name) {
        await(() -> assertThat(spans.of(TRACE)).anyMatch(span -> span.name().equals(name)));
        return spans.of(TRACE).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first that names the span as its parent. */
    private Received above(String parent) {
        await(() -> assertThat(spans.of(TRACE)).anyMatch(span -> span.parent().equals(parent)));
        return spans.of(TRACE).stream()
                .filter(span -> span.parent().equals(parent))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ancestors(Received span) {
        var found = new ArrayList<String>();
        for (var id = span.parent(); !id.isEmpty() && !id.equals(CALLER); ) {
            found.add(id);
            var wanted = id;
            await(() -> assertThat(spans.of(TRACE)).anyMatch(one -> one.id().equals(wanted)));
            id =
                    spans.of(TRACE).stream()
                            .filter(one -> one.id().equals(wanted))
                            .findFirst()
                            .orElseThrow()
                            .parent();
        }
        return found;
    }
}
