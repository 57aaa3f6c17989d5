package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** A whole firm leaves by its own administrator's act, and may come back as the same (claim C8). */
class FirmLeavingTest extends MembershipTest {

    @Test
    void all_memberships_of_the_firm_end_with_it_and_nobody_elses() {
        var firm = new Firm("leaves");
        var first = firm.member("Ada First");
        var second = firm.member("Bo Second");
        var stays = member("Cy Stays");
        var waiting = firm.stranger("Di Waiting");
        var invitation = firm.invited(waiting);
        get(first, firm.path("/exit"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.people")
                .isEqualTo(2)
                .jsonPath("$.persons[1]")
                .isEqualTo(personOf(second).toString())
                .jsonPath("$.openInvitations")
                .isEqualTo(1)
                .jsonPath("$.shortName")
                .isEqualTo("leaves");
        var people = java.util.List.of(personOf(first), personOf(second));
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(first, firm.path("/exit"), "{\"people\":2}", key)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.organization")
                    .isEqualTo(firm.id.toString())
                    .jsonPath("$.leftAt")
                    .isNotEmpty();
        }
        put(first, firm.path("/exit"), "{\"people\":3}", key).expectStatus().isEqualTo(409);
        get(first, "").expectStatus().isNotFound();
        get(second, "").expectStatus().isNotFound();
        get(stays, "").expectStatus().isOk();
        get(founder, firm.path(""))
                .expectBody()
                .jsonPath("$.leftAt")
                .isNotEmpty()
                .jsonPath("$.members")
                .isEqualTo(0)
                .jsonPath("$.name")
                .isEqualTo(firm.name);
        get(founder, "/people/" + people.getFirst())
                .expectBody()
                .jsonPath("$.person.state")
                .isEqualTo("ENDED")
                .jsonPath("$.affiliations[0].organization")
                .isEqualTo(firm.id.toString())
                .jsonPath("$.affiliations[0].until")
                .isNotEmpty();
        assertThat(journal("membership.organization-left.v1", firm.id))
                .isEqualTo(
                        "{\"into\": null, \"people\": 2, \"decision\": null, \"organization\": \"%s\"}"
                                .formatted(firm.id));
        people.forEach(person -> {
            assertThat(journal("membership.standing-changed.v1", person))
                    .containsOnlyOnce("\"state\": \"ENDED\"");
            assertThat(journal("membership.member-left.v1", person)).isEqualTo("null");
        });
        assertThat(journal("membership.standing-changed.v1", personOf(stays)))
                .doesNotContain("ENDED");
        assertThat(journal("membership.roles-changed.v1", people.get(1))).isEqualTo("null");
        answer(waiting, invitation, id()).expectStatus().isEqualTo(409);
        refused(
                founder,
                "/invitations/" + id(),
                invitation(firm.stranger("Eve Late"), firm.id, REASON + " late"),
                "organization-unknown");
    }

    @Test
    void only_an_own_administrator_who_confirms_how_many_end_takes_the_firm_out() {
        var firm = new Firm("remains");
        var first = firm.member("Ada First");
        var second = firm.member("Bo Second");
        var left = new Firm("outside");
        var revoked = firm.member("Cy Revoked");
        put(revoked, "/people/mine/exit", "{}").expectStatus().isOk();
        var body = "{\"people\":2}";
        refused(second, firm.path("/exit"), body, "not-an-administrator");
        refused(founder, firm.path("/exit"), body, "other-firm");
        refused(left.member("Di Other"), firm.path("/exit"), body, "other-firm");
        refused(revoked, firm.path("/exit"), body, "not-found");
        refused(firm.stranger("Eve Stranger"), firm.path("/exit"), body, "not-found");
        refused(first, "/organizations/" + id() + "/exit", body, "not-found");
        refused(first, firm.path("/exit"), "{\"people\":3}", "exit-unconfirmed");
        put(first, firm.path("/exit"), "{\"people\":0}").expectStatus().isBadRequest();
        for (var reader : new Someone[] {second, founder}) {
            get(reader, firm.path("/exit")).expectStatus().isForbidden();
        }
        get(revoked, firm.path("/exit")).expectStatus().isNotFound();
        assertThat(journal("membership.organization-left.v1", firm.id)).isEqualTo("null");
        get(second, "").expectStatus().isOk();
    }

    @Test
    void an_application_for_the_firm_is_answered_with_the_reason_and_bars_nobody() {
        var firm = new Firm("applied");
        var first = firm.member("Ada First");
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
        var person = firm.stranger("Bo Applies");
        var application = applied(person, firm.id, 201);
        put(first, firm.path("/exit"), "{\"people\":1}").expectStatus().isOk();
        me(person)
                .expectBody()
                .jsonPath("$.applications[0].state")
                .isEqualTo("REFUSED")
                .jsonPath("$.applications[0].reason")
                .isEqualTo("The firm has left the alliance.");
        assertThat(journal("membership.application-decided.v1", application))
                .contains("\"accepted\": false", "\"offer\": null");
        http.get()
                .uri("/api/front-doors/" + slug)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .exchange()
                .expectBody()
                .jsonPath("$.organizations[?(@.id == '%s')]".formatted(sponsor))
                .exists()
                .jsonPath("$.organizations[?(@.id == '%s')]".formatted(firm.id))
                .doesNotExist();
        applied(person, firm.id, 422);
        put(founder, firm.path("/return"), "{}").expectStatus().isOk();
        applied(person, firm.id, 201);
    }

    private UUID applied(Someone person, UUID organization, int status) {
        var application = id();
        put(
                        person,
                        "/applications/" + application,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                                .formatted(organization))
                .expectStatus()
                .isEqualTo(status);
        return application;
    }

    @Test
    void its_directory_is_neither_heard_nor_kept() throws SQLException {
        var firm = new Firm("directed");
        var first = firm.member("Ada First");
        var token = directoryToken(first);
        assertThat(provision(firm, token, "ada@directed.example")).isEqualTo(201);
        put(first, firm.path("/exit"), "{\"people\":1}").expectStatus().isOk();
        assertThat(provision(firm, token, "bo@directed.example")).isEqualTo(401);
        assertThat(count("eligible_person WHERE organization_id = '" + firm.id + "'")).isZero();
        put(founder, firm.path("/return"), "{}").expectStatus().isOk();
        assertThat(provision(firm, token, "bo@directed.example")).isEqualTo(401);
    }

    private String directoryToken(Someone administrator) {
        var made =
                put(administrator, "/organizations/mine/scim-token", "{}")
                        .expectStatus()
                        .isCreated()
                        .expectBody(Made.class)
                        .returnResult()
                        .getResponseBody();
        return java.util.Objects.requireNonNull(made).token();
    }

    private int provision(Firm firm, String token, String name) {
        return http.post()
                .uri("/scim/v2/" + alliance + "/" + firm.id + "/Users")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"userName\":\"" + name + "\"}")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    @Test
    void it_comes_back_as_the_same_firm_and_its_people_by_their_own_act_alone() {
        var firm = new Firm("returns");
        var first = firm.member("Ada First");
        var second = firm.member("Bo Second");
        var person = personOf(second);
        refused(founder, firm.path("/return"), "{}", "firm-not-away");
        put(first, firm.path("/exit"), "{\"people\":2}").expectStatus().isOk();
        refused(first, firm.path("/return"), "{}", "not-found");
        member("Freya Delegate");
        refused(member("Cy Other"), firm.path("/return"), "{}", "not-a-delegate");
        refused(founder, "/organizations/" + id() + "/return", "{}", "not-found");
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(founder, firm.path("/return"), "{}", key).expectStatus().isOk();
        }
        get(founder, firm.path(""))
                .expectBody()
                .jsonPath("$.leftAt")
                .isEmpty()
                .jsonPath("$.members")
                .isEqualTo(0);
        assertThat(journal("membership.organization-enrolled.v1", firm.id).lines()).hasSize(2);
        get(second, "").expectStatus().isNotFound();
        answer(second, firm.invited(second), id()).expectStatus().isCreated();
        get(founder, "/people/" + person)
                .expectBody()
                .jsonPath("$.person.administrator")
                .isEqualTo(true)
                .jsonPath("$.affiliations.length()")
                .isEqualTo(2);
    }

    @Test
    void until_its_last_day_is_over_nothing_is_different_and_it_may_stay() throws SQLException {
        var firm = new Firm("later");
        var first = firm.member("Ada First");
        var second = firm.member("Bo Second");
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        var last = "{\"people\":2,\"lastDay\":\"%s\"}";
        refused(
                first,
                firm.path("/exit"),
                last.formatted(today.minusDays(1)),
                "last-day-out-of-reach");
        refused(
                first,
                firm.path("/exit"),
                last.formatted(today.plusDays(367)),
                "last-day-out-of-reach");
        refused(first, firm.path("/exit/withdrawal"), "{}", "firm-not-leaving");
        var ends = today.plusDays(4).atStartOfDay(ZoneId.of("Europe/Lisbon")).toInstant();
        put(first, firm.path("/exit"), last.formatted(today.plusDays(3)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.leavesAt")
                .isEqualTo(ends.toString())
                .jsonPath("$.leftAt")
                .isEmpty();
        get(founder, firm.path("")).expectBody().jsonPath("$.leavesAt").isEqualTo(ends.toString());
        refused(second, firm.path("/exit/withdrawal"), "{}", "not-an-administrator");
        refused(founder, firm.path("/exit/withdrawal"), "{}", "other-firm");
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(first, firm.path("/exit/withdrawal"), "{}", key).expectStatus().isOk();
        }
        assertThat(count("due WHERE subject = '" + firm.id + "'")).isZero();
        put(first, firm.path("/exit"), last.formatted(today.plusDays(3))).expectStatus().isOk();
        var clock =
                service.getBeansOfType(DueHandler.class).values().stream()
                        .filter(handler -> handler.kind().equals("firm-leaves"))
                        .findFirst()
                        .orElseThrow();
        clock.act(alliance, firm.id, ends).block();
        get(second, "").expectStatus().isOk();
        firm.member("Cy Meanwhile");
        dueNow(firm.id);
        clock.act(alliance, firm.id, ends).block();
        clock.act(alliance, firm.id, ends).block();
        get(second, "").expectStatus().isNotFound();
        assertThat(journal("membership.organization-left.v1", firm.id))
                .isEqualTo(
                        "{\"into\": null, \"people\": 3, \"decision\": null, \"organization\": \"%s\"}"
                                .formatted(firm.id));
        assertThat(count("due WHERE subject = '" + firm.id + "'")).isZero();
    }

    private void dueNow(UUID firm) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            sql.execute("UPDATE due SET at = now() WHERE subject = '" + firm + "'");
            connection.commit();
        }
    }

    @Test
    void two_administrators_who_leave_with_the_firm_at_once_end_it_once() {
        var firm = new Firm("racing");
        var first = firm.member("Ada First");
        var second = firm.member("Bo Second");
        put(
                        first,
                        firm.path("/roles/" + personOf(second)),
                        "{\"administrator\":true,\"delegate\":true}")
                .expectStatus()
                .isOk();
        var statuses =
                reactor.core.publisher.Flux.just(first, second, first, second)
                        .flatMap(one ->
                                reactor.core.publisher.Mono.fromCallable(() ->
                                                put(one, firm.path("/exit"), "{\"people\":2}")
                                                        .returnResult(String.class)
                                                        .getStatus()
                                                        .value())
                                        .subscribeOn(
                                                reactor.core.scheduler.Schedulers.boundedElastic()))
                        .collectList()
                        .block();
        assertThat(statuses).containsOnlyOnce(200).hasSize(4);
        assertThat(journal("membership.organization-left.v1", firm.id).lines()).hasSize(1);
    }

    /** One statement, so that hundreds do not take hundreds of them. */
    @Test
    void a_firm_with_many_people_leaves_in_one_statement() {
        var firm = new Firm("many");
        var people = new ArrayList<Someone>();
        for (var n = 0; n < 25; n++) {
            people.add(firm.member("Person " + n));
        }
        put(people.getFirst(), firm.path("/exit"), "{\"people\":25}").expectStatus().isOk();
        people.forEach(one -> get(one, "").expectStatus().isNotFound());
    }

    private long count(String from) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows = sql.executeQuery("SELECT count(*) FROM " + from);
            rows.next();
            return rows.getLong(1);
        }
    }

    private record Made(String token) {}
}
