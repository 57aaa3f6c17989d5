package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.TestBus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is asked to answer may leave; the contribution is never left to nobody. */
class AskAnotherTest extends ContributionTest {

    @Test
    void who_leaves_is_asked_no_longer_and_another_is_at_once_within_the_same_time() {
        var alliance = alliance();
        var author = member(alliance, id());
        var colleague = member(alliance, author.organization());
        var owner = member(alliance, id());
        var busy = member(alliance, id());
        var goal = goal(alliance, owner.person());
        var busyGoal = goal(alliance, busy.person());
        submitted(author, busyGoal, "Keeps one busy");
        var id = submitted(author, goal, "Asked of the goal's owner");
        var deadline = read(author, "/contributions/" + id).get("acknowledgeBy");
        assertThat(turn(author, id)).containsExactly(owner.person().toString());

        var left = leaves(owner);
        bus.send(left);
        await(() -> assertThat(turn(author, id)).containsExactly(busy.person().toString()));
        standing(owner, "ENDED", false, 2);
        await(() -> get(owner, "/needed-of-me").expectStatus().isNotFound());

        var need = read(busy, "/needed-of-me").get("items").get(1);
        assertThat(need.get("link").get("id").asString()).isEqualTo(id.toString());
        assertThat(need.get("due")).isEqualTo(deadline);
        assertThat(read(author, "/contributions/" + id).get("acknowledgeBy")).isEqualTo(deadline);
        assertThat(read(colleague, "/needed-of-me").get("items").size())
                .as("nobody of the author's own firm")
                .isZero();
        told(alliance, "closed", owner.person(), 1);
        told(alliance, "opened", owner.person(), 1);
        told(alliance, "opened", busy.person(), 2);

        bus.send(left);
        bus.send(leaves(someone(alliance, id())));
        var after = goal(alliance, busy.person());
        assertThat(after).as("all events before it are taken in").isNotNull();
        told(alliance, "opened", busy.person(), 2);
        put(busy, "/contributions/" + id + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();
        assertThat(turn(author, id)).isEmpty();
    }

    @Test
    void each_contribution_that_was_asked_of_them_is_asked_of_whom_the_least_is_needed() {
        var alliance = alliance();
        var author = member(alliance, id());
        var owner = member(alliance, id());
        var goal = goal(alliance, owner.person());
        var ids =
                List.of(
                        submitted(author, goal, "One"),
                        submitted(author, goal, "Two"),
                        submitted(author, goal, "Three"),
                        submitted(author, goal, "Four"));
        var answered = submitted(author, goal, "Answered before");
        put(owner, "/contributions/" + answered + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();
        var one = member(alliance, id());
        var other = member(alliance, id());
        bus.send(leaves(owner));
        await(() -> {
            assertThat(read(one, "/needed-of-me").get("items").size()).isEqualTo(2);
            assertThat(read(other, "/needed-of-me").get("items").size()).isEqualTo(2);
        });
        for (var id : ids) {
            assertThat(turn(author, id)).hasSize(1).doesNotContain(owner.person().toString());
        }
        assertThat(turn(author, answered)).isEmpty();
    }

    @Test
    void with_nobody_of_another_firm_left_it_stays_open_and_the_clock_asks_who_comes()
            throws SQLException {
        var alliance = alliance();
        var author = delegate(alliance, id());
        var only = delegate(alliance, id());
        var goal = goal(alliance, only.person());
        var early = submitted(author, goal, "Asked again at the reminder");
        var late = submitted(author, goal, "Asked again when the time is over");
        bus.send(leaves(only));
        standing(only, "ENDED", false, 2);
        await(() -> assertThat(turn(author, late)).isEmpty());
        assertThat(turn(author, early)).isEmpty();

        var newcomer = delegate(alliance, id());
        shift("24 hours");
        await(() -> assertThat(turn(author, early)).containsExactly(newcomer.person().toString()));
        await(() -> assertThat(turn(author, late)).containsExactly(newcomer.person().toString()));
        assertThat(
                        query(
                                alliance,
                                "SELECT payload -> 'of' ->> 0 FROM journal WHERE subject = '"
                                        + early
                                        + "' AND type = 'contribution.reminded.v1'"))
                .containsExactly(newcomer.person().toString());
        bus.send(leaves(newcomer));
        standing(newcomer, "ENDED", false, 2);
        await(() -> assertThat(turn(author, late)).isEmpty());

        var last = delegate(alliance, id());
        shift("24 hours");
        await(() -> assertThat(turn(author, late)).containsExactly(last.person().toString()));
        var seen = read(author, "/contributions/" + late);
        assertThat(seen.get("state").asString()).isEqualTo("OPEN");
        assertThat(seen.get("escalatedAt").isNull()).isFalse();
    }

    @Test
    void while_others_are_asked_too_nobody_takes_the_place_of_who_leaves() throws SQLException {
        var alliance = alliance();
        var author = delegate(alliance, id());
        var one = delegate(alliance, id());
        var other = delegate(alliance, id());
        var plain = member(alliance, other.organization());
        var id = submitted(author, goal(alliance, one.person()), "Escalated");
        shift("48 hours");
        await(() ->
                assertThat(turn(author, id))
                        .containsExactlyInAnyOrder(
                                one.person().toString(), other.person().toString()));
        bus.send(leaves(one));
        await(() -> assertThat(turn(author, id)).containsExactly(other.person().toString()));
        told(alliance, "opened", plain.person(), 0);
        bus.send(leaves(other));
        await(() -> assertThat(turn(author, id)).hasSize(1));
    }

    @Test
    void who_moves_to_the_authors_firm_is_asked_no_longer_for_its_work_and_for_others_still() {
        var alliance = alliance();
        var author = member(alliance, id());
        var stranger = member(alliance, id());
        var asked = member(alliance, id());
        var goal = goal(alliance, asked.person());
        var ofNew = submitted(author, goal, "Of the new firm");
        var ofOther = submitted(stranger, goal, "Of another firm");
        assertThat(turn(author, ofNew)).containsExactly(asked.person().toString());
        bus.send(
                "membership.member-moved.v1",
                alliance,
                asked.person(),
                Map.of(
                        "person", asked.person(),
                        "from", asked.organization(),
                        "organization", author.organization()));
        await(() -> assertThat(turn(author, ofNew)).containsExactly(stranger.person().toString()));
        assertThat(turn(author, ofOther)).containsExactly(asked.person().toString());
    }

    @Test
    void when_a_whole_firm_leaves_all_that_was_asked_of_it_is_asked_of_others_once() {
        var alliance = alliance();
        var author = member(alliance, id());
        var firm = id();
        var people = new ArrayList<Someone>();
        var ids = new ArrayList<UUID>();
        for (var n = 0; n < 8; n++) {
            var owner = member(alliance, firm);
            people.add(owner);
            var goal = goal(alliance, owner.person());
            ids.add(submitted(author, goal, "First of " + n));
            ids.add(submitted(author, goal, "Second of " + n));
        }
        var others = List.of(member(alliance, id()), member(alliance, id()));
        var asked = read(people.getFirst(), "/needed-of-me/leaving");
        assertThat(asked.get("ofMe").asInt()).isEqualTo(2);
        assertThat(asked.get("ofAll").asInt()).isEqualTo(16);
        assertThat(asked.get("first").get(0).get("person").asString())
                .isEqualTo(people.getFirst().person().toString());
        assertThat(read(others.getFirst(), "/needed-of-me/leaving").get("ofAll").asInt()).isZero();
        people.forEach(one -> standing(one, "ENDED", false, 2));
        var left = left(alliance, firm);
        bus.send(left);
        bus.send(left);
        await(() ->
                others.forEach(one ->
                        assertThat(read(one, "/needed-of-me").get("items").size()).isEqualTo(8)));
        for (var id : ids) {
            assertThat(turn(author, id)).hasSize(1);
        }
        people.forEach(one -> told(alliance, "opened", one.person(), 2));
        people.forEach(one -> told(alliance, "closed", one.person(), 2));
        others.forEach(one -> told(alliance, "opened", one.person(), 8));
        var told = read(author, "/activity").get("items").get(0);
        assertThat(told.get("type").asString()).isEqualTo("membership.organization-left.v1");
        assertThat(told.get("organization").asString()).isEqualTo(firm.toString());
    }

    /** As moving, for each of them; the firm that is gone then leaves nobody behind. */
    @Test
    void when_a_firm_goes_on_as_another_its_people_are_asked_on_but_for_that_firms_work() {
        var alliance = alliance();
        var author = member(alliance, id());
        var other = member(alliance, id());
        var asked = member(alliance, id());
        var going = asked.organization();
        var goal = goal(alliance, asked.person());
        var ofTheirs = submitted(author, goal, "Of the firm that takes them in");
        var ofOther = submitted(other, goal, "Of another firm");
        var own = submitted(asked, goal(alliance, other.person()), "Of the firm that goes");
        var into = author.organization();
        var merged = new Someone(alliance, asked.person(), into, asked.subject());
        standing(merged, "ACTIVE", false, 3);
        bus.send(
                "membership.member-moved.v1",
                alliance,
                asked.person(),
                Map.of(
                        "person",
                        asked.person(),
                        "from",
                        going,
                        "organization",
                        into,
                        "merger",
                        id()));
        bus.send(
                "membership.organization-left.v1",
                alliance,
                going,
                Map.of("organization", going, "people", 1, "into", into));
        await(() -> assertThat(turn(author, ofTheirs)).containsExactly(other.person().toString()));
        await(() ->
                assertThat(read(author, "/activity").toString())
                        .contains("membership.organization-left.v1", "\"into\":\"" + into + "\""));
        assertThat(turn(author, ofOther)).containsExactly(asked.person().toString());
        assertThat(turn(merged, own)).containsExactly(other.person().toString());
        assertThat(read(author, "/contributions/" + own).get("organization").asString())
                .as("it stays with the firm of the day")
                .isEqualTo(going.toString());
    }

    private static TestBus.Fact left(UUID alliance, UUID firm) {
        return new TestBus.Fact(
                id(),
                "membership.organization-left.v1",
                alliance,
                firm,
                Instant.now(),
                Map.of("organization", firm, "people", 8));
    }

    private static TestBus.Fact leaves(Someone someone) {
        return new TestBus.Fact(
                id(),
                "membership.member-left.v1",
                someone.alliance(),
                someone.person(),
                Instant.now(),
                Map.of(
                        "person",
                        someone.person(),
                        "organization",
                        someone.organization(),
                        "how",
                        "LEFT"));
    }

    private List<String> turn(Someone someone, UUID contribution) {
        return read(someone, "/contributions/" + contribution)
                .get("turn")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private void told(UUID alliance, String what, UUID person, int times) {
        count(
                alliance,
                "journal WHERE type = 'contribution.need-%s.v1' AND payload ->> 'person' = '%s'"
                        .formatted(what, person),
                times);
    }
}
