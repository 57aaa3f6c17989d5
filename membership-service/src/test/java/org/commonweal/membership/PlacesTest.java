package org.commonweal.membership;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Members to whom a firm offers a place, and who take it up. */
abstract class PlacesTest extends MembershipTest {

    UUID offered(Someone official, Someone to) {
        return offered(official, "MOVE", to);
    }

    UUID offered(Someone official, String kind, Someone to) {
        var move = id();
        put(official, "/moves/" + move, offer(kind, personOf(to), REASON))
                .expectStatus()
                .isCreated();
        return move;
    }

    static String offer(UUID person, String reason) {
        return offer("MOVE", person, reason);
    }

    static String offer(String kind, UUID person, String reason) {
        return "{\"kind\":\"%s\",\"person\":\"%s\",\"reason\":\"%s\"}"
                .formatted(kind, person, reason);
    }

    String agreed(Someone mover, UUID move) {
        return code(put(mover, "/moves/" + move + "/agreement", "{}"));
    }

    /** The one that is told, this once. */
    static String code(ResponseSpec answer) {
        var body =
                answer.expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(Objects.requireNonNull(body).get("code"));
    }

    ResponseSpec takenUp(Someone login, UUID move, String code, UUID key) {
        var body = code.isEmpty() ? "{}" : "{\"code\":\"" + code + "\"}";
        return put(login, "/moves/" + move + "/acceptance", body, key);
    }

    /** The login with which the person works for a second firm besides. */
    Someone seconded(Someone person, Someone official, Firm host) {
        var move = offered(official, "SECONDMENT", person);
        var login = host.stranger(person.name());
        takenUp(login, move, agreed(person, move), id()).expectStatus().isCreated();
        return login;
    }

    /** What was told of a standing, in order: a person's at home, or a secondment's. */
    List<String> standings(UUID subject) {
        return journal("membership.standing-changed.v1", subject).lines().toList();
    }
}
