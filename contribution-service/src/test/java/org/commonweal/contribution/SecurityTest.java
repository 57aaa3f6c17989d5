package org.commonweal.contribution;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.commonweal.platform.test.AccessTable;
import org.commonweal.platform.test.AccessTable.Principal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.MediaType;

/** Each operation, for those who may not: strangers, other alliances, and those who left. */
class SecurityTest extends ContributionTest {

    private UUID alliance;
    private UUID goal;
    private UUID contribution;
    private UUID toDecline;
    private UUID waiting;
    private Someone insider;
    private Someone author;
    private Someone outsider;
    private Someone gone;

    @BeforeAll
    void foundTwoAlliances() {
        alliance = alliance();
        insider = delegate(alliance, id());
        author = member(alliance, id());
        goal = goal(alliance, insider.person());
        contribution = submitted(author, goal, "For members only");
        toDecline = submitted(author, goal, "To be declined");
        waiting = submitted(author, goal, "Waiting for its answer");
        outsider = delegate(alliance(), id());
        gone = member(alliance, id());
        standing(gone, "ENDED", false, 2);
        await(() -> get(gone, "/needed-of-me").expectStatus().isNotFound());
    }

    private AccessMatrix matrix() {
        return matrix(
                Map.of(
                        "alliance",
                        alliance,
                        "contribution",
                        contribution,
                        "getContribution.id",
                        contribution,
                        "handOverAsk.contribution",
                        waiting,
                        "declineContribution.contribution",
                        toDecline));
    }

    private AccessMatrix matrix(Map<String, UUID> ids) {
        return new AccessMatrix(
                "contribution-service",
                address(),
                Map.of(
                        "submitContribution",
                        contribution(goal, "By a stranger"),
                        "acknowledgeContribution",
                        "{}",
                        "declineContribution",
                        Map.of("reason", "long enough to be one"),
                        "handOverAsk",
                        Map.of("person", id()),
                        "importHistory",
                        "{}\n"),
                ids);
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

    @TestFactory
    Stream<DynamicTest> whoever_has_not_accepted_what_acting_requires_writes_nothing() {
        var there = alliance();
        var member = delegate(there, id());
        bus.requireAgreement(there);
        await(() -> count(there, "required_agreement", 1));
        return matrix(Map.of("alliance", there)).waitsForAgreement(tokens.of(member.subject()));
    }

    @TestFactory
    Stream<DynamicTest> ten_kinds_of_people_are_answered_as_the_table_says() {
        var other = alliance();
        var founderElsewhere = delegate(alliance(), id());
        var suspended = member(alliance, author.organization());
        standing(suspended, "ENDED", false, 2);
        await(() -> get(suspended, "/needed-of-me").expectStatus().isNotFound());
        return new AccessTable(matrix())
                .holds(
                        tokens,
                        Map.of(
                                Principal.OTHER_ALLIANCE,
                                () -> tokens.of(member(other, id()).subject()),
                                Principal.FOUNDER_ELSEWHERE,
                                () -> tokens.of(founderElsewhere.subject()),
                                Principal.SUSPENDED,
                                () -> tokens.of(suspended.subject()),
                                Principal.LEFT,
                                () -> tokens.of(gone.subject()),
                                Principal.OTHER_FIRM,
                                () -> tokens.of(member(alliance, id()).subject()),
                                Principal.OTHER_FIRMS_ADMINISTRATOR,
                                () -> tokens.of(insider.subject()),
                                Principal.MEMBER,
                                () ->
                                        tokens.of(
                                                member(alliance, author.organization())
                                                        .subject())));
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
