package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whoever belongs to two firms acts for that of the login, and answers neither's work (claim E3).
 */
class SecondFirmTest extends ContributionTest {

    @Test
    void what_is_given_with_the_second_firms_login_is_credited_to_the_second_firm() {
        var alliance = alliance();
        var reader = member(alliance, id());
        var home = member(alliance, id());
        var second = seconded(home, id());
        var goal = goal(alliance, reader.person());
        var ofHome = submitted(home, goal, "Given at home");
        var ofSecond = submitted(second, goal, "Given besides");
        for (var login : new Someone[] {home, second, reader}) {
            assertThat(organization(login, ofHome)).isEqualTo(home.organization());
            assertThat(organization(login, ofSecond)).isEqualTo(second.organization());
        }
        assertThat(read(reader, "/contributions/" + ofSecond).get("author").asString())
                .isEqualTo(home.person().toString());
    }

    @Test
    void nobody_answers_the_work_of_a_firm_of_theirs_with_the_login_of_the_other() {
        var alliance = alliance();
        var home = member(alliance, id());
        var colleague = member(alliance, home.organization());
        var second = seconded(home, id());
        var hosts = member(alliance, second.organization());
        var goal = goal(alliance, home.person());
        var own = submitted(home, goal, "Own work");
        var colleagues = submitted(colleague, goal, "A colleague's work");
        var ofHost = submitted(hosts, goal, "A host's work");
        for (var work : new UUID[] {own, colleagues}) {
            refused(second, work);
        }
        refused(home, ofHost);
        assertThat(turn(hosts, own))
                .as("asked of whom is of neither firm")
                .containsExactly(hosts.person());
        assertThat(turn(hosts, ofHost)).containsExactly(colleague.person());
        var third = member(alliance, id());
        put(third, "/contributions/" + own + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void what_is_asked_is_handed_to_nobody_of_the_authors_firm_with_whichever_login() {
        var alliance = alliance();
        var author = member(alliance, id());
        var asked = member(alliance, id());
        var work = submitted(author, goal(alliance, asked.person()), "Handed to whom");
        seconded(author, id());
        var besides = member(alliance, id());
        seconded(besides, author.organization());
        for (var named : new Someone[] {author, besides}) {
            put(
                            asked,
                            "/contributions/" + work + "/handovers/" + id(),
                            "{\"person\":\"" + named.person() + "\"}")
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:commonweal:refusal:ask-own-firm");
        }
        assertThat(turn(author, work)).containsExactly(asked.person());
    }

    @Test
    void who_comes_to_a_second_firm_is_asked_no_longer_for_its_work() {
        var alliance = alliance();
        var author = member(alliance, id());
        var asked = member(alliance, id());
        var other = member(alliance, id());
        var work = submitted(author, goal(alliance, asked.person()), "Of the second firm");
        assertThat(turn(author, work)).containsExactly(asked.person());
        seconded(asked, author.organization());
        bus.send(
                "membership.member-seconded.v1",
                alliance,
                asked.person(),
                Map.of(
                        "person", asked.person(),
                        "home", asked.organization(),
                        "organization", author.organization(),
                        "secondment", id()));
        await(() -> assertThat(turn(author, work)).containsExactly(other.person()));
    }

    @Test
    void the_second_firm_leaves_as_a_whole_and_what_is_asked_of_the_person_stays() {
        var alliance = alliance();
        var author = member(alliance, id());
        var home = member(alliance, id());
        var second = seconded(home, id());
        member(alliance, id());
        var work = submitted(author, goal(alliance, home.person()), "Asked of a person");
        standing(second, "ENDED", false, 3);
        await(() -> get(second, "/needed-of-me").expectStatus().isNotFound());
        bus.send(
                "membership.organization-left.v1",
                alliance,
                second.organization(),
                Map.of("organization", second.organization(), "people", 1));
        assertThat(goal(alliance, home.person())).as("all before it is taken in").isNotNull();
        assertThat(turn(author, work)).containsExactly(home.person());
        get(home, "/needed-of-me").expectStatus().isOk();
    }

    /** As membership-service tells it: a standing of its own, beside the one at home. */
    private Someone seconded(Someone home, UUID to) {
        var second = new Someone(home.alliance(), home.person(), to, home.subject() + "-besides");
        standing(second, "ACTIVE", false, 2);
        await(() -> get(second, "/needed-of-me").expectStatus().isOk());
        get(home, "/needed-of-me").expectStatus().isOk();
        return second;
    }

    private void refused(Someone login, UUID work) {
        put(login, "/contributions/" + work + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:acknowledgement-by-own-firm");
    }

    private List<UUID> turn(Someone reader, UUID work) {
        return read(reader, "/contributions/" + work)
                .get("turn")
                .valueStream()
                .map(person -> UUID.fromString(person.asString()))
                .toList();
    }

    private UUID organization(Someone reader, UUID work) {
        return UUID.fromString(
                read(reader, "/contributions/" + work).get("organization").asString());
    }
}
