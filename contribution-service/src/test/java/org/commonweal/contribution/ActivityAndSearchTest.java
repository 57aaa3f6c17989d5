package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.TestBus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happened, from the topics of all services, and what is found by its title. */
class ActivityAndSearchTest extends ContributionTest {

    @Test
    void what_happened_is_told_once_newest_first_and_only_what_is_for_all() throws SQLException {
        var alliance = alliance();
        var author = member(alliance, id());
        var other = delegate(alliance, id());
        bus.send(
                "membership.member-joined.v1",
                alliance,
                author.person(),
                Map.of(
                        "person",
                        author.person(),
                        "organization",
                        author.organization(),
                        "class",
                        "MEMBER",
                        "delegate",
                        false));
        var goal = goal(alliance, other.person());
        var id = submitted(author, goal, "A checklist for data rooms");
        put(other, "/contributions/" + id + "/acknowledgements/" + id(), "{}")
                .expectStatus()
                .isCreated();
        relay(alliance);
        relay(alliance);
        await(() ->
                assertThat(types(read(author, "/activity")))
                        .containsExactly(
                                "contribution.acknowledged.v1",
                                "contribution.submitted.v1",
                                "purpose.goal-set.v1",
                                "membership.member-joined.v1"));

        var items = read(other, "/activity").get("items");
        var acknowledged = items.get(0);
        assertThat(acknowledged.get("actor").asString()).isEqualTo(other.person().toString());
        assertThat(acknowledged.get("organization").asString())
                .isEqualTo(other.organization().toString());
        assertThat(acknowledged.get("title").asString()).isEqualTo("A checklist for data rooms");
        assertThat(acknowledged.get("link").get("kind").asString()).isEqualTo("contribution");
        assertThat(acknowledged.get("link").get("id").asString()).isEqualTo(id.toString());
        assertThat(acknowledged.get("detail").get("first").asBoolean()).isTrue();
        var joined = items.get(3);
        assertThat(joined.get("actor").asString()).isEqualTo(author.person().toString());
        assertThat(joined.get("link").get("kind").asString()).isEqualTo("person");

        var first = read(author, "/activity?limit=3");
        var rest = read(author, "/activity?limit=3&cursor=" + first.get("next").asString());
        assertThat(types(first)).hasSize(3);
        assertThat(types(rest)).containsExactly("membership.member-joined.v1");
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void titles_are_found_as_they_are_typed_and_taken_literally() {
        var alliance = alliance();
        var author = member(alliance, id());
        var goal = goal(alliance, author.person());
        var percent = submitted(author, goal, "Fee of 50% at closing");
        var script = submitted(author, goal, "<script>alert(1)</script> in a clause");
        var clause = submitted(author, goal, "net/mlx5: a Clause on TERMINATION");
        assertThat(found(author, "ter")).containsExactly(clause.toString());
        assertThat(found(author, "termination mlx5")).containsExactly(clause.toString());
        assertThat(found(author, "clause")).containsExactly(clause.toString(), script.toString());
        assertThat(found(author, "50%")).containsExactly(percent.toString());
        assertThat(found(author, "%")).containsExactly(percent.toString());
        assertThat(found(author, "_")).isEmpty();
        assertThat(found(author, "'; DROP TABLE contribution; --")).isEmpty();
        assertThat(found(author, "nowhere")).isEmpty();
        refused(get(author, "/search?q= "), 400, "query-out-of-range");
        var page = read(author, "/search?q=clause&limit=1");
        assertThat(
                        ids(
                                read(
                                        author,
                                        "/search?q=clause&limit=1&cursor="
                                                + page.get("next").asString())))
                .containsExactly(script.toString());
        var elsewhere = member(alliance(), id());
        assertThat(found(elsewhere, "clause")).isEmpty();
    }

    @Test
    void the_search_answers_for_the_alliance_of_the_transaction_alone() throws SQLException {
        var alliance = alliance();
        var author = member(alliance, id());
        submitted(author, goal(alliance, author.person()), "Behind the wall");
        try (var connection = database.connect("contribution");
                var statement = connection.createStatement()) {
            for (var scope : new String[] {alliance.toString(), id().toString(), ""}) {
                statement.execute("SET app.alliance = '" + scope + "'");
                for (var subject : new String[] {author.subject(), "nobody"}) {
                    assertThat(hits(statement, alliance, subject))
                            .as("in %s as %s", scope, subject)
                            .isEqualTo(
                                    scope.equals(alliance.toString())
                                                    && subject.equals(author.subject())
                                            ? 1
                                            : 0);
                }
            }
        }
    }

    private int hits(Statement statement, UUID alliance, String subject) throws SQLException {
        var search =
                """
                SELECT count(*) FROM search_titles('%s', '%s', '%s', ARRAY['wall'], 'infinity',
                    'ffffffff-ffff-ffff-ffff-ffffffffffff', 10)\
                """
                        .formatted(alliance, tokens.issuer(), subject);
        try (var rows = statement.executeQuery(search)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What the relay does: every fact of the journal goes to its topic, here more than once. */
    private void relay(UUID alliance) throws SQLException {
        try (var connection = database.connect("relay");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT id, type, subject, at, payload, audience, actor,"
                                        + " organization FROM contribution.journal"
                                        + " WHERE alliance_id = '"
                                        + alliance
                                        + "' ORDER BY at")) {
            while (rows.next()) {
                var headers = new HashMap<String, String>();
                headers.put("cw_audience", rows.getString("audience"));
                for (var who : List.of("actor", "organization")) {
                    if (rows.getString(who) != null) {
                        headers.put("cw_" + who, rows.getString(who));
                    }
                }
                bus.send(
                        new TestBus.Fact(
                                UUID.fromString(rows.getString("id")),
                                rows.getString("type"),
                                alliance,
                                UUID.fromString(rows.getString("subject")),
                                rows.getTimestamp("at").toInstant(),
                                JSON.readTree(rows.getString("payload"))),
                        headers);
            }
        }
    }

    private List<String> found(Someone someone, String query) {
        return ids(read(someone, "/search?q=" + query));
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    private static List<String> types(JsonNode page) {
        var types = new ArrayList<String>();
        page.get("items").forEach(item -> types.add(item.get("type").asString()));
        return types;
    }
}
