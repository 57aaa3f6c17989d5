package org.commonweal.membership;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Every operation as nobody, with a forged token, from another alliance, and after leaving. */
class AccessTest extends MembershipTest {

    private Someone elsewhere;
    private Someone gone;

    @BeforeAll
    void peopleWithoutStanding() {
        elsewhere = new Someone("elsewhere-sub", "Elsa Where", "elsa@other.example", "");
        http.put()
                .uri("/api/alliances/" + id())
                .headers(headers -> headers.setBearerAuth(token(elsewhere)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(founding("another-alliance", id()))
                .exchange()
                .expectStatus()
                .isCreated();
        gone = member("Gone Already");
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
    }

    static List<Operation> operations() {
        var id = id();
        return List.of(
                new Operation(HttpMethod.GET, ""),
                new Operation(HttpMethod.GET, "/organizations"),
                new Operation(HttpMethod.GET, "/organizations/mine/login"),
                new Operation(HttpMethod.PUT, "/organizations/mine/scim-token", "{}"),
                new Operation(
                        HttpMethod.PUT,
                        "/organizations/" + id,
                        """
                        {"name":"X LLP","shortName":"X","colour":"#000000","mailDomains":[],
                         "role":"FIRM"}\
                        """),
                new Operation(
                        HttpMethod.PUT,
                        "/invitations/" + id,
                        invitation(
                                new Someone("s", "Some Body", "some@body.example", ""),
                                id,
                                REASON)),
                new Operation(HttpMethod.GET, "/invitations/" + id),
                new Operation(
                        HttpMethod.PUT,
                        "/invitations/" + id + "/acceptance",
                        "{\"ownInterest\":\"" + INTEREST + "\"}"),
                new Operation(HttpMethod.PUT, "/invitations/" + id + "/declination", "{}"),
                new Operation(HttpMethod.GET, "/people"),
                new Operation(HttpMethod.GET, "/people/" + id),
                new Operation(HttpMethod.PUT, "/people/mine/exit", "{}"),
                new Operation(
                        HttpMethod.PUT, "/people/" + id + "/removal", "{\"reason\":\"because\"}"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void is_refused_to_nobody_and_to_forged_tokens(Operation operation) {
        call(null, operation).expectStatus().isUnauthorized();
        for (var forged :
                List.of(
                        tokens.expired(founder.subject()),
                        tokens.forAnotherAudience(founder.subject()),
                        tokens.ofAnotherIssuer(founder.subject()),
                        tokens.signedByAStranger(founder.subject()))) {
            call(forged, operation).expectStatus().isUnauthorized();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void is_not_found_by_another_alliance_and_by_whoever_left(Operation operation) {
        for (var stranger : List.of(elsewhere, gone)) {
            call(token(stranger), operation)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:commonweal:refusal:not-found");
        }
    }

    private ResponseSpec call(
            @org.jspecify.annotations.Nullable String token, Operation operation) {
        return http.method(operation.method())
                .uri("/api/alliances/" + alliance + operation.path())
                .headers(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .header("Idempotency-Key", id().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(operation.body())
                .exchange();
    }

    record Operation(HttpMethod method, String path, String body) {
        Operation(HttpMethod method, String path) {
            this(method, path, "");
        }
    }
}
