package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule against a schema that keeps it, and against one table that does not. */
class CatalogRulesTest {

    private static final String SOUND_GIFT =
            """
            CREATE TABLE gift (alliance_id uuid NOT NULL, id uuid NOT NULL,
                PRIMARY KEY (alliance_id, id));
            SELECT secure_tenant_table('gift', 'SELECT, INSERT');
            """;

    private static TestDatabase database;

    private final CatalogRules rules = CatalogRules.of("contribution");

    @BeforeAll
    static void start() {
        database = TestDatabase.create(Migrations.of("contribution", "classpath:db/platform"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> what_the_platform_makes_keeps_every_rule() {
        return rules.queries().keySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule, () -> assertThat(of(SOUND_GIFT, rule)).isEmpty()));
    }

    @Test
    void an_unknown_rule_is_an_error() {
        assertThatThrownBy(() -> of("", "no such")).hasMessageContaining("no such rule");
    }

    @TestFactory
    Stream<DynamicTest> each_rule_names_its_offender() {
        return Stream.of(
                offender(
                        "row-level security is enabled and forced on every table",
                        SOUND_GIFT + "ALTER TABLE gift NO FORCE ROW LEVEL SECURITY",
                        "gift"),
                offender(
                        "row-level security is enabled and forced on every table",
                        "CREATE TABLE bare (alliance_id uuid PRIMARY KEY)",
                        "bare"),
                offender(
                        "every table has the policy on its alliance, and no wider one for the service",
                        "CREATE TABLE bare (alliance_id uuid PRIMARY KEY)",
                        "bare: has no policy on its alliance"),
                offender(
                        "every table has the policy on its alliance, and no wider one for the service",
                        SOUND_GIFT + "CREATE POLICY wider ON gift USING (true)",
                        "gift: wider"),
                offender(
                        "a partition is reached through its table alone",
                        "GRANT SELECT ON journal_default TO contribution",
                        "journal_default"),
                offender(
                        "alliance_id leads every primary key and index",
                        SOUND_GIFT + "CREATE INDEX gift_by_id ON gift (id)",
                        "gift_by_id"),
                offender(
                        "alliance_id leads every primary key and index",
                        "CREATE TABLE keyless (alliance_id uuid)",
                        "keyless"),
                offender(
                        "alliance_id leads every foreign key",
                        "CREATE TABLE giver (id uuid PRIMARY KEY);"
                                + "CREATE TABLE gift (alliance_id uuid, id uuid,"
                                + " giver uuid CONSTRAINT oracle REFERENCES giver (id))",
                        "oracle"),
                offender(
                        "the service's role is bound by every rule",
                        "ALTER ROLE contribution BYPASSRLS",
                        "contribution bypasses row-level security"),
                offender(
                        "the service's role is bound by every rule",
                        "ALTER TABLE inbox OWNER TO contribution",
                        "contribution owns inbox"),
                offender(
                        "the journal is only read and added to",
                        "GRANT UPDATE ON journal TO contribution",
                        "journal: UPDATE"),
                offender(
                        "nothing steps around the wall: no definer's function, no owner's view",
                        "CREATE FUNCTION everything() RETURNS bigint LANGUAGE sql SECURITY DEFINER"
                                + " RETURN (SELECT count(*) FROM inbox)",
                        "everything"),
                offender(
                        "nothing steps around the wall: no definer's function, no owner's view",
                        "CREATE VIEW through AS SELECT * FROM inbox",
                        "through"));
    }

    @Test
    void what_a_service_names_is_allowed() throws SQLException {
        var rule = "row-level security is enabled and forced on every table";
        try (var connection = broken("CREATE TABLE registry (id uuid PRIMARY KEY)")) {
            assertThat(rules.complaints(connection, rule)).containsExactly("registry");
            assertThat(rules.allowing("registry").complaints(connection, rule)).isEmpty();
        }
    }

    @Test
    void one_policy_more_is_allowed_by_its_name_and_frees_its_table_from_nothing_else()
            throws SQLException {
        var wall = "row-level security is enabled and forced on every table";
        var policy = "every table has the policy on its alliance, and no wider one for the service";
        var broken =
                SOUND_GIFT
                        + "CREATE POLICY wider ON gift USING (true);"
                        + "ALTER TABLE gift NO FORCE ROW LEVEL SECURITY";
        try (var connection = broken(broken)) {
            var allowing = rules.allowing("gift: wider");
            assertThat(allowing.complaints(connection, policy)).isEmpty();
            assertThat(allowing.complaints(connection, wall)).containsExactly("gift");
            assertThat(rules.allowing("gift").complaints(connection, policy)).isEmpty();
        }
    }

    private DynamicTest offender(String rule, String sql, String name) {
        return DynamicTest.dynamicTest(
                rule + ": " + name, () -> assertThat(of(sql, rule)).containsExactly(name));
    }

    private List<String> of(String sql, String rule) throws SQLException {
        try (var connection = broken(sql)) {
            return rules.complaints(connection, rule);
        }
    }

    /** The change is never committed, so that each offender stands alone. */
    private static Connection broken(String sql) throws SQLException {
        var connection = database.connect(PostgresServer.SUPERUSER);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET search_path = contribution, public");
            if (!sql.contains("ROLE") && !sql.contains("OWNER")) {
                statement.execute("SET ROLE commonweal_ddl");
            }
            statement.execute(sql.isEmpty() ? "SELECT 1" : sql);
        }
        return connection;
    }
}
