package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.commonweal.platform.test.AccessTable;
import org.commonweal.platform.test.AccessTable.Principal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Every operation, asked by whoever may not: nobody, a member of another alliance, a former one.
 */
class StrangersTest extends RecognitionTest {

    private final UUID firm = id();

    @TestFactory
    Stream<DynamicTest> nobody_in_particular_is_told_to_log_in() {
        return matrix(id()).refuses(tokens.bad("somebody"), 401, "not-logged-in");
    }

    @TestFactory
    Stream<DynamicTest> whoever_has_no_standing_finds_nothing() {
        var insider = member(id(), firm);
        var former = ended(insider.alliance());
        return matrix(insider.alliance())
                .refuses(
                        Map.of(
                                "another alliance",
                                tokens.of(member(id(), firm).subject()),
                                "who has left",
                                tokens.of(former.subject()),
                                "a stranger",
                                tokens.of("never seen")),
                        404,
                        "not-found",
                        // Who has left takes their own things along: see MyDataTest.
                        "exportMyData");
    }

    @TestFactory
    Stream<DynamicTest> whoever_has_not_accepted_what_acting_requires_writes_nothing() {
        var member = member(id(), firm);
        bus.requireAgreement(member.alliance());
        var thanks = Map.of("contribution", id(), "text", "Thank you.");
        await(() -> refused(put(member, "/thanks/" + id(), thanks), 403, "agreement-outdated"));
        return matrix(member.alliance()).waitsForAgreement(tokens.of(member.subject()));
    }

    @TestFactory
    Stream<DynamicTest> ten_kinds_of_people_are_answered_as_the_table_says() {
        var alliance = id();
        var suspended = ended(alliance);
        var left = ended(alliance);
        var elsewhere = member(id(), firm);
        return new AccessTable(matrix(alliance))
                .holds(
                        tokens,
                        Map.of(
                                Principal.OTHER_ALLIANCE,
                                () -> tokens.of(member(elsewhere.alliance(), id()).subject()),
                                Principal.FOUNDER_ELSEWHERE,
                                () -> tokens.of(elsewhere.subject()),
                                Principal.SUSPENDED,
                                () -> tokens.of(suspended.subject()),
                                Principal.LEFT,
                                () -> tokens.of(left.subject()),
                                Principal.OTHER_FIRM,
                                () -> tokens.of(member(alliance, id()).subject()),
                                Principal.OTHER_FIRMS_ADMINISTRATOR,
                                () -> tokens.of(member(alliance, id()).subject()),
                                Principal.MEMBER,
                                () -> tokens.of(member(alliance, firm).subject())));
    }

    private Someone ended(UUID alliance) {
        var former = member(alliance, firm);
        standing(former, "ENDED", 2);
        await(() -> get(former, "/health").expectStatus().isNotFound());
        return former;
    }

    private AccessMatrix matrix(UUID alliance) {
        return new AccessMatrix(
                "recognition-service",
                address(),
                Map.of(
                        "giveThanks",
                        Map.of("contribution", id(), "text", "Thank you."),
                        "openPool",
                        Map.of("name", "Seed money", "currency", "EUR"),
                        "recordDeposit",
                        Map.of("amountMinor", 100)),
                Map.of("alliance", alliance));
    }

    @Test
    void another_alliance_looks_like_none() {
        var insider = member(id(), firm);
        var stranger = member(id(), firm);
        var outside = new Someone(insider.alliance(), stranger.person(), firm, stranger.subject());
        var nowhere = new Someone(id(), stranger.person(), firm, stranger.subject());
        assertThat(answer(outside)).isEqualTo(answer(nowhere));
    }

    @Test
    void the_platforms_own_port_tells_health_and_metrics_and_nothing_else() {
        var port = service.getEnvironment().getRequiredProperty("local.management.port");
        var management =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(SOON)
                        .build();
        for (var probe : List.of("health", "health/liveness", "health/readiness", "prometheus")) {
            management.get().uri("/actuator/" + probe).exchange().expectStatus().isOk();
        }
        var insider = member(id(), firm);
        for (var more : List.of("", "/env", "/beans", "/heapdump", "/health/r2dbc", "/loggers")) {
            refused(management.get().uri("/actuator" + more).exchange(), 401, "not-logged-in");
            management
                    .get()
                    .uri("/actuator" + more)
                    .headers(headers -> headers.setBearerAuth(tokens.of(insider.subject())))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    /** The body without the path that was asked, which differs of course. */
    private String answer(Someone someone) {
        var body = get(someone, "/health").expectBody(String.class).returnResult();
        return String.valueOf(body.getResponseBody()).replace(someone.alliance().toString(), "");
    }
}
