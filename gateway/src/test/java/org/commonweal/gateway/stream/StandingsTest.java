package org.commonweal.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.commonweal.gateway.login.Login;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private static final Login HOME = new Login("https://id.example", "home");
    private static final Login WORK = new Login("https://id.example", "work");

    private final UUID alliance = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID organization = UUID.randomUUID();
    private final Standings standings = new Standings();

    @Test
    void every_login_of_a_person_stands_as_that_person() {
        var effect = standings.apply(home(), active(1, HOME, WORK));

        assertThat(effect.gained()).containsExactlyInAnyOrder(HOME, WORK);
        assertThat(effect.lost()).isEmpty();
        assertThat(standings.standing(WORK, alliance))
                .isEqualTo(new Standing(person, organization));
        assertThat(standings.standing(WORK, UUID.randomUUID())).isNull();
        assertThat(standings.alliances(HOME)).containsExactly(alliance);
    }

    @Test
    void a_login_that_is_taken_away_stands_no_more() {
        standings.apply(home(), active(1, HOME, WORK));

        var effect = standings.apply(home(), active(2, HOME));

        assertThat(effect.lost()).containsExactly(WORK);
        assertThat(effect.gained()).isEmpty();
        assertThat(standings.standing(WORK, alliance)).isNull();
    }

    @Test
    void an_end_is_not_undone_by_an_older_state_that_comes_late() {
        standings.apply(home(), active(1, HOME));
        var ended = new StandingChanged(person, organization, "ENDED", 3, List.of(HOME));
        assertThat(standings.apply(home(), ended).lost()).containsExactly(HOME);

        assertThat(standings.apply(home(), active(2, HOME)).gained()).isEmpty();

        assertThat(standings.standing(HOME, alliance)).isNull();
        assertThat(standings.alliances(HOME)).isEmpty();
    }

    /** Claim A8: a guest reads one thing, and nothing of the alliance is told to it. */
    @Test
    void a_guest_stands_nowhere_and_a_member_who_becomes_one_no_more() {
        standings.apply(home(), active(1, HOME));
        var guest = new StandingChanged(person, organization, "GUEST", 2, List.of(HOME));

        assertThat(standings.apply(home(), guest).lost()).containsExactly(HOME);

        assertThat(standings.standing(HOME, alliance)).isNull();
        assertThat(standings.alliances(HOME)).isEmpty();
        assertThat(standings.apply(home(), active(3, HOME)).gained()).containsExactly(HOME);
    }

    @Test
    void who_moves_hears_what_is_the_new_firms_by_the_new_login_alone() {
        UUID another = UUID.randomUUID();
        standings.apply(home(), active(1, HOME));
        standings.apply(
                home(), new StandingChanged(person, organization, "ENDED", 2, List.of(HOME)));

        var effect =
                standings.apply(
                        home(), new StandingChanged(person, another, "ACTIVE", 3, List.of(WORK)));

        assertThat(effect.gained()).containsExactly(WORK);
        assertThat(standings.standing(HOME, alliance)).isNull();
        assertThat(standings.standing(WORK, alliance)).isEqualTo(new Standing(person, another));
    }

    @Test
    void who_is_forgotten_here_still_stands_elsewhere() {
        UUID another = UUID.randomUUID();
        standings.apply(home(), active(1, HOME));
        standings.apply(new RecordReader.StandingKey(another, person), active(1, HOME));

        assertThat(standings.forget(home()).lost()).containsExactly(HOME);

        assertThat(standings.alliances(HOME)).containsExactly(another);
    }

    /** Claim E3: one person, two firms, a login of each. */
    @Test
    void who_belongs_to_two_firms_hears_by_each_login_what_is_that_firms() {
        UUID host = UUID.randomUUID();
        var second = new RecordReader.StandingKey(alliance, UUID.randomUUID());
        standings.apply(home(), active(1, HOME));

        standings.apply(second, at(host, "ACTIVE", 2, WORK));

        assertThat(standings.standing(HOME, alliance))
                .isEqualTo(new Standing(person, organization));
        assertThat(standings.standing(WORK, alliance)).isEqualTo(new Standing(person, host));
        assertThat(standings.apply(second, at(host, "ENDED", 3, WORK)).lost())
                .containsExactly(WORK);
        assertThat(standings.standing(HOME, alliance)).isNotNull();
        assertThat(standings.standing(WORK, alliance)).isNull();
    }

    @Test
    void a_second_firm_that_becomes_the_home_is_not_lost_with_the_place_of_before() {
        UUID host = UUID.randomUUID();
        var second = new RecordReader.StandingKey(alliance, UUID.randomUUID());
        standings.apply(home(), active(1, HOME));
        standings.apply(second, at(host, "ACTIVE", 2, WORK));
        standings.apply(home(), at(host, "ACTIVE", 4, WORK));

        assertThat(standings.apply(second, at(host, "ENDED", 3, WORK)).lost()).isEmpty();

        assertThat(standings.standing(WORK, alliance)).isEqualTo(new Standing(person, host));
        assertThat(standings.standing(HOME, alliance)).isNull();
    }

    private RecordReader.StandingKey home() {
        return new RecordReader.StandingKey(alliance, person);
    }

    private StandingChanged at(UUID firm, String state, long version, Login... logins) {
        return new StandingChanged(person, firm, state, version, List.of(logins));
    }

    private StandingChanged active(long version, Login... logins) {
        return new StandingChanged(person, organization, "ACTIVE", version, List.of(logins));
    }
}
