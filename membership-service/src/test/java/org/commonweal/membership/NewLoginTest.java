package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * A firm whose people have accounts of the platform has connected its own provider: a member goes
 * on with a login of that one, by a code that was told to the login before.
 */
class NewLoginTest extends PlacesTest {

    private static final String ASK = "/people/mine/new-login";
    private static final String TAKE_OVER = ASK + "/takeover";

    private final UUID maple = id();
    private final String alias = "own-" + id();

    private Someone first;

    @BeforeAll
    void aFirmOfPlatformAccountsConnectsItsProvider() {
        put(
                        founder,
                        "/organizations/" + maple,
                        """
                        {"name":"Maple LLP","shortName":"Maple","colour":"#1f6f8b",
                         "mailDomains":["maple.example"],"role":"FIRM"}\
                        """)
                .expectStatus()
                .isCreated();
        first = joined("Ann First");
        refused(first, ASK, "{}", "no-own-provider");
        run(
                """
                INSERT INTO login_provider (alliance_id, id, organization_id, alias, name, protocol,
                    state, test_result, set_by, set_at, version)
                VALUES ('%s', '%s', '%s', '%s', 'Maple', 'SAML', 'LIVE', 'PASSED', '%s', now(), 1)\
                """
                        .formatted(alliance, id(), maple, alias, personOf(first)));
    }

    @Test
    void a_member_goes_on_with_the_firms_new_login_and_is_the_same_person_with_the_same_offices() {
        var person = personOf(first);
        var code = told(first);
        var through = throughProvider("Ann First");
        var key = id();
        takenOver(through, code, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.person")
                .isEqualTo(person.toString())
                .jsonPath("$.organization")
                .isEqualTo(maple.toString());
        takenOver(through, code, key).expectStatus().isOk();
        assertThat(personOf(through)).isEqualTo(person);
        get(through, "/people/" + person)
                .expectBody()
                .jsonPath("$.affiliations.length()")
                .isEqualTo(1)
                .jsonPath("$.person.administrator")
                .isEqualTo(true)
                .jsonPath("$.person.delegate")
                .isEqualTo(true);
        get(first, "/people/" + person).expectStatus().isNotFound();
        me(first).expectBody().jsonPath("$.alliances.length()").isEqualTo(0);
        put(first, ASK, "{}").expectStatus().isNotFound();
        var told = standings(person);
        assertThat(told).hasSize(3);
        assertThat(told.get(1)).contains("\"ENDED\"", "\"version\": 2", first.subject());
        assertThat(told.get(2))
                .contains("\"ACTIVE\"", "\"delegate\": true", "\"version\": 3", through.subject())
                .doesNotContain(first.subject());
        first = through;
    }

    @Test
    void a_code_counts_with_a_new_login_of_the_firms_own_provider_alone() {
        var member = joined("Bo Coded");
        var colleague = joined("Cy Colleague");
        var code = told(member);
        takenOver(throughProvider("Wrong Code"), "guessed", id()).expectStatus().isNotFound();
        var elsewhere = new Firm("not-maple");
        is(takenOver(elsewhere.stranger("Other Firm"), code, id()), "login-code-other-way-in");
        is(takenOver(account("Another Account"), code, id()), "login-code-other-way-in");
        is(takenOver(member, code, id()), "login-code-same");
        is(takenOver(throughProvider(colleague), code, id()), "login-known-as-another");
        is(takenOver(founder, code, id()), "login-code-other-way-in");
        var through = throughProvider("Bo Coded");
        var inOther = takenOverIn(otherAlliance(), through, code);
        inOther.expectStatus().isNotFound();
        takenOver(through, code, id()).expectStatus().isCreated();
        assertThat(personOf(colleague)).isNotEqualTo(personOf(through));
    }

    @Test
    void a_code_is_told_once_counts_once_and_the_newest_alone() {
        var member = joined("Di Once");
        var key = id();
        put(member, ASK, "{}", key).expectStatus().isCreated();
        is(put(member, ASK, "{}", key), "login-code-told");
        var replaced = told(member);
        var code = told(member);
        takenOver(throughProvider("Di Late"), replaced, id()).expectStatus().isNotFound();
        takenOver(throughProvider("Di Once"), code, id()).expectStatus().isCreated();
        is(takenOver(throughProvider("Di Twice"), code, id()), "login-code-used");
    }

    @Test
    void a_code_runs_out() {
        var member = joined("Eve Late");
        var code = told(member);
        run(
                "UPDATE new_login SET until = now() - interval '1 second' WHERE person_id = '%s'"
                        .formatted(personOf(member)));
        is(takenOver(throughProvider("Eve Late"), code, id()), "login-code-expired");
        takenOver(throughProvider("Eve Late"), told(member), id()).expectStatus().isCreated();
    }

    @Test
    void the_login_of_a_second_firm_is_asked_for_nothing_and_stays() {
        var host = new Firm("maple-host");
        var member = joined("Sal Second");
        var besides = seconded(member, host.member("Cy Official"), host);
        put(besides, ASK, "{}").expectStatus().isNotFound();
        var through = throughProvider("Sal Second");
        takenOver(through, told(member), id()).expectStatus().isCreated();
        me(besides)
                .expectBody()
                .jsonPath("$.alliances[0].organization")
                .isEqualTo(host.id.toString());
        me(through)
                .expectBody()
                .jsonPath("$.alliances[0].organization")
                .isEqualTo(maple.toString());
        assertThat(standings(personOf(through)).toString()).doesNotContain(besides.subject());
        get(member, "/people").expectStatus().isNotFound();
    }

    @Test
    void who_is_removed_or_named_inactive_or_works_elsewhere_finds_the_code_worth_nothing() {
        var removed = joined("Fay Removed");
        var code = told(removed);
        put(first, "/people/" + personOf(removed) + "/removal", "{\"reason\":\"Gone.\"}")
                .expectStatus()
                .isOk();
        takenOver(throughProvider("Fay Removed"), code, id()).expectStatus().isNotFound();

        var inactive = joined("Gus Inactive");
        var through = throughProvider("Gus Inactive");
        takenOver(through, told(inactive), id()).expectStatus().isCreated();
        var second = told(through);
        namedInactive(through);
        takenOver(throughProvider("Gus Inactive"), second, id()).expectStatus().isNotFound();

        var mover = joined("Hal Moves");
        var third = told(mover);
        var to = new Firm("maple-moves-to");
        var move = offered(to.member("Ida Official"), mover);
        takenUp(to.stranger(mover.name()), move, agreed(mover, move), id())
                .expectStatus()
                .isCreated();
        takenOver(throughProvider("Hal Moves"), third, id()).expectStatus().isNotFound();
    }

    private void namedInactive(Someone somebody) {
        new TestDirectory(this, maple).names(first, somebody, false);
        me(somebody).expectBody().jsonPath("$.alliances.length()").isEqualTo(0);
    }

    /** Somebody with an account of the platform under the firm's mail domain. */
    private Someone account(String name) {
        var any = stranger(name);
        return new Someone(any.subject(), name, any.subject() + "@maple.example", "");
    }

    /** As before the firm had a provider of its own. */
    private Someone joined(String name) {
        var person = account(name);
        var invitation = id();
        put(founder, "/invitations/" + invitation, invitation(person, maple, REASON + " " + name))
                .expectStatus()
                .isCreated();
        run("UPDATE login_provider SET state = 'TESTED' WHERE alias = '%s'");
        answer(person, invitation, id()).expectStatus().isCreated();
        run("UPDATE login_provider SET state = 'LIVE' WHERE alias = '%s'");
        return person;
    }

    private Someone throughProvider(String name) {
        var any = stranger(name);
        return new Someone(any.subject(), name, any.subject() + "@maple.example", alias);
    }

    private Someone throughProvider(Someone known) {
        return new Someone(known.subject(), known.name(), known.email(), alias);
    }

    private String told(Someone member) {
        return code(put(member, ASK, "{}"));
    }

    private static String json(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private ResponseSpec takenOver(Someone login, String code, UUID key) {
        return put(login, TAKE_OVER, json(code), key);
    }

    private static ResponseSpec takenOverIn(UUID alliance, Someone login, String code) {
        return http.put()
                .uri("/api/alliances/" + alliance + TAKE_OVER)
                .headers(headers -> headers.setBearerAuth(token(login)))
                .header("Idempotency-Key", id().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json(code))
                .exchange();
    }

    private UUID otherAlliance() {
        var other = id();
        http.put()
                .uri("/api/alliances/" + other)
                .headers(headers -> headers.setBearerAuth(token(founder)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(founding("other-" + slug, id()))
                .exchange()
                .expectStatus()
                .isCreated();
        return other;
    }

    private static void is(ResponseSpec answer, String kebab) {
        answer.expectBody().jsonPath("$.type").isEqualTo("urn:commonweal:refusal:" + kebab);
    }

    /** On the alliance's rows, where {@code %s} stands for the provider's alias. */
    private void run(String sql) {
        try (var connection = database.connect("membership");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL app.alliance = '" + alliance + "'");
            statement.executeUpdate(sql.formatted(alias));
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
