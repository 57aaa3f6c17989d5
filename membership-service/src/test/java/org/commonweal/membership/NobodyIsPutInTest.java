package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.commonweal.platform.messaging.EventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Claim B6: no operation, import or event makes a member without that person's own act. */
class NobodyIsPutInTest extends MembershipTest {

    private static final long SEED = 20261123;
    private static final int BODIES_EACH = 12;

    @Test
    void no_operation_by_anybody_else_makes_a_member() throws SQLException {
        var victim = stranger("Victoria Roth");
        me(victim).expectStatus().isOk();
        var invitation = invited(victim, REASON + " Victoria");
        var delegate = member("Dario Fo");
        var application = applied(victim);
        var directory = directory(delegate, victim);
        var chance = new Random(SEED);
        for (var operation : writes()) {
            for (var n = 0; n < BODIES_EACH; n++) {
                var actor = chance.nextBoolean() ? founder : delegate;
                var about = chance.nextBoolean() ? invitation : application;
                call(actor, operation, about, personOf(victim), directory, chance);
            }
        }
        assertThat(activeMemberships(victim)).isZero();
        answer(victim, invitation, id()).expectStatus().isCreated();
        assertThat(activeMemberships(victim)).isOne();
    }

    /** Through an open door: who applies asks, and is not in by that either. */
    private UUID applied(Someone person) {
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
        var application = id();
        put(
                        person,
                        "/applications/" + application,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                                .formatted(firm))
                .expectStatus()
                .isCreated();
        return application;
    }

    @Test
    void the_database_refuses_a_membership_that_somebody_else_accepted() {
        assertThatThrownBy(
                        () -> {
                            try (var connection = database.connect("membership");
                                    var sql = connection.createStatement()) {
                                connection.setAutoCommit(false);
                                sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
                                sql.execute(
                                        """
                                        INSERT INTO membership (alliance_id, person_id,
                                            organization_id, class, delegate, state, own_interest,
                                            accepted_by, joined_at, version)
                                        VALUES ('%s', '%s', '%s', 'MEMBER', false, 'ACTIVE', '',
                                            '%s', now(), 1)\
                                        """
                                                .formatted(alliance, id(), firm, id()));
                            }
                        })
                .hasMessageContaining("membership_check");
    }

    /** Its own people go on, as they once accepted; whoever was only invited is not among them. */
    @Test
    void a_merger_takes_along_nobody_who_did_not_accept() throws SQLException {
        var small = new Firm("putting-in");
        var boss = small.member("Ada Boss");
        var victim = small.stranger("Vera Invited");
        var invitation = small.invited(victim);
        var into = new Firm("taking-in");
        var host = into.member("Cy Host");
        var merger = "/mergers/" + id();
        put(boss, merger, MergingTest.merging(small.id, into.id, 1)).expectStatus().isCreated();
        put(host, merger + "/acceptance", "{\"people\":1}").expectStatus().isOk();
        assertThat(activeMemberships(boss)).isOne();
        answer(victim, invitation, id()).expectStatus().isEqualTo(409);
        assertThat(activeMemberships(victim)).isZero();
    }

    /**
     * Its own mail listens here, and what the members decide: a decision ends memberships and
     * begins none, as {@code DecisionsTest} sees.
     */
    @Test
    void no_event_is_handled_that_could_begin_a_membership() {
        var types =
                service.getBeansOfType(EventHandler.class).values().stream()
                        .flatMap(handler -> handler.types().stream())
                        .toList();
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "membership.standing-changed.v1",
                        "membership.agreement-written.v1",
                        "membership.agreement-written.v1",
                        "membership.deputy-changed.v1",
                        "membership.move-changed.v1",
                        "membership.agreement-accepted.v1",
                        "membership.invitation-sent.v1",
                        "membership.application-decided.v1",
                        "membership.mail-domain-mail-asked.v1",
                        "membership.organization-left.v1",
                        "purpose.fork-prepared.v1",
                        "membership.member-left.v1",
                        "membership.office-changed.v1",
                        "purpose.decision-adopted.v1",
                        "purpose.rulebook-changed.v1");
    }

    /** The firm's own directory, which names the victim too. */
    private Directory directory(Someone delegate, Someone victim) {
        var token = text(put(delegate, "/organizations/mine/scim-token", "{}"), "token");
        var added =
                http.post()
                        .uri("/scim/v2/" + alliance + "/" + firm + "/Users")
                        .headers(headers -> headers.setBearerAuth(token))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"userName\":\"" + victim.email() + "\"}")
                        .exchange();
        return new Directory(token, text(added, "id"));
    }

    private static String text(WebTestClient.ResponseSpec created, String field) {
        var body =
                created.expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get(field));
    }

    private List<Operation> writes() {
        var operations = new ArrayList<Operation>();
        service.getBean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) ->
                        mapping.getMethodsCondition().getMethods().stream()
                                .filter(verb ->
                                        verb
                                                != org.springframework.web.bind.annotation
                                                        .RequestMethod.GET)
                                .forEach(verb ->
                                        mapping.getPatternsCondition().getPatterns().stream()
                                                .map(pattern -> pattern.getPatternString())
                                                .filter(path ->
                                                        path.startsWith("/api")
                                                                || path.startsWith("/letters")
                                                                || path.startsWith("/scim"))
                                                .forEach(path ->
                                                        operations.add(
                                                                new Operation(
                                                                        verb.asHttpMethod(),
                                                                        path)))));
        assertThat(operations).hasSizeGreaterThanOrEqualTo(12);
        return operations;
    }

    private void call(
            Someone actor,
            Operation operation,
            UUID invitation,
            UUID victim,
            Directory directory,
            Random chance) {
        var isDirectorys = operation.path().startsWith("/scim");
        var path =
                (isDirectorys
                                ? operation
                                        .path()
                                        .replace("{organization}", firm.toString())
                                        .replace("{id}", directory.eligible())
                                : operation.path())
                        .replace("{alliance}", alliance.toString())
                        .replace("{person}", victim.toString())
                        .replace("{agreement}", victim.toString())
                        .replace("{seat}", victim.toString())
                        .replace("{id}", (chance.nextBoolean() ? invitation : victim).toString());
        http.method(operation.method())
                .uri(path)
                .headers(headers ->
                        headers.setBearerAuth(isDirectorys ? directory.token() : token(actor)))
                .header("Idempotency-Key", id().toString())
                .contentType(
                        path.endsWith("/history")
                                ? MediaType.APPLICATION_NDJSON
                                : MediaType.APPLICATION_JSON)
                .bodyValue(body(victim, chance))
                .exchange();
    }

    /** Everything a client could say, true or forged, about the victim. */
    private String body(UUID victim, Random chance) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "\"person\":\"" + victim + "\"",
                                "\"id\":\"" + victim + "\"",
                                "\"state\":\"ACTIVE\"",
                                "\"organization\":\"" + firm + "\"",
                                "\"ownInterest\":\"" + INTEREST + "\"",
                                "\"reason\":\"" + REASON + "\"",
                                "\"type\":\"person\"",
                                "\"externalId\":\"" + victim + "\"",
                                "\"affiliations\":[]",
                                "\"delegate\":true",
                                "\"accepted\":true",
                                "\"ask\":\"" + ASK + "\"",
                                "\"version\":0",
                                "\"open\":true",
                                "\"questions\":[]",
                                "\"questionsVersion\":1",
                                "\"answers\":[]",
                                "\"administrator\":true",
                                "\"work\":\"KEEP\"",
                                "\"confirmation\":\"Victoria Roth\"",
                                "\"seats\":3",
                                "\"class\":\"GUEST\"",
                                "\"call\":\"" + victim + "\"",
                                "\"agreements\":[]",
                                "\"people\":2",
                                "\"from\":\"" + sponsor + "\"",
                                "\"into\":\"" + firm + "\"",
                                "\"userName\":\"" + victim + "\"",
                                "\"active\":true",
                                "\"name\":\"victoria.example\"",
                                "\"mailbox\":\"ADMIN\"",
                                "\"code\":\"" + victim + "\"",
                                """
                                "Operations":[{"op":"replace","path":"active","value":true}]\
                                """));
        java.util.Collections.shuffle(fields, chance);
        return "{" + String.join(",", fields.subList(0, 1 + chance.nextInt(fields.size()))) + "}";
    }

    private int activeMemberships(Someone person) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows =
                    sql.executeQuery(
                            "SELECT count(*) FROM membership WHERE state = 'ACTIVE' AND person_id = '%s'"
                                    .formatted(personOf(person)));
            rows.next();
            return rows.getInt(1);
        }
    }

    private record Directory(String token, String eligible) {}

    private record Operation(HttpMethod method, String path) {}
}
