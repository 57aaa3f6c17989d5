package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An alliance that came from another one begins with nothing but what authors bring themselves. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class CarryingTest extends ContributionTest {

    private UUID parent;
    private UUID goal;
    private Someone author;
    private Someone other;

    @BeforeAll
    void anAllianceWithWork() {
        parent = alliance();
        author = member(parent, id());
        other = member(parent, id());
        goal = goal(parent, other.person());
    }

    @Test
    void an_author_brings_one_thing_along_and_it_is_history_that_names_where_it_came_from() {
        var piece = submitted(author, goal, "How we number exhibits");
        var kept = submitted(author, goal, "What stays where it is");
        put(other, "/contributions/" + piece + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();
        var here = here(fork(), author);
        count(here.alliance(), "contribution", 0);
        assertThat(read(here, "/carried-over").at("/items").findValuesAsString("id"))
                .contains(piece.toString(), kept.toString());
        assertThat(carried(here, "/" + piece)).isOne();
        assertThat(carried(here, "/" + piece)).isZero();
        count(here.alliance(), "contribution", 1);
        var copy = read(here, "/contributions").at("/items/0");
        assertThat(copy.at("/title").asString()).isEqualTo("How we number exhibits");
        assertThat(copy.at("/state").asString()).isEqualTo("HISTORICAL");
        assertThat(copy.at("/author").asString()).isEqualTo(author.person().toString());
        assertThat(copy.at("/organization").asString()).isEqualTo("" + here.organization());
        var whole = read(here, "/contributions/" + copy.at("/id").asString());
        assertThat(whole.at("/origin/alliance").asString()).isEqualTo(parent.toString());
        assertThat(whole.at("/origin/contribution").asString()).isEqualTo(piece.toString());
        assertThat(whole.at("/body").asString()).contains("and how");
        assertThat(whole.at("/acknowledgements").size()).isZero();
        assertThat(whole.at("/goal").isNull()).isTrue();
        count(here.alliance(), "acknowledgement", 0);
        count(here.alliance(), "due", 0);
        count(here.alliance(), "need", 0);
        assertThat(query(here.alliance(), "SELECT type FROM journal"))
                .containsExactly("contribution.carried-over.v1");
        assertThat(read(author, "/contributions/" + piece).at("/origin").isNull()).isTrue();
        assertThat(read(author, "/contributions/" + piece).at("/state").asString())
                .isEqualTo("ACKNOWLEDGED");
        assertThat(
                        read(here, "/carried-over")
                                .at("/items")
                                .valueStream()
                                .filter(one -> one.at("/id").asString().equals("" + piece))
                                .findFirst()
                                .orElseThrow()
                                .at("/carriedAs")
                                .asString())
                .isEqualTo(copy.at("/id").asString());
    }

    @Test
    void nobody_brings_what_somebody_else_gave() {
        var theirs = submitted(other, goal, "Not mine to bring");
        var here = here(fork(), author);
        refused(put(here, "/carried-over/" + theirs, ""), 403, "not-the-author");
        assertThat(carried(here, "")).isEqualTo(given(author));
        assertThat(
                        query(
                                here.alliance(),
                                "SELECT count(*) FROM contribution WHERE author_id <> '%s'"
                                        .formatted(author.person())))
                .containsExactly("0");
        refused(put(here, "/carried-over/" + id(), ""), 404, "not-found");
    }

    @Test
    void whoever_is_no_member_of_both_brings_nothing() {
        var leaver = member(parent, id());
        var piece = submitted(leaver, goal, "Left behind");
        var here = here(fork(), leaver);
        standing(leaver, "ENDED", false, 2);
        await(() -> get(leaver, "/needed-of-me").expectStatus().isNotFound());
        refused(put(here, "/carried-over/" + piece, ""), 404, "not-found");
        assertThat(carried(here, "")).isZero();
        assertThat(read(here, "/carried-over").at("/items").size()).isZero();
        var outside = new Someone(here.alliance(), id(), id(), author.subject());
        var mine = submitted(author, goal, "Mine, and I am not there");
        refused(put(outside, "/carried-over/" + mine, ""), 404, "not-found");
        refused(get(outside, "/carried-over"), 404, "not-found");
    }

    @Test
    void nothing_is_brought_to_an_alliance_that_came_from_none_or_from_another_one() {
        var piece = submitted(author, goal, "Not to be had elsewhere");
        var elsewhere = here(alliance(), author);
        refused(put(elsewhere, "/carried-over/" + piece, ""), 409, "no-origin");
        refused(put(elsewhere, "/carried-over", ""), 409, "no-origin");
        var ofAnother = here(fork(alliance()), author);
        refused(put(ofAnother, "/carried-over/" + piece, ""), 404, "not-found");
    }

    @Test
    void all_that_is_ones_own_is_brought_at_once_and_each_thing_once_however_often()
            throws Exception {
        var busy = member(parent, id());
        IntStream.range(0, 7).forEach(n -> submitted(busy, goal, "Piece " + n));
        var here = here(fork(), busy);
        Callable<Long> all = () -> carried(here, "");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var sum = 0L;
            for (var one : pool.invokeAll(java.util.List.of(all, all, all, all))) {
                sum += one.get();
            }
            assertThat(sum).isEqualTo(7);
        }
        count(here.alliance(), "contribution", 7);
        count(here.alliance(), "journal", 7);
    }

    @Test
    void what_was_brought_goes_when_its_author_asks_for_it() {
        var canary = member(parent, id());
        var piece = submitted(canary, goal, "canary brought along");
        var here = here(fork(), canary);
        assertThat(carried(here, "/" + piece)).isOne();
        tell(
                "membership.person-erased.v1",
                here.alliance(),
                canary.person(),
                Map.of("person", canary.person(), "work", "ERASE"));
        await(() -> count(here.alliance(), "contribution WHERE title LIKE 'canary%'", 0));
        count(here.alliance(), "journal WHERE CAST(payload AS text) LIKE '%canary%'", 0);
    }

    private UUID fork() {
        return fork(parent);
    }

    private UUID fork(UUID of) {
        var founded = id();
        tell(
                "membership.alliance-founded.v1",
                founded,
                founded,
                Map.of(
                        "alliance",
                        founded,
                        "acknowledgementLimit",
                        "PT48H",
                        "founder",
                        id(),
                        "history",
                        false,
                        "lineage",
                        Map.of("alliance", of, "purpose", id(), "fork", id())));
        return founded;
    }

    /** The same person with the same login, who has joined there with the own firm. */
    private Someone here(UUID alliance, Someone person) {
        return known(new Someone(alliance, person.person(), id(), person.subject()), false);
    }

    private long carried(Someone someone, String what) {
        var body =
                put(someone, "/carried-over" + what, "")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JSON.readTree(String.valueOf(body)).at("/carried").asLong();
    }

    private long given(Someone someone) {
        return Long.parseLong(
                query(
                                someone.alliance(),
                                "SELECT count(*) FROM contribution WHERE author_id = '%s'"
                                        .formatted(someone.person()))
                        .getFirst());
    }
}
