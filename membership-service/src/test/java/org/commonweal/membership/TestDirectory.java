package org.commonweal.membership;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.membership.MembershipTest.Someone;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The directory of a firm, which speaks SCIM 2.0 to the service. */
record TestDirectory(MembershipTest test, UUID firm) {

    /** Of the firm of all tests. */
    TestDirectory(MembershipTest test) {
        this(test, test.firm);
    }

    /** Tells of somebody for the first time, with a new token. */
    void names(Someone administrator, Someone person, boolean active) {
        send(newToken(administrator), HttpMethod.POST, "/Users", user(person, active))
                .expectStatus()
                .isCreated();
    }

    private static final MediaType SCIM = MediaType.valueOf("application/scim+json");

    static String user(Someone person, boolean active) {
        return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
         "userName":"%s","externalId":"ext-%s","active":%s,"displayName":"%s",
         "name":{"formatted":"%s"},"roles":[],
         "emails":[{"primary":true,"type":"work","value":"%s"}]}\
        """
                .formatted(
                        person.email(),
                        person.subject(),
                        active,
                        person.name(),
                        person.name(),
                        person.email());
    }

    ResponseSpec send(String bearer, HttpMethod method, String path, String body) {
        return MembershipTest.http
                .method(method)
                .uri("/scim/v2/" + test.alliance + "/" + firm + path)
                .headers(headers -> {
                    if (!bearer.isEmpty()) {
                        headers.setBearerAuth(bearer);
                    }
                })
                .contentType(SCIM)
                .bodyValue(body)
                .exchange();
    }

    String newToken(Someone administrator) {
        return tokenOf(makeToken(administrator, MembershipTest.id()));
    }

    ResponseSpec makeToken(Someone person, UUID key) {
        return MembershipTest.http
                .put()
                .uri("/api/alliances/" + test.alliance + "/organizations/mine/scim-token")
                .headers(headers -> headers.setBearerAuth(MembershipTest.token(person)))
                .header("Idempotency-Key", key.toString())
                .exchange();
    }

    static String tokenOf(ResponseSpec made) {
        var body =
                made.expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("token"));
    }
}
