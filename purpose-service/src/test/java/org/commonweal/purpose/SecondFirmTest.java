package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A delegate who belongs to a second firm besides votes for the home firm, and once (claim E3). */
class SecondFirmTest extends PurposeTest {

    @Test
    void a_delegate_with_a_second_firm_votes_at_home_alone_and_the_second_firm_by_its_own() {
        var alliance = alliance();
        var home = delegate(alliance);
        var host = delegate(alliance);
        var proposal = ballot(host, draft(host));
        var second = seconded(home, host.organization());
        refused(vote(second, proposal, "YES"), 403, "not-a-delegate");
        vote(home, proposal, "NO").expectStatus().isOk();
        vote(host, proposal, "YES").expectStatus().isOk();
        assertThat(
                        column(
                                alliance,
                                "SELECT organization_id || ' ' || choice || ' ' || cast_by"
                                        + " FROM elector WHERE choice IS NOT NULL"))
                .containsExactlyInAnyOrder(
                        home.organization() + " NO " + home.person(),
                        host.organization() + " YES " + host.person());
        assertThat(column(alliance, "SELECT count(*) FROM elector")).containsExactly("2");
    }

    @Test
    void what_is_asked_of_a_delegate_stays_asked_while_a_second_place_begins_and_ends() {
        var alliance = alliance();
        var home = delegate(alliance);
        var host = delegate(alliance);
        ballot(host, draft(host));
        await(() -> assertThat(asked(alliance)).contains(home.person().toString()));
        var secondment = id();
        var second = seconded(home, host.organization(), secondment);
        told(second, secondment, "ENDED", 3);
        sees(second, 404);
        sees(home, 200);
        assertThat(asked(alliance))
                .containsExactlyInAnyOrder(home.person().toString(), host.person().toString());
        standing(home, "ENDED", false, 4);
        await(() -> assertThat(asked(alliance)).containsExactly(host.person().toString()));
    }

    private Someone seconded(Someone home, UUID to) {
        return seconded(home, to, id());
    }

    /** As membership-service tells it: under its own id, beside the standing at home. */
    private Someone seconded(Someone home, UUID to, UUID secondment) {
        var second = new Someone(home.alliance(), home.person(), to, home.subject() + "-besides");
        told(second, secondment, "ACTIVE", 2);
        sees(second, 200);
        sees(home, 200);
        return second;
    }

    private void told(Someone second, UUID secondment, String state, long version) {
        bus.send(
                "membership.standing-changed.v1",
                second.alliance(),
                secondment,
                Map.of(
                        "person",
                        second.person(),
                        "organization",
                        second.organization(),
                        "class",
                        "MEMBER",
                        "state",
                        state,
                        "delegate",
                        false,
                        "version",
                        version,
                        "logins",
                        List.of(Map.of("issuer", tokens.issuer(), "subject", second.subject()))));
    }

    private List<String> asked(UUID alliance) {
        return column(alliance, "SELECT person_id FROM need WHERE open");
    }
}
