package org.commonweal.contribution;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.MediaType;

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

    private AccessMatrix matrix() {
        return new AccessMatrix(
                "contribution-service",
                address(),
                Map.of(
                        "submitContribution",
                        contribution(id(), "By a stranger"),
                        "acknowledgeContribution",
                        "{}",
                        "declineContribution",
                        Map.of("reason", "long enough to be one"),
                        "importHistory",
                        "{}\n"),
                Map.of("alliance", alliance, "contribution", contribution));
    }

    @TestFactory
    Stream<DynamicTest> nobody_is_asked_to_log_in() {
        return matrix().refuses(tokens.bad(insider.subject()), 401, "not-logged-in");
    }

    @TestFactory
    Stream<DynamicTest> whoever_has_no_standing_finds_nothing() {
        return matrix().refuses(
                        Map.of(
                                "another alliance",
                                tokens.of(outsider.subject()),
                                "who has left",
                                tokens.of(gone.subject()),
                                "a stranger",
                                tokens.of("never-seen")),
                        404,
                        "not-found",
                        // Who has left takes their own things along: see MyDataTest.
                        "exportMyData");
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
                http.post()
                        .uri("/api/alliances/" + alliance + "/history")
                        .headers(headers -> headers.setBearerAuth(tokens.of(insider.subject())))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .bodyValue("{}\n")
                        .exchange();
        refused(history, 403, "history-not-allowed");
    }
}
