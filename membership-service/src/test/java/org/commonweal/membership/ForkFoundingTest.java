package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** What was prepared for another purpose is founded by its own founder, once, and from zero. */
class ForkFoundingTest extends MembershipTest {

    private final UUID purpose = id();

    @Test
    void whoever_prepared_it_founds_it_with_its_lineage_and_is_alone_in_it() {
        var person = member("Fay Founder");
        member("Stan Stayer");
        var fork = prepared(personOf(person));
        var founded = id();
        found(person, founded, "fay-forks", fork).expectStatus().isCreated();
        found(person, founded, "fay-forks", fork).expectStatus().isOk();
        assertThat(column(founded, "SELECT person_id FROM membership"))
                .containsExactly(personOf(person).toString());
        assertThat(column(founded, "SELECT id FROM organization")).hasSize(1);
        assertThat(column(founded, "SELECT id FROM invitation")).isEmpty();
        assertThat(
                        column(
                                founded,
                                """
                                SELECT concat_ws(' ', payload->'lineage'->>'alliance',
                                    payload->'lineage'->>'purpose', payload->'lineage'->>'fork')
                                FROM journal WHERE type = 'membership.alliance-founded.v1'\
                                """))
                .containsExactly(alliance + " " + purpose + " " + fork);
        refused(found(person, id(), "fay-forks-again", fork), 409, "fork-founded");
    }

    @Test
    void an_address_that_is_taken_does_not_use_it_up() {
        var person = member("Tess Twice");
        var fork = prepared(personOf(person));
        refused(found(person, id(), slug, fork), 409, "slug-taken");
        found(person, id(), "tess-forks", fork).expectStatus().isCreated();
    }

    @Test
    void an_id_that_is_taken_does_not_use_it_up_and_neither_does_founding_it_otherwise_again() {
        var person = member("Ina Taken");
        var fork = prepared(personOf(person));
        refused(found(person, alliance, "ina-taken", fork), 409, "id-taken");
        var founded = id();
        found(person, founded, "ina-forks", fork).expectStatus().isCreated();
        refused(found(person, founded, "ina-forks-otherwise", fork), 409, "id-taken");
        refused(found(person, id(), "ina-forks-again", fork), 409, "fork-founded");
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        found(person, founded, "ina-forks", fork).expectStatus().isOk();
    }

    @Test
    void of_foundings_at_once_under_several_ids_one_takes_it() throws Exception {
        var person = member("Una Several");
        var fork = prepared(personOf(person));
        var slugs = List.of("una-forks-a", "una-forks-b", "una-forks-c", "una-forks-d");
        try (var at = Executors.newFixedThreadPool(slugs.size())) {
            var answers =
                    at.invokeAll(
                            slugs.stream()
                                    .<Callable<Integer>>map(slug ->
                                            () ->
                                                    found(person, id(), slug, fork)
                                                            .returnResult(Void.class)
                                                            .getStatus()
                                                            .value())
                                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void nobody_founds_what_somebody_else_prepared() {
        var person = member("Pia Prepares");
        var fork = prepared(personOf(person));
        var other = member("Otto Other");
        refused(found(other, id(), "otto-forks", fork), 403, "fork-anothers");
        refused(found(founder, id(), "sponsor-forks", fork), 403, "fork-anothers");
        var stranger = stranger("Stella Stranger");
        me(stranger).expectStatus().isOk();
        refused(found(stranger, id(), "stella-forks", fork), 422, "fork-unknown");
        refused(found(person, id(), "pia-guesses", id()), 422, "fork-unknown");
        var elsewhere = id();
        http.put()
                .uri("/api/alliances/" + elsewhere)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(founding("pia-elsewhere", id(), id(), fork))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(column(elsewhere, "SELECT 1 FROM alliance")).isEmpty();
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        refused(found(person, id(), "pia-has-left", fork), 422, "fork-unknown");
    }

    private UUID prepared(UUID by) {
        var fork = id();
        var fact =
                new Event(
                        id(),
                        "purpose.fork-prepared.v1",
                        alliance,
                        fork,
                        1,
                        by,
                        firm,
                        Audience.EVERYONE,
                        Instant.parse("2026-11-27T08:00:00Z"),
                        JsonMapper.shared()
                                .valueToTree(
                                        Map.of(
                                                "fork", fork,
                                                "purpose", purpose,
                                                "preparedBy", by,
                                                "title", "A court of our own")));
        var handler =
                service.getBeansOfType(EventHandler.class).values().stream()
                        .filter(one -> one.types().contains(fact.type()))
                        .findFirst()
                        .orElseThrow();
        for (var times = 0; times < 2; times++) {
            var _ = handler.handle(fact).block();
        }
        return fork;
    }

    private ResponseSpec found(Someone person, UUID founded, String slug, UUID fork) {
        return http.put()
                .uri("/api/alliances/" + founded)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(founding(slug, firm, alliance, fork))
                .exchange();
    }

    private static String founding(String slug, UUID organization, UUID parent, UUID fork) {
        var origin = ",\"fork\":{\"alliance\":\"%s\",\"id\":\"%s\"}}".formatted(parent, fork);
        return founding(slug, organization).replaceFirst("}$", origin);
    }

    private static void refused(ResponseSpec answer, int status, String kebab) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:" + kebab);
    }

    private static List<String> column(UUID alliance, String query) {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var found = new ArrayList<String>();
            var rows = sql.executeQuery(query);
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
