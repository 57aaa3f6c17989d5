package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.Canaries;
import org.junit.jupiter.api.Test;

/**
 * Another purpose is another community: whom it affects is said before, and it begins with none.
 */
class ForkTest extends PurposeTest {

    @Test
    void whoever_prepares_a_fork_reads_whom_it_would_leave_behind() {
        var founder = delegate(alliance());
        var tied = delegate(founder.alliance());
        var third = member(founder.alliance(), id());
        ratified(founder, tied);
        var goal = goal(tied);
        mutual(founder, tied);
        var open = ballot(tied, "rules", rules("Rules", Map.of("quorumPerMillion", 1)));
        await(() -> assertThat(column(founder.alliance(), "SELECT 1 FROM tie")).hasSize(2));
        var fork = id();
        put(founder, "/forks/" + fork, FORK)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.changes[0]")
                .isEqualTo("SCOPE")
                .jsonPath("$.changes.length()")
                .isEqualTo(3)
                .jsonPath("$.impact.members")
                .isEqualTo(2)
                .jsonPath("$.impact.ties")
                .isEqualTo(1)
                .jsonPath("$.impact.people[0].person")
                .isEqualTo(tied.person().toString())
                .jsonPath("$.impact.people[0].delegate")
                .isEqualTo(true)
                .jsonPath("$.impact.people[0].ties")
                .isEqualTo(1)
                .jsonPath("$.impact.people[0].goals")
                .isEqualTo(1)
                .jsonPath("$.impact.people[1].person")
                .isEqualTo(third.person().toString())
                .jsonPath("$.impact.people[1].ties")
                .isEqualTo(0)
                .jsonPath("$.impact.goals[0].goal")
                .isEqualTo(goal.toString())
                .jsonPath("$.impact.goals[0].owner")
                .isEqualTo(tied.person().toString())
                .jsonPath("$.impact.ballots[0].proposal")
                .isEqualTo(open.toString())
                .jsonPath("$.foundedAs")
                .isEqualTo(null);
        put(founder, "/forks/" + fork, FORK).expectStatus().isOk();
        var other = new HashMap<>(FORK);
        other.put("title", "Another one");
        refused(put(founder, "/forks/" + fork, other), 409, "id-taken");
        get(third, "/forks/" + fork).expectBody().jsonPath("$.impact.members").isEqualTo(2);
        get(third, "/forks")
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(fork.toString())
                .jsonPath("$.items[0].impact")
                .isEqualTo(null);
    }

    @Test
    void a_fork_changes_something_of_a_ratified_purpose() {
        var one = delegate(alliance());
        refused(put(one, "/forks/" + id(), FORK), 409, "purpose-not-ratified");
        ratified(one, delegate(one.alliance()));
        var same = new HashMap<>(COMPLETE);
        same.put("reason", "None");
        refused(put(one, "/forks/" + id(), same), 422, "fork-changes-nothing");
        same.put("eligibility", "Courts, too");
        put(one, "/forks/" + id(), same)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.changes[0]")
                .isEqualTo("ELIGIBILITY");
    }

    @Test
    void what_is_founded_of_it_has_the_words_as_a_draft_once_and_nothing_else() {
        var founder = delegate(alliance());
        ratified(founder, delegate(founder.alliance()));
        var fork = id();
        put(founder, "/forks/" + fork, FORK).expectStatus().isCreated();
        var before = stands(founder.alliance());
        var founded = id();
        var event = id();
        for (var times = 0; times < 2; times++) {
            bus.send(
                    event,
                    "membership.alliance-founded.v1",
                    founded,
                    founded,
                    founded(founded, founder, fork));
        }
        var there = new Someone(founded, founder.person(), id(), founder.subject());
        standing(there, "ACTIVE", true, 1);
        sees(there, 200);
        get(there, "/purpose")
                .expectBody()
                .jsonPath("$.active")
                .isEqualTo(null)
                .jsonPath("$.drafts.length()")
                .isEqualTo(1)
                .jsonPath("$.drafts[0].title")
                .isEqualTo("A court of our own")
                .jsonPath("$.drafts[0].state")
                .isEqualTo("DRAFT")
                .jsonPath("$.drafts[0].deadline")
                .isEqualTo("2028-03-31");
        get(there, "/lineage")
                .expectBody()
                .jsonPath("$.origin.alliance")
                .isEqualTo(founder.alliance().toString())
                .jsonPath("$.origin.fork")
                .isEqualTo(fork.toString());
        get(there, "/stage").expectBody().jsonPath("$.stage").isEqualTo("NETWORK");
        get(founder, "/forks/" + fork)
                .expectBody()
                .jsonPath("$.foundedAs")
                .isEqualTo(founded.toString());
        get(founder, "/lineage").expectBody().jsonPath("$.origin").isEqualTo(null);
        assertThat(stands(founder.alliance())).isEqualTo(before);
        assertThat(column(founded, "SELECT person_id FROM standing"))
                .containsExactly(founder.person().toString());
        for (var table : List.of("goal", "proposal", "tie", "given", "check_in", "fork")) {
            assertThat(column(founded, "SELECT 1 FROM " + table)).as(table).isEmpty();
        }
        assertThat(column(founded, "SELECT type FROM journal"))
                .containsExactlyInAnyOrder("purpose.drafted.v1", "purpose.rulebook-changed.v1");
        assertThat(
                        column(
                                founder.alliance(),
                                "SELECT concat_ws(' ', payload->>'alliance', organization) FROM"
                                        + " journal WHERE type = 'purpose.fork-founded.v1'"))
                .containsExactly(founded + " " + founder.organization());
    }

    @Test
    void an_unknown_fork_founds_nothing_here() {
        var founder = delegate(alliance());
        var founded = id();
        bus.send(
                id(),
                "membership.alliance-founded.v1",
                founded,
                founded,
                founded(founded, founder, id()));
        var there = new Someone(founded, founder.person(), id(), founder.subject());
        standing(there, "ACTIVE", true, 1);
        sees(there, 200);
        get(there, "/purpose").expectBody().jsonPath("$.drafts.length()").isEqualTo(0);
        get(there, "/lineage").expectBody().jsonPath("$.origin").isEqualTo(null);
    }

    @Test
    void members_of_other_classes_read_and_nobody_else_does() {
        var one = delegate(alliance());
        ratified(one, delegate(one.alliance()));
        var fork = id();
        put(one, "/forks/" + fork, FORK).expectStatus().isCreated();
        var customer = someone(one.alliance(), id());
        standing(customer, new As("CUSTOMER", null, "ACTIVE", false), 1);
        sees(customer, 200);
        get(customer, "/forks/" + fork).expectStatus().isOk();
        refused(put(customer, "/forks/" + id(), FORK), 403, "class-not-allowed");
        var elsewhere = delegate(alliance());
        get(elsewhere, "/forks/" + fork).expectStatus().isNotFound();
        var stranger = new Someone(one.alliance(), id(), id(), elsewhere.subject());
        get(stranger, "/forks/" + fork).expectStatus().isNotFound();
        get(stranger, "/lineage").expectStatus().isNotFound();
        put(stranger, "/forks/" + id(), FORK).expectStatus().isNotFound();
    }

    @Test
    void what_was_prepared_goes_with_whom_prepared_it() {
        var canary = delegate(alliance());
        var other = delegate(canary.alliance());
        ratified(canary, other);
        var words = new HashMap<>(FORK);
        words.replaceAll((part, text) -> part.equals("deadline") ? text : text + " canary-41");
        put(canary, "/forks/" + id(), words).expectStatus().isCreated();
        var canaries = new Canaries(database, "purpose");
        assertThat(canaries.in("canary-41")).isNotEmpty();
        bus.send(
                "membership.person-erased.v1",
                canary.alliance(),
                canary.person(),
                Map.of("person", canary.person(), "work", "KEEP"));
        await(() -> assertThat(canaries.in("canary-41")).isEmpty());
        get(other, "/forks").expectBody().jsonPath("$.items[0].title").isEqualTo("(erased)");
    }

    private static Map<String, Object> founded(UUID alliance, Someone founder, UUID fork) {
        return Map.of(
                "alliance",
                alliance,
                "timeZone",
                "Europe/Lisbon",
                "founder",
                founder.person(),
                "charter",
                Map.of(
                        "quorumPerMillion",
                        500_000,
                        "thresholdPerMillion",
                        666_666,
                        "ballotMinimum",
                        "PT10M"),
                "lineage",
                Map.of("alliance", founder.alliance(), "purpose", id(), "fork", fork));
    }

    private UUID goal(Someone owner) {
        var goal = id();
        put(
                        owner,
                        "/goals/" + goal,
                        Map.of(
                                "title", "A goal",
                                "unit", "days",
                                "baseline", "9",
                                "target", "2",
                                "due", "2027-05-31",
                                "owner", owner.person()))
                .expectStatus()
                .isCreated();
        return goal;
    }

    private void mutual(Someone one, Someone other) {
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            bus.send(
                    "contribution.acknowledged.v1",
                    one.alliance(),
                    id(),
                    Map.of(
                            "contribution",
                            id(),
                            "author",
                            pair.get(0).person(),
                            "by",
                            pair.get(1).person()));
        }
    }

    /** What only decisions change. */
    private List<String> stands(UUID alliance) {
        return column(
                alliance,
                "SELECT concat_ws(' ', p.id, p.version, p.state, p.title, p.goal,"
                        + " (SELECT count(*) FROM standing)) FROM purpose p ORDER BY 1");
    }
}
