package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The clock of an unanswered contribution, by the database's time. */
class ClockTest extends ContributionTest {

    @Test
    void it_reminds_then_asks_every_other_firm_and_only_an_answer_ends_it() throws SQLException {
        var alliance = alliance();
        var author = delegate(alliance, id());
        var asked = member(alliance, id());
        var second = delegate(alliance, id());
        var third = delegate(alliance, id());
        var plain = member(alliance, third.organization());
        var goal = goal(alliance, asked.person());
        var id = submitted(author, goal, "Who knows the register?");
        var answered = submitted(author, goal, "Answered in time");
        put(plain, "/contributions/" + answered + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();

        shift("23 hours 59 minutes");
        assertThat(read(author, "/contributions/" + id).get("remindedAt").isNull()).isTrue();
        shift("1 minute");
        await(() ->
                assertThat(read(author, "/contributions/" + id).get("remindedAt").isNull())
                        .isFalse());
        assertThat(payload(alliance, id, "reminded"))
                .contains("\"of\": [\"" + asked.person() + "\"]");

        shift("24 hours");
        await(() ->
                assertThat(read(author, "/contributions/" + id).get("escalatedAt").isNull())
                        .isFalse());
        var seen = read(author, "/contributions/" + id);
        assertThat(seen.get("state").asString()).isEqualTo("OPEN");
        assertThat(seen.get("turn").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        asked.person().toString(),
                        second.person().toString(),
                        third.person().toString());
        assertThat(payload(alliance, id, "escalated"))
                .contains(second.person().toString(), third.person().toString())
                .doesNotContain(author.person().toString(), plain.person().toString());
        assertThat(read(second, "/needed-of-me").get("items").get(0).get("why").asString())
                .contains("Nobody of another firm answered in time");
        count(alliance, "due", 0);
        count(alliance, "journal WHERE type LIKE 'contribution.reminded%'", 1);
        count(alliance, "journal WHERE type LIKE 'contribution.escalated%'", 1);
        assertThat(read(author, "/contributions/" + answered).get("remindedAt").isNull())
                .as("answered, so never reminded")
                .isTrue();

        put(second, "/contributions/" + id + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();
        for (var person : new Someone[] {asked, second, third}) {
            assertThat(read(person, "/needed-of-me").get("items").size()).isZero();
        }
        count(alliance, "journal WHERE type = 'contribution.need-closed.v1'", 4);
    }

    private String payload(UUID alliance, UUID contribution, String fact) {
        return query(
                        alliance,
                        "SELECT payload FROM journal WHERE subject = '%s' AND type = '%s'"
                                .formatted(contribution, "contribution." + fact + ".v1"))
                .getFirst();
    }
}
