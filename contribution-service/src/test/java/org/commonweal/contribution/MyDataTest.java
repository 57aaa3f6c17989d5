package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonweal.platform.test.DataContract;
import org.commonweal.platform.test.PersonColumns;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person takes along what they gave here, also after leaving; nobody else gets it. */
class MyDataTest extends ContributionTest {

    /** Columns that may name a person and are not taken along from here, and why. */
    private static final Map<String, String> NOT_TAKEN =
            Map.ofEntries(
                    Map.entry("accepted_agreement.person_id", "membership-service's to export"),
                    Map.entry("activity.actor_id", "retold from facts that are exported"),
                    Map.entry("activity.subject", "what was done, retold"),
                    Map.entry("alliance.founder", "membership-service's to export"),
                    Map.entry("alliance.parent", "the alliance that it came from"),
                    Map.entry("contribution.answered_by", "the answer is exported as such"),
                    Map.entry("contribution.origin_alliance", "an alliance"),
                    Map.entry("contribution.origin_contribution", "what was brought along"),
                    Map.entry("due.subject", "what a clock waits for"),
                    Map.entry("goal.owner_id", "purpose-service's to export"),
                    Map.entry("journal.actor", "the record of what the tables say"),
                    Map.entry("journal.subject", "the record of what the tables say"),
                    Map.entry("standing.person_id", "membership-service's to export"));

    @Test
    void every_column_that_may_name_a_person_is_exported_or_explained() {
        assertThat(
                        new PersonColumns(database, "contribution")
                                .notExported(
                                        "contribution-service/src/main/java/org/commonweal/contribution/exporting/OwnThings.java"))
                .containsExactlyInAnyOrderElementsOf(NOT_TAKEN.keySet());
    }

    @Test
    void who_has_left_takes_the_own_things_along_and_nobody_else_does() {
        var me = member(alliance(), id());
        var other = member(me.alliance(), id());
        var goal = goal(me.alliance(), other.person());
        var id = submitted(me, goal, "Of my own making");
        var theirs = submitted(other, goal(me.alliance(), me.person()), "Of theirs");
        put(
                        me,
                        "/contributions/" + theirs + "/acknowledgements/" + id(),
                        "{\"note\":\"Well done by you\"}")
                .expectStatus()
                .isCreated();
        var data = mine(me);
        assertThat(data.at("/format").asString()).isEqualTo("commonweal.my-data.contribution.v1");
        assertThat(data.at("/person").asString()).isEqualTo(me.person().toString());
        assertThat(data.at("/contributions").size()).isOne();
        assertThat(data.at("/contributions/0/id").asString()).isEqualTo(id.toString());
        assertThat(data.at("/contributions/0/title").asString()).isEqualTo("Of my own making");
        assertThat(data.at("/contributions/0/body").asString()).contains("and how");
        assertThat(data.at("/acknowledgements/0/note").asString()).isEqualTo("Well done by you");
        assertThat(data.at("/needs/0/title").asString()).isEqualTo("Of theirs");
        get(new Someone(me.alliance(), id(), id(), "never-seen"), "/my-data/contribution")
                .expectStatus()
                .isNotFound();
        var elsewhere = member(alliance(), id());
        get(new Someone(me.alliance(), id(), id(), elsewhere.subject()), "/my-data/contribution")
                .expectStatus()
                .isNotFound();
        assertThat(mine(other).toString()).doesNotContain("Well done by you");
        standing(me, "ENDED", false, 2);
        await(() -> get(me, "/needed-of-me").expectStatus().isNotFound());
        assertThat(mine(me).toString()).contains("Well done by you");
    }

    private JsonNode mine(Someone someone) {
        var answer =
                get(someone, "/my-data/contribution")
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .exists("Commonweal-Seal")
                        .expectBody(String.class)
                        .returnResult();
        assertThat(
                        DataContract.violations(
                                "contribution", String.valueOf(answer.getResponseBody())))
                .isEmpty();
        return JSON.readTree(String.valueOf(answer.getResponseBody()));
    }
}
