package org.commonweal.contribution;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has not accepted what acting requires by now reads everything and writes nothing. */
class OutdatedAgreementTest extends ContributionTest {

    @Test
    void an_older_acceptance_leaves_reading_from_the_stated_date_until_the_newer_one() {
        var alliance = alliance();
        var firm = id();
        var member = member(alliance, firm);
        var other = member(alliance, firm);
        var goal = goal(alliance, member.person());
        var agreement = id();
        bus.writeAgreement(alliance, agreement, 1, Instant.now().minusSeconds(60), "READING");
        accepted(alliance, agreement, 1, member.person());
        accepted(alliance, agreement, 1, other.person());
        await(() -> count(alliance, "accepted_agreement", 2));
        submitted(member, goal, "Under the first version");

        bus.writeAgreement(alliance, agreement, 2, Instant.now().plusSeconds(600), "READING");
        bus.writeAgreement(alliance, agreement, 3, Instant.now().minusSeconds(1), "EVERYTHING");
        accepted(alliance, agreement, 2, other.person());
        await(() -> count(alliance, "accepted_agreement WHERE version = 2", 1));
        submitted(member, goal, "Announced only, and said again in better words");

        bus.writeAgreement(alliance, agreement, 4, Instant.now().minusSeconds(1), "READING");
        await(() -> count(alliance, "required_agreement", 3));
        var repeated = id();
        refused(
                put(member, "/contributions/" + repeated, contribution(goal, "Too early")),
                403,
                "agreement-outdated");
        get(member, "/contributions/" + repeated).expectStatus().isNotFound();
        get(member, "/contributions").expectStatus().isOk();
        get(member, "/needed-of-me").expectStatus().isOk();

        accepted(alliance, agreement, 4, member.person());
        // An older acceptance that comes again takes nothing back.
        accepted(alliance, agreement, 1, member.person());
        await(() ->
                put(member, "/contributions/" + repeated, contribution(goal, "Too early"))
                        .expectStatus()
                        .isCreated());
        refused(
                put(other, "/contributions/" + id(), contribution(goal, "For nobody else")),
                403,
                "agreement-outdated");
    }

    @Test
    void another_alliance_and_whoever_has_no_standing_are_not_concerned() {
        var here = alliance();
        var agreement = id();
        bus.writeAgreement(here, agreement, 1, Instant.now().minusSeconds(60), "READING");
        var elsewhere = alliance();
        var member = member(elsewhere, id());
        var goal = goal(elsewhere, member.person());
        await(() -> count(here, "required_agreement", 1));
        submitted(member, goal, "In an alliance without agreements");
        var stranger = someone(here, id());
        refused(
                put(stranger, "/contributions/" + id(), contribution(goal, "By nobody")),
                404,
                "not-found");
    }

    private void accepted(UUID alliance, UUID agreement, long version, UUID person) {
        tell(
                "membership.agreement-accepted.v1",
                alliance,
                agreement,
                Map.of("agreement", agreement, "version", version, "person", person));
    }
}
