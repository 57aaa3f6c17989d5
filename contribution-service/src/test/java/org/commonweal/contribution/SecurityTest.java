package org.commonweal.contribution;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Each operation, for those who may not: strangers, other alliances, and those who left. */
class SecurityTest extends ContributionTest {

    private UUID alliance;
    private UUID contribution;
    private Someone insider;
    private Someone outsider;
    private Someone gone;

    @BeforeAll
    void foundTwoAlliances() {
        alliance = alliance();
        insider = delegate(alliance, id());
        var other = member(alliance, id());
        var goal = goal(alliance, insider.person());
        contribution = submitted(other, goal, "For members only");
        outsider = delegate(alliance(), id());
        gone = member(alliance, id());
        standing(gone, "ENDED", false, 2);
        await(() -> get(gone, "/needed-of-me").expectStatus().isNotFound());
    }

    private record Operation(HttpMethod method, String path, String body, MediaType type) {
        static Operation get(String path) {
            return new Operation(HttpMethod.GET, path, "", MediaType.APPLICATION_JSON);
        }

        static Operation put(String path, String body) {
            return new Operation(HttpMethod.PUT, path, body, MediaType.APPLICATION_JSON);
        }
    }

    private List<Operation> operations() {
        var one = "/contributions/" + contribution;
        return List.of(
                Operation.get("/contributions"),
                Operation.get(one),
                Operation.get("/activity"),
                Operation.get("/needed-of-me"),
                Operation.get("/search?q=members"),
                Operation.put("/contributions/" + id(), contribution(id(), "By a stranger")),
                Operation.put(one + "/acknowledgements/" + id(), "{}"),
                Operation.put(one + "/refusals/" + id(), "{\"reason\":\"long enough to be one\"}"),
                new Operation(HttpMethod.POST, "/history", "{}\n", MediaType.APPLICATION_NDJSON));
    }

    @TestFactory
    Stream<DynamicTest> nobody_is_asked_to_log_in() {
        return operations().stream()
                .flatMap(operation ->
                        Stream.of(
                                        "",
                                        "nonsense",
                                        tokens.expired("x"),
                                        tokens.signedByAStranger("x"))
                                .map(token ->
                                        DynamicTest.dynamicTest(
                                                operation.method() + " " + operation.path(),
                                                () ->
                                                        refused(
                                                                ask(operation, token),
                                                                401,
                                                                "not-logged-in"))));
    }

    @TestFactory
    Stream<DynamicTest> whoever_has_no_standing_finds_nothing() {
        return operations().stream()
                .flatMap(operation ->
                        Stream.of(outsider.subject(), gone.subject(), "never-seen")
                                .map(subject ->
                                        DynamicTest.dynamicTest(
                                                operation.method() + " " + operation.path(),
                                                () ->
                                                        refused(
                                                                ask(operation, tokens.of(subject)),
                                                                404,
                                                                "not-found"))));
    }

    @Test
    void a_contribution_of_another_alliance_is_not_there() {
        var inOwn = "/contributions/" + contribution;
        refused(get(outsider, inOwn), 404, "not-found");
        refused(put(outsider, inOwn + "/acknowledgements/" + id(), "{}"), 404, "not-found");
    }

    @Test
    void only_the_founder_of_an_alliance_with_a_history_imports_one() {
        var history =
                new Operation(HttpMethod.POST, "/history", "{}\n", MediaType.APPLICATION_NDJSON);
        refused(ask(history, tokens.of(insider.subject())), 403, "history-not-allowed");
    }

    private ResponseSpec ask(Operation operation, String token) {
        var request =
                http.method(operation.method())
                        .uri("/api/alliances/" + alliance + operation.path())
                        .contentType(operation.type());
        if (!token.isEmpty()) {
            request.headers(headers -> headers.setBearerAuth(token));
        }
        return operation.body().isEmpty()
                ? request.exchange()
                : request.bodyValue(operation.body()).exchange();
    }
}
