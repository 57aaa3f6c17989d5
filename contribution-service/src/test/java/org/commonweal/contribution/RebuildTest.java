package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.Rebuild;
import org.commonweal.platform.test.TestJournals;
import org.commonweal.platform.test.TestRelay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Copies, activity and others' needs built anew; what was given here, and its clock, stays. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class RebuildTest extends ContributionTest {

    private static final List<String> TABLES =
            List.of(
                    "standing",
                    "required_agreement",
                    "accepted_agreement",
                    "alliance",
                    "goal",
                    "activity",
                    "need",
                    "contribution",
                    "due",
                    "journal");

    private TestJournals journals;
    private TestRelay relay;

    @Override
    TestDatabase.Migrations[] migrations() {
        return TestJournals.beside(TestDatabase.Migrations.of("contribution"));
    }

    @BeforeAll
    void startTheRelay() {
        journals = new TestJournals(database);
        relay = TestRelay.start(database, TestServers.kafka());
    }

    @AfterAll
    void stopTheRelay() {
        relay.close();
    }

    @Override
    void tell(String type, UUID alliance, UUID subject, Object payload) {
        journals.append(id(), type, alliance, subject, payload);
    }

    @Test
    void copies_activity_and_foreign_needs_come_back_and_own_state_stays() throws Exception {
        var alliance = alliance();
        var author = member(alliance, id());
        var asked = delegate(alliance, id());
        var goal = goal(alliance, author.person());
        agreement(alliance, author.person());
        submitted(author, goal, "Checklist for data rooms");
        var open = need(alliance, asked.person());
        var closed = need(alliance, asked.person());
        tell("purpose.need-closed.v1", alliance, closed, Map.of("need", closed));
        await(() -> count(alliance, "activity", 2)); // the goal and the contribution
        await(() -> count(alliance, "need WHERE closed_at IS NOT NULL", 1));
        count(alliance, "need WHERE id = '" + open + "'", 1);
        var state = state();

        service.close();
        TestRelay.replayFor("contribution", database, TestServers.kafka());
        spoil();
        assertThat(rebuild()).isPositive();
        assertThat(state()).isEqualTo(state);

        run();
        await(() -> get(author, "/needed-of-me").expectStatus().isOk()); // it hears the pulse
        submitted(author, goal, "Given after the rebuild");
        await(() -> count(alliance, "activity", 3));
    }

    @Test
    void what_own_state_points_at_and_no_journal_tells_of_is_noticed_until_it_is_told()
            throws Exception {
        var alliance = alliance();
        var author = member(alliance, id());
        var goal = id();
        asOwner(
                ("INSERT INTO contribution.goal (alliance_id, id, title, owner_id, version)"
                                + " VALUES ('%s', '%s', 'Told by nobody', '%s', 1)")
                        .formatted(alliance, goal, author.person()));
        submitted(author, goal, "For a goal that no journal knows");
        service.close();
        TestRelay.replayFor("contribution", database, TestServers.kafka());
        assertThatThrownBy(this::rebuild).hasMessageContaining("contribution_alliance_id_goal_id");

        var told =
                Map.of(
                        "goal",
                        goal,
                        "purpose",
                        id(),
                        "title",
                        "Told at last",
                        "owner",
                        author.person());
        tell("purpose.goal-set.v1", alliance, goal, told);
        TestRelay.replayFor("contribution", database, TestServers.kafka());
        assertThat(rebuild()).isPositive();
        run();
        count(alliance, "goal WHERE title = 'Told at last'", 1);
    }

    /** Required since long ago, and accepted by the person alone. */
    private void agreement(UUID alliance, UUID person) {
        var agreement = id();
        tell(
                "membership.agreement-accepted.v1",
                alliance,
                agreement,
                Map.of("agreement", agreement, "version", 3, "person", person));
        await(() -> count(alliance, "accepted_agreement", 1));
        tell(
                "membership.agreement-written.v1",
                alliance,
                agreement,
                Map.of(
                        "agreement",
                        agreement,
                        "version",
                        2,
                        "title",
                        "Accountability",
                        "requiredFrom",
                        "2026-01-05T00:00:00Z",
                        "afterwards",
                        "READING"));
        await(() -> count(alliance, "required_agreement", 1));
    }

    private UUID need(UUID alliance, UUID person) {
        var need = id();
        tell(
                "purpose.need-opened.v1",
                alliance,
                need,
                Map.of(
                        "need",
                        need,
                        "person",
                        person,
                        "why",
                        "Your firm has not voted yet.",
                        "due",
                        "2027-01-05T00:00:00Z",
                        "link",
                        Map.of("kind", "proposal", "id", id()),
                        "title",
                        "Ratify the fee rules"));
        return need;
    }

    private long rebuild() {
        return Rebuild.readModels(
                ContributionServiceApplication.class,
                database.jdbcUrl(),
                "commonweal_ddl",
                "commonweal_ddl",
                arguments());
    }

    private void spoil() throws SQLException {
        asOwner(
                """
                SET search_path = contribution;
                DELETE FROM activity;
                DELETE FROM required_agreement;
                DELETE FROM accepted_agreement;
                UPDATE goal SET title = 'spoilt', version = 1000000;
                UPDATE alliance SET acknowledgement_seconds = 1;
                UPDATE need SET why = 'spoilt' WHERE service <> 'contribution'\
                """);
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = database.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, String> state() {
        var state = new TreeMap<String, String>();
        for (var table : TABLES) {
            var rows = "SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM contribution.";
            state.put(table, journals.one(rows + table + " t"));
        }
        return state;
    }
}
