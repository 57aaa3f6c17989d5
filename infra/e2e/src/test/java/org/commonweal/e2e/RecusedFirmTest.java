package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.e2e.OwnFirms.firm;
import static org.commonweal.e2e.OwnFirms.person;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.local.ClientIds;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Scene iii through the gateway: three firms ratify a purpose, each with one vote, and one of them
 * leaves it to the others. Without it the quorum is another, and everybody reads why.
 */
@ExtendWith(Platform.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecusedFirmTest {

    private static final Duration BALLOT = Duration.ofSeconds(45);
    private static final String REASON = "We are asked to measure it, so we do not decide it.";

    private static final Firm QUAY = firm("quay", "Quay Chambers");
    private static final Firm GROVE = firm("grove", "Grove & Partners");
    private static final Firm RIDGE = firm("ridge", "Ridge Counsel");
    private static final DemoAlliance FIRMS =
            new DemoAlliance(
                    "Three that decide",
                    "three-that-decide",
                    "Europe/Vienna",
                    List.of(QUAY, GROVE, RIDGE),
                    List.of(
                            person(RIDGE, "Cleo", "Marsh"),
                            person(QUAY, "Ada", "Varga"),
                            person(GROVE, "Bea", "Lund")));

    private final OwnFirms firms;
    private final YoungAlliance alliance = new YoungAlliance();
    private final Member chair;
    private final Member torn;
    private final Member other;

    RecusedFirmTest(Platform platform) {
        firms = new OwnFirms(platform, FIRMS);
        chair = firms.member(0);
        torn = firms.member(1);
        other = firms.member(2);
    }

    @AfterAll
    void end() {
        firms.close();
    }

    @Test
    void a_purpose_is_ratified_by_the_firms_and_one_leaves_it_to_the_others() throws IOException {
        gather();
        var draft = ClientIds.next();
        alliance.draft(chair, draft);
        var proposal = ClientIds.next();
        alliance.propose(chair, proposal, BALLOT, "purpose", draft);
        alliance.vote(torn, proposal, "NO");
        recuse(proposal);
        var vote = ClientIds.next();
        var refusal = torn.refused(409, alliance.ballot(proposal), vote, Map.of("choice", "NO"));
        assertThat(refusal.get("type").asString()).isEqualTo("urn:commonweal:refusal:recused");
        alliance.vote(chair, proposal, "YES");
        var closed = alliance.closed(other, proposal);
        assertThat(closed.get("state").asString()).isEqualTo("ADOPTED");
        assertThat(closed.at("/count/electorate").asInt()).isEqualTo(2);
        assertThat(closed.at("/count/no").asInt()).isZero();
        assertThat(closed.at("/count/yes").asInt()).isEqualTo(1);
        everybodyReadsWhy(proposal);
    }

    private void gather() {
        alliance.found(chair);
        alliance.enroll(chair, List.of(torn, other));
        var invited = List.of(torn, other);
        alliance.invite(chair, invited);
        invited.forEach(alliance::accept);
    }

    private void recuse(UUID proposal) {
        var recused =
                torn.put(
                        alliance.at("/proposals/" + proposal + "/recusals/mine"),
                        ClientIds.next(),
                        Map.of("recused", true, "reason", REASON));
        assertThat(recused.at("/mine/why").asString()).isEqualTo("RECUSED");
    }

    private void everybodyReadsWhy(UUID proposal) {
        var firm = alliance.firm(QUAY.slug()).toString();
        for (var elector : other.get(alliance.at("/proposals/" + proposal)).get("electorate")) {
            var recused = elector.get("organization").asString().equals(firm);
            assertThat(elector.path("recusal").asString("")).isEqualTo(recused ? REASON : "");
        }
        Awaitility.await("the activity tells it")
                .atMost(Platform.PATIENCE)
                .until(() -> other.get(alliance.at("/activity")).toString().contains("recused"));
    }
}
