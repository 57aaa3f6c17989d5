package org.commonweal.embedded.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    private static final String ONE_ENTRY =
            "INSERT INTO journal VALUES (uuidv7(), uuidv7(), 'organization.founded.v1')";

    @Test
    void two_databases_on_one_server_do_not_see_each_other() throws SQLException {
        try (var first = TestDatabase.create(Migrations.of("membership"));
                var second = TestDatabase.create(Migrations.of("membership"))) {
            assertThat(first.port()).isEqualTo(second.port());
            execute(first, "membership", ONE_ENTRY);
            assertThat(single(first, "membership", "SELECT count(*) FROM journal")).isEqualTo("1");
            assertThat(single(second, "membership", "SELECT count(*) FROM journal")).isEqualTo("0");
        }
    }

    @Test
    void a_migration_adds_its_journal_to_the_publication_without_being_superuser()
            throws SQLException {
        try (var database = TestDatabase.create(Migrations.of("membership"))) {
            assertThat(
                            single(
                                    database,
                                    "relay",
                                    """
                                    SELECT string_agg(schemaname || '.' || tablename, ',')
                                    FROM pg_publication_tables
                                    WHERE pubname = 'commonweal_journal'
                                    """))
                    .isEqualTo("membership.journal");
        }
    }

    @Test
    void a_service_role_may_do_only_what_its_migration_granted() throws SQLException {
        try (var database = TestDatabase.create(Migrations.of("membership"))) {
            assertThatThrownBy(() -> execute(database, "membership", "DELETE FROM journal"))
                    .hasMessageContaining("permission denied for table journal");
            assertThatThrownBy(() -> execute(database, "membership", "CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied for schema membership");
            assertThatThrownBy(() -> execute(database, "purpose", "TABLE membership.journal"))
                    .hasMessageContaining("permission denied for schema membership");
        }
    }

    @Test
    void preparing_a_database_again_changes_nothing() throws SQLException {
        try (var database = TestDatabase.create(Migrations.of("membership"))) {
            execute(database, "membership", ONE_ENTRY);
            CommonwealDatabase.prepare(
                    new PostgresAddress(database.host(), database.port()), database.name());
            assertThat(single(database, "membership", "SELECT count(*) FROM journal"))
                    .isEqualTo("1");
        }
    }

    private static void execute(TestDatabase database, String role, String sql)
            throws SQLException {
        try (var connection = database.connect(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(TestDatabase database, String role, String sql)
            throws SQLException {
        try (var connection = database.connect(role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
