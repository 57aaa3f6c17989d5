package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * What the log of a deployed service says: enough to find a failure, and nothing that people wrote.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogTest extends ContributionTest {

    private static final String CANARY = "canary-of-a-person";

    @Override
    Map<String, String> more() {
        return Map.of("spring.main.cloud-platform", "kubernetes", "commonweal.drain", "0s");
    }

    @Test
    void nothing_that_people_wrote_is_in_the_log(CapturedOutput output) throws SQLException {
        var alliance = alliance();
        var goal = goal(alliance, id());
        var author = member(alliance, id());
        var other = member(alliance, id());
        var id = submitted(author, goal, CANARY + " of a title");
        get(author, "/search?q=" + CANARY).expectStatus().isOk();
        var one = "/contributions/" + id;
        put(other, one + "/refusals/" + id(), "{\"reason\":\"" + CANARY + " for a reason\"}");
        put(other, one + "/acknowledgements/" + id(), "{\"" + CANARY + "\":1}");
        put(author, "/contributions/" + id(), "{\"goal\":\"" + CANARY + "\"");
        put(author, "/contributions/" + id(), contribution(goal, CANARY.repeat(40)));
        put(author, "/contributions/" + CANARY, contribution(goal, "x"));
        get(author, "/search?q=" + CANARY.repeat(100));
        get(author, "/contributions?after=" + CANARY);
        http.get()
                .uri("/api/alliances/" + alliance + "/search?q=" + CANARY)
                .headers(headers -> headers.setBearerAuth(CANARY))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        history(author);
        tell("purpose.goal-set.v1", alliance, id(), Map.of("goal", CANARY, "title", CANARY));
        await(() -> assertThat(output.getOut()).contains("set aside as dead letter"));

        withoutTheTable(() -> {
            put(author, "/contributions/" + id(), contribution(goal, CANARY))
                    .expectStatus()
                    .is5xxServerError();
            get(author, "/search?q=" + CANARY).expectStatus().is5xxServerError();
        });

        assertThat(output.getAll()).contains("answered 500").doesNotContain(CANARY);
        assertThat(output.getAll()).doesNotContain(tokens.of(author.subject()).substring(0, 30));
        var failure =
                output.getOut().lines().filter(line -> line.contains("answered 500")).toList();
        for (var line : failure) {
            var told = JSON.readTree(line);
            assertThat(told.path("service").path("name").asString())
                    .isEqualTo("contribution-service");
            assertThat(told.path("log").path("level").asString()).isEqualTo("ERROR");
            assertThat(told.path("trace.id").asString()).as(line).matches("[0-9a-f]{32}");
        }
        assertThat(own(output)).allSatisfy(line -> assertThat(JSON.readTree(line)).isNotEmpty());
    }

    /** Lines of the service; a test's other tools write there too. */
    private static List<String> own(CapturedOutput output) {
        return output.getOut().lines().filter(line -> line.startsWith("{")).toList();
    }

    private void history(Someone author) {
        http.method(HttpMethod.POST)
                .uri("/api/alliances/" + author.alliance() + "/history")
                .headers(headers -> headers.setBearerAuth(tokens.of(author.subject())))
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue("{\"title\":\"" + CANARY + "\"}\n")
                .exchange();
    }

    private void withoutTheTable(Runnable act) throws SQLException {
        rename("contribution", "contribution_away");
        try {
            act.run();
        } finally {
            rename("contribution_away", "contribution");
        }
    }

    private void rename(String from, String to) throws SQLException {
        try (var connection = database.connect("commonweal_ddl");
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE contribution." + from + " RENAME TO " + to);
        }
    }
}
