package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.Migrate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What stood before a migration stands after it. */
class MigrationTest {

    @Test
    void the_founders_charter_becomes_the_first_version_and_a_deadline_gets_its_moment()
            throws SQLException {
        try (var database = TestDatabase.create()) {
            migrateTo(database, "1");
            execute(
                    database,
                    """
                    SET search_path = purpose;
                    INSERT INTO alliance VALUES
                        ('019ab635-1825-7030-9558-36664876686d', 'Europe/Lisbon', 450000, 666667,
                         7200);
                    INSERT INTO purpose (alliance_id, id, version, state, title, output, measure,
                        deadline, goal, drafted_by, drafted_at)
                    VALUES ('019ab635-1825-7030-9558-36664876686d',
                        '019ab883-2e80-7d8f-a048-8a3fd080b375', 1, 'PROPOSED', 'T', 'O', 'M',
                        '2027-06-30', 'G', '019ab594-5850-78a0-827c-ff5f80ed091e', now());
                    INSERT INTO proposal (alliance_id, id, kind, purpose_id, title, state,
                        opened_by, opens_at, closes_at, quorum_per_million, threshold_per_million,
                        standings_as_of)
                    VALUES ('019ab635-1825-7030-9558-36664876686d',
                        '019abf65-a4fb-7a7d-a26b-8f5d751662c9', 'RATIFY_PURPOSE',
                        '019ab883-2e80-7d8f-a048-8a3fd080b375', 'T', 'ADOPTED',
                        '019ab594-5850-78a0-827c-ff5f80ed091e', now(), now() + interval '1 h',
                        450000, 666667, now());
                    INSERT INTO standing VALUES
                        ('019ab635-1825-7030-9558-36664876686d', 'i', 's1',
                         '019ab594-5850-78a0-827c-ff5f80ed091e',
                         '019aba43-0ad6-74db-aec7-3d1580a098de', 'MEMBER', true, 'ACTIVE', 7);
                    UPDATE purpose SET state = 'ACTIVE', ratified_at = now(),
                        ratified_by = '019abf65-a4fb-7a7d-a26b-8f5d751662c9'
                    """);
            migrateTo(database, "17");
            execute(
                    database,
                    """
                    INSERT INTO purpose.threshold VALUES
                        ('019ab635-1825-7030-9558-36664876686d', 'FIRMS', 5),
                        ('019ab635-1825-7030-9558-36664876686d', 'WORDING_WINDOW_SECONDS', 86400)
                    """);
            Migrate.schema(database.jdbcUrl(), "commonweal_ddl", "commonweal_ddl", "purpose");
            assertThat(
                            rows(
                                    database,
                                    """
                                    SELECT version || ' ' || (rule->>'quorumPerMillion') || ' '
                                        || (rule->>'thresholdPerMillion') || ' '
                                        || (rule->>'ballotMinimum') || ' ' || (rule->>'decider')
                                        || ' ' || (since < now() - interval '1 day')
                                    FROM purpose.rulebook,
                                         jsonb_array_elements(document->'rules') rule
                                    WHERE rule->>'matter' IN ('RULES', 'MEMBERSHIP') ORDER BY 1\
                                    """))
                    .containsExactly(
                            "1 450000 666667 PT7200S BALLOT true",
                            "1 450000 666667 PT7200S DELEGATE true");
            assertThat(
                            rows(
                                    database,
                                    "SELECT rulebook_version || ' ' || (content->>'deadline') || ' '"
                                            + " || (tally->>'electorate') || ' ' || matter"
                                            + " FROM purpose.proposal"))
                    .containsExactly("1 2027-06-30 0 PURPOSE");
            assertThat(
                            rows(
                                    database,
                                    "SELECT kind FROM purpose.due"
                                            + " WHERE at = '2027-06-30T23:00:00Z'"))
                    .containsExactly("purpose-deadline");
            assertThat(rows(database, "SELECT opened_by_organization FROM purpose.proposal"))
                    .containsExactly("019aba43-0ad6-74db-aec7-3d1580a098de");
            assertThat(
                            rows(
                                    database,
                                    """
                                    SELECT (gate->>'gate') || ' ' || (gate->>'needed') || ' '
                                        || (document->'thresholds'->>'wordingWindow')
                                    FROM purpose.rulebook,
                                         jsonb_array_elements(document->'thresholds'->'gates') gate
                                    LIMIT 3\
                                    """))
                    .containsExactly(
                            "DRAFT_PURPOSE 1 PT86400S",
                            "FIRMS 5 PT86400S",
                            "ACTIVE_PURPOSE 1 PT86400S");
            assertThat(rows(database, "SELECT version FROM purpose.settled")).containsExactly("7");
        }
    }

    private static void migrateTo(TestDatabase database, String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), "commonweal_ddl", "commonweal_ddl")
                .schemas("purpose")
                .createSchemas(false)
                .defaultSchema("purpose")
                .locations("classpath:db/platform", "classpath:db/migration")
                .placeholders(Map.of("service", "purpose"))
                .target(version)
                .load()
                .migrate();
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection =
                        CommonwealDatabase.superuser(TestServers.postgres(), database.name());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        try (var connection =
                        CommonwealDatabase.superuser(TestServers.postgres(), database.name());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
