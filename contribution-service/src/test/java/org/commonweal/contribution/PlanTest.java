package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import org.commonweal.embedded.test.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * What the planner makes of our indexes before it has statistics, as in an alliance's first hour.
 */
class PlanTest {

    /**
     * Where all indexes cost the same the planner takes the one that was made last, and a foreign
     * key's check keeps its plan for the session: so the key must be it.
     */
    @Test
    void an_acknowledgement_finds_its_contribution_by_the_key() throws SQLException {
        try (var database = TestDatabase.create(TestDatabase.Migrations.of("contribution"));
                var connection = database.connect("commonweal_ddl");
                var statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute(
                    """
                    PREPARE key_check(uuid, uuid) AS
                    SELECT 1 FROM ONLY contribution.contribution x
                    WHERE alliance_id = $1 AND id = $2
                    """);
            var rows = statement.executeQuery("EXPLAIN EXECUTE key_check(uuidv7(), uuidv7())");
            var plan = new ArrayList<String>();
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
            assertThat(String.join("\n", plan))
                    .contains(" using contribution_pkey on ")
                    .contains("Index Cond: ((alliance_id = $1) AND (id = $2))");
        }
    }
}
