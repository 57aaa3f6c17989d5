package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

/** Whom the firm's directory suspends acts for nobody: the firm goes on without them. */
class SuspensionTest extends MembershipTest {

    private static final String ROLES = "membership.roles-changed.v1";
    private static final String STANDING = "membership.standing-changed.v1";

    private Someone first;
    private String path;
    private String token;
    private TestDirectory directory;

    @BeforeAll
    void aDirectory() {
        first = member("Freya First");
        directory = new TestDirectory(this);
        token = directory.newToken(first);
        var added =
                directory
                        .send(token, HttpMethod.POST, "/Users", TestDirectory.user(first, true))
                        .expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        path = "/Users/" + Objects.requireNonNull(added).get("id");
    }

    @Test
    void a_suspended_last_official_has_a_successor_and_does_not_get_the_offices_back() {
        active(false);
        active(true);
        is(first, true, true);

        var second = member("Sid Second");
        is(second, false, false);
        people(2);
        active(false);
        get(first, "/people").expectStatus().isNotFound();
        is(second, true, true);
        people(1);
        assertThat(journal(ROLES, personOf(second))).containsOnlyOnce("SUCCESSION");
        assertThat(journal(STANDING, personOf(second)).lines().toList().getLast())
                .contains("\"delegate\": true", "\"state\": \"ACTIVE\"");
        active(true);
        is(first, false, false);
        people(2);
        assertThat(journal(STANDING, personOf(first)).lines().toList().getLast())
                .contains("\"delegate\": false", "\"state\": \"ACTIVE\"");

        entrust(second, first, true, true);
        active(false);
        var mine = "/organizations/" + firm + "/roles/" + personOf(second);
        refused(second, mine, "{\"administrator\":false,\"delegate\":true}", "last-administrator");
        refused(second, mine, "{\"administrator\":true,\"delegate\":false}", "last-delegate");
        active(true);
        is(first, true, true);
        is(second, true, true);

        active(false);
        put(second, "/people/mine/exit", "{}").expectStatus().isOk();
        var third = member("Tess Third");
        is(third, true, true);
    }

    private void active(boolean active) {
        directory
                .send(token, HttpMethod.PUT, path, TestDirectory.user(first, active))
                .expectStatus()
                .isOk();
    }

    private void entrust(Someone by, Someone person, boolean administrator, boolean delegate) {
        put(
                        by,
                        "/organizations/" + firm + "/roles/" + personOf(person),
                        "{\"administrator\":%s,\"delegate\":%s}".formatted(administrator, delegate))
                .expectStatus()
                .isOk();
    }

    private void is(Someone person, boolean administrator, boolean delegate) {
        me(person)
                .expectBody()
                .jsonPath("$.alliances[0].administrator")
                .isEqualTo(administrator)
                .jsonPath("$.alliances[0].delegate")
                .isEqualTo(delegate);
    }

    private void people(int count) {
        get(founder, "/organizations")
                .expectBody()
                .jsonPath("$.items[?(@.id == '%s')].members".formatted(firm))
                .isEqualTo(count);
    }
}
