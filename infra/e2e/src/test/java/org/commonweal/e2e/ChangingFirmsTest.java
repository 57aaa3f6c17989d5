package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.e2e.OwnFirms.firm;
import static org.commonweal.e2e.OwnFirms.person;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/**
 * Scene vii through the gateway: in the middle of a ballot a firm's delegate takes up another
 * firm's offer with the login that this one gave out. Each firm keeps what is its own: seats, vote,
 * credit and what only its people may read.
 */
@ExtendWith(Platform.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangingFirmsTest {

    private static final Duration FIRST_BALLOT = Duration.ofSeconds(30);
    private static final Duration BALLOT = Duration.ofSeconds(75);
    private static final String REASON = "You have argued what our firm argues badly.";

    private static final Firm HARBOUR = firm("harbour", "Harbour Chambers");
    private static final Firm MEADOW = firm("meadow", "Meadow & Partners");
    private static final Firm SUMMIT = firm("summit", "Summit Counsel");
    private static final DemoAlliance FIRMS =
            new DemoAlliance(
                    "Three that change",
                    "three-that-change",
                    "Europe/Vienna",
                    List.of(HARBOUR, MEADOW, SUMMIT),
                    List.of(
                            person(SUMMIT, "Cleo", "Marsh"),
                            person(HARBOUR, "Ada", "Varga"),
                            person(HARBOUR, "Ben", "Okafor"),
                            person(MEADOW, "Bea", "Lund"),
                            person(MEADOW, "Ada", "Varga")));

    private final OwnFirms firms;
    private final YoungAlliance alliance = new YoungAlliance();
    private final Member chair;
    private final Member mover;
    private final Member heir;
    private final Member official;
    private final Member arrived;

    ChangingFirmsTest(Platform platform) {
        firms = new OwnFirms(platform, FIRMS);
        chair = firms.member(0);
        mover = firms.member(1);
        heir = firms.member(2);
        official = firms.member(3);
        arrived = firms.member(4);
    }

    @AfterAll
    void end() {
        firms.close();
    }

    @Test
    void a_delegate_changes_firms_in_the_middle_of_a_ballot_and_each_firm_keeps_its_own()
            throws IOException {
        gather();
        ratify();
        var goal = alliance.goal(chair);
        var piece = acknowledged(mover, goal, 1);
        var person = mover.id();
        var inner = offered(mover, chair.id());
        assertThat(mover.status(at("/moves/" + inner))).isEqualTo(200);
        var ballot = ballot();
        alliance.vote(mover, ballot, "YES");

        move(person);

        assertThat(arrived.id()).isEqualTo(person);
        theOldFirmHasAnotherDelegate(person);
        theOldLoginOpensNothing();
        whatIsTheOldFirmsIsHiddenFromThePerson(inner);
        theNewFirmHasNoSeatForAnother();
        oneVoteIsCountedForEachFirm(ballot, person);
        creditIsTheFirmsOfTheDay(piece, acknowledged(arrived, goal, 2));
    }

    private String at(String path) {
        return alliance.at(path);
    }

    private void gather() {
        alliance.found(chair);
        alliance.enroll(chair, List.of(mover, official));
        var invited = List.of(mover, heir, official);
        alliance.invite(chair, invited);
        invited.forEach(alliance::accept);
    }

    private void ratify() {
        var draft = ClientIds.next();
        alliance.draft(chair, draft);
        var proposal = ClientIds.next();
        alliance.propose(chair, proposal, FIRST_BALLOT, "purpose", draft);
        for (var voter : List.of(chair, mover, official)) {
            alliance.vote(voter, proposal, "YES");
        }
        assertThat(alliance.closed(chair, proposal).get("state").asString()).isEqualTo("ADOPTED");
    }

    /** A piece of work that a third firm has answered, so that it is credited. */
    private UUID acknowledged(Member author, UUID goal, int credit) {
        var piece = ClientIds.next();
        author.submit(at(""), goal, piece);
        chair.acknowledge(at(""), piece);
        Awaitility.await("credit for " + piece)
                .atMost(Platform.PATIENCE)
                .until(() -> author.get(at("/ledger/mine")).get("balance").asInt() == credit);
        return piece;
    }

    /** Of the offerer's firm, which its officials and the person alone can read. */
    private UUID offered(Member offerer, UUID person) {
        var move = ClientIds.next();
        offerer.put(at("/moves/" + move), move, offer(person));
        return move;
    }

    private static Map<String, ?> offer(UUID person) {
        return Map.of("person", person, "reason", REASON);
    }

    private UUID ballot() {
        var change = ClientIds.next();
        alliance.propose(
                chair,
                change,
                BALLOT,
                "rules",
                Map.of(
                        "title",
                        "More firms must vote",
                        "reason",
                        "Two of three is enough for nothing.",
                        "change",
                        Map.of(
                                "rules",
                                List.of(Map.of("matter", "RULES", "quorumPerMillion", 900_000)))));
        return change;
    }

    /** The cap acts twice: when the offer is made, and when it is taken up. */
    private void move(UUID person) throws IOException {
        setSeats(1);
        var id = ClientIds.next();
        assertRefused("seats-taken", official.refused(409, at("/moves/" + id), id, offer(person)));
        setSeats(2);
        var move = offered(official, person);
        var code =
                mover.put(at("/moves/" + move + "/agreement"), ClientIds.next(), Map.of())
                        .get("code")
                        .asString();
        arrived.get("/api/me");
        var door = at("/moves/" + move + "/acceptance");
        var said = Map.of("code", code);
        setSeats(1);
        assertRefused("seats-taken", arrived.refused(409, door, ClientIds.next(), said));
        setSeats(2);
        var moved = arrived.put(door, ClientIds.next(), said);
        assertThat(moved.get("from").asString()).isEqualTo(id(HARBOUR));
        assertThat(moved.get("organization").asString()).isEqualTo(id(MEADOW));
        assertThat(moved.get("delegate").asBoolean()).isFalse();
    }

    private void setSeats(int seats) {
        official.put(
                at("/organizations/" + id(MEADOW) + "/seats"),
                ClientIds.next(),
                Map.of("seats", seats));
    }

    private void theOldFirmHasAnotherDelegate(UUID person) {
        var firm = heir.get(at("/organizations/" + id(HARBOUR)));
        assertThat(firm.get("members").asInt()).isEqualTo(1);
        assertThat(firm.get("officials")).hasSize(1);
        var successor = firm.get("officials").get(0);
        assertThat(successor.get("person").asString()).isEqualTo("" + heir.id());
        assertThat(successor.get("delegate").asBoolean()).isTrue();
        assertThat(successor.get("administrator").asBoolean()).isTrue();
        var history = heir.get(at("/people/" + person)).get("affiliations");
        assertThat(all(history, "organization")).containsExactly(id(MEADOW), id(HARBOUR));
    }

    private void theOldLoginOpensNothing() throws IOException {
        var doors = List.of("", "/people", "/moves", "/purpose", "/contributions", "/ledger/mine");
        for (var door : doors) {
            Awaitility.await("no way back to " + door)
                    .atMost(Platform.PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> mover.status(at(door)) == 404);
        }
        assertThat(mover.get("/api/me").get("alliances")).isEmpty();
    }

    private void whatIsTheOldFirmsIsHiddenFromThePerson(UUID inner) throws IOException {
        assertThat(heir.status(at("/moves/" + inner))).isEqualTo(200);
        assertThat(arrived.status(at("/moves/" + inner))).isEqualTo(404);
        var body = arrived.get(at("/organizations/" + id(HARBOUR)));
        assertThat(body.get("inner").isNull()).isTrue();
        assertThat(heir.get(at("/organizations/" + id(HARBOUR))).get("inner").isNull()).isFalse();
        assertThat(arrived.status(at("/organizations/mine/login"))).isEqualTo(403);
        assertThat(heir.status(at("/organizations/mine/login"))).isEqualTo(200);
    }

    private void theNewFirmHasNoSeatForAnother() throws IOException {
        assertThat(arrived.get(at("/organizations/" + id(MEADOW))).get("members").asInt())
                .isEqualTo(2);
        var id = ClientIds.next();
        assertRefused(
                "seats-taken", official.refused(409, at("/moves/" + id), id, offer(heir.id())));
    }

    private void oneVoteIsCountedForEachFirm(UUID ballot, UUID person) throws IOException {
        var path = at("/proposals/" + ballot);
        assertThat(arrived.get(path).at("/mine/mayVote").asBoolean()).isFalse();
        assertRefused(
                "not-a-delegate",
                arrived.refused(
                        403, alliance.ballot(ballot), ClientIds.next(), Map.of("choice", "NO")));
        Awaitility.await("the successor may vote, and finds the firm's vote cast")
                .atMost(Platform.PATIENCE)
                .until(() -> heir.get(path).at("/mine/mayVote").asBoolean());
        assertThat(heir.get(path).at("/mine/choice").asString()).isEqualTo("YES");
        alliance.vote(official, ballot, "NO");
        alliance.vote(chair, ballot, "YES");
        var closed = alliance.closed(chair, ballot);
        assertThat(closed.at("/count/yes").asInt()).isEqualTo(2);
        assertThat(closed.at("/count/no").asInt()).isEqualTo(1);
        assertThat(closed.get("electorate")).hasSize(3);
        for (var elector : closed.get("electorate")) {
            if (elector.get("organization").asString().equals(id(HARBOUR))) {
                assertThat(elector.get("choice").asString()).isEqualTo("YES");
                assertThat(elector.get("by").asString()).isEqualTo("" + person);
            }
        }
    }

    private void creditIsTheFirmsOfTheDay(UUID before, UUID after) {
        var firmOf = Map.of("" + before, id(HARBOUR), "" + after, id(MEADOW));
        for (var entry : arrived.get(at("/ledger/mine")).get("entries")) {
            assertThat(entry.get("organization").asString())
                    .isEqualTo(firmOf.get(entry.get("contribution").asString()));
        }
        var group = chair.get(at("/ledger/group"));
        assertThat(all(group.get("organizations"), "organization"))
                .containsExactlyInAnyOrder(id(HARBOUR), id(MEADOW));
        assertThat(all(group.get("organizations"), "amount")).containsExactly("1", "1");
        assertThat(arrived.get(at("/contributions/" + before)).get("organization").asString())
                .isEqualTo(id(HARBOUR));
    }

    private String id(Firm firm) {
        return alliance.firm(firm.slug()).toString();
    }

    private static void assertRefused(String kebab, JsonNode problem) {
        assertThat(problem.get("type").asString()).isEqualTo("urn:commonweal:refusal:" + kebab);
    }

    private static List<String> all(JsonNode items, String field) {
        var values = new ArrayList<String>();
        items.forEach(item -> values.add(item.get(field).asString()));
        return values;
    }
}
