package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A delegate who is away names a colleague, who takes it up by the own act. */
class DeputiesTest extends MembershipTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void a_delegate_names_a_deputy_who_takes_it_up_and_the_delegate_ends_it() {
        var house = new Firm("absent");
        var delegate = house.member("Ada Delegate");
        var colleague = house.member("Bo Colleague");
        var deputy = id();
        var body = naming(personOf(colleague), Instant.now(), WEEK);
        put(delegate, "/deputies/" + deputy, body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("NAMED")
                .jsonPath("$.delegate")
                .isEqualTo(personOf(delegate).toString())
                .jsonPath("$.person")
                .isEqualTo(personOf(colleague).toString());
        put(delegate, "/deputies/" + deputy, body).expectStatus().isOk();
        put(delegate, "/deputies/" + deputy + "/acceptance", "{}").expectStatus().isNotFound();
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            put(colleague, "/deputies/" + deputy + "/acceptance", "{}", key)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("ACCEPTED");
        }
        refused(colleague, "/deputies/" + deputy + "/declination", "{}", "deputy-over");
        get(colleague, "/deputies").expectBody().jsonPath("$.items[0].state").isEqualTo("ACCEPTED");
        put(delegate, "/deputies/" + deputy + "/end", "{}").expectStatus().isOk();
        refused(delegate, "/deputies/" + deputy + "/end", "{}", "deputy-over");
        assertThat(journal("membership.deputy-changed.v1", deputy).lines().toList())
                .hasSize(3)
                .satisfies(told -> assertThat(told.get(0)).contains("NAMED", "\"version\": 1"))
                .satisfies(told -> assertThat(told.get(1)).contains("ACCEPTED", "\"version\": 2"))
                .satisfies(told -> assertThat(told.get(2)).contains("ENDED", "\"version\": 3"));
    }

    @Test
    void only_a_delegate_names_and_only_a_colleague_for_a_time_that_can_be() {
        var house = new Firm("refusing");
        var delegate = house.member("Ada Delegate");
        var colleague = house.member("Bo Colleague");
        var second = house.member("Cy Second");
        put(
                        delegate,
                        house.path("/roles/" + personOf(second)),
                        "{\"administrator\":false,\"delegate\":true}")
                .expectStatus()
                .isOk();
        var now = Instant.now();
        var person = personOf(colleague);
        named(colleague, naming(personOf(second), now, WEEK), "not-a-delegate");
        named(delegate, naming(personOf(delegate), now, WEEK), "deputy-no-colleague");
        named(delegate, naming(personOf(member("Dan Other")), now, WEEK), "deputy-no-colleague");
        named(delegate, naming(personOf(second), now, WEEK), "deputy-is-delegate");
        named(delegate, naming(person, now, Duration.ofDays(93)), "deputy-dates");
        named(delegate, naming(person, now, WEEK.negated()), "deputy-dates");
        named(delegate, naming(person, now.minus(WEEK.multipliedBy(2)), WEEK), "deputy-dates");
        var deputy = id();
        put(delegate, "/deputies/" + deputy, naming(person, now, WEEK)).expectStatus().isCreated();
        named(delegate, naming(person, now.plus(Duration.ofDays(3)), WEEK), "deputy-named");
        put(delegate, "/deputies/" + deputy, naming(personOf(second), now, WEEK))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void nobody_else_answers_or_ends_it_and_other_firms_read_nothing() {
        var house = new Firm("private");
        var delegate = house.member("Ada Delegate");
        var colleague = house.member("Bo Colleague");
        var third = house.member("Cy Third");
        var deputy = id();
        put(delegate, "/deputies/" + deputy, naming(personOf(colleague), Instant.now(), WEEK))
                .expectStatus()
                .isCreated();
        for (var other : new Someone[] {third, founder}) {
            for (var act : new String[] {"/acceptance", "/declination", "/end"}) {
                put(other, "/deputies/" + deputy + act, "{}").expectStatus().isNotFound();
            }
        }
        get(third, "/deputies").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get(founder, "/deputies").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        put(colleague, "/deputies/" + deputy + "/declination", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DECLINED");
        refused(colleague, "/deputies/" + deputy + "/acceptance", "{}", "deputy-over");
        put(delegate, "/deputies/" + id(), naming(personOf(third), Instant.now(), WEEK))
                .expectStatus()
                .isCreated();
    }

    private void named(Someone delegate, String body, String kebab) {
        refused(delegate, "/deputies/" + id(), body, kebab);
    }

    private static String naming(UUID person, Instant from, Duration time) {
        return "{\"person\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(person, from, from.plus(time));
    }
}
