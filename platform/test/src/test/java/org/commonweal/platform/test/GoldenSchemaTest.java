package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class GoldenSchemaTest {

    private static TestDatabase database;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        database = TestDatabase.create(Migrations.of("contribution"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void the_golden_schema_of_the_migrations_passes_and_any_other_fails() throws Exception {
        try (var connection = database.connect("commonweal_ddl")) {
            var golden = folder.resolve("schema.sql");
            Files.writeString(golden, GoldenSchema.of(connection, "contribution"));
            assertThatCode(() -> run(golden)).doesNotThrowAnyException();
            Files.writeString(golden, Files.readString(golden).replace("gift text", "gift uuid"));
            assertThatThrownBy(() -> run(golden))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("if the change is meant");
            Files.delete(golden);
            assertThatThrownBy(() -> run(golden)).hasMessageContaining("no such file");
        }
    }

    @Test
    void the_text_names_what_the_catalog_holds() throws SQLException {
        try (var connection = database.connect("commonweal_ddl")) {
            assertThat(GoldenSchema.of(connection, "contribution"))
                    .contains(
                            "CREATE TABLE present (\n    alliance_id uuid NOT NULL,",
                            "gift text NOT NULL DEFAULT 'book'::text",
                            ") PARTITION BY RANGE (id);",
                            "ALTER TABLE present ADD CONSTRAINT present_gift_check",
                            "CREATE TABLE journal_default PARTITION OF journal DEFAULT;",
                            "ALTER TABLE present FORCE ROW LEVEL SECURITY;",
                            "CREATE POLICY alliance ON present",
                            "GRANT INSERT, SELECT ON present TO contribution;",
                            "ALTER PUBLICATION commonweal_journal ADD TABLE journal;",
                            "REVOKE EXECUTE ON FUNCTION ensure_journal_partitions(date,integer)")
                    .doesNotContain("journal_20", "flyway");
        }
    }

    /** One change of each kind that a migration can make, each alone, must change the text. */
    @TestFactory
    Stream<DynamicTest> whatever_changes_shows() {
        return Stream.of(
                        "ALTER TABLE present ADD COLUMN more int",
                        "ALTER TABLE present ALTER COLUMN gift DROP NOT NULL",
                        "ALTER TABLE present ALTER COLUMN gift TYPE varchar(9)",
                        "ALTER TABLE present ALTER COLUMN gift SET DEFAULT 'pen'",
                        "ALTER TABLE present ADD CHECK (gift <> 'x')",
                        "CREATE INDEX by_gift ON present (alliance_id, gift)",
                        "ALTER TABLE present NO FORCE ROW LEVEL SECURITY",
                        "CREATE POLICY other ON present TO redactor USING (true)",
                        "GRANT UPDATE ON present TO contribution",
                        "GRANT UPDATE (gift) ON present TO redactor",
                        "CREATE FUNCTION seven() RETURNS int LANGUAGE sql RETURN 7",
                        "REVOKE EXECUTE ON FUNCTION app_now() FROM PUBLIC",
                        "CREATE VIEW shown AS SELECT gift FROM present",
                        "CREATE TYPE mood AS ENUM ('calm')",
                        "CREATE SEQUENCE numbers",
                        "ALTER PUBLICATION commonweal_journal ADD TABLE present",
                        "GRANT USAGE ON SCHEMA contribution TO keycloak")
                .map(sql -> DynamicTest.dynamicTest(sql, () -> shows(sql)));
    }

    private static void shows(String sql) throws SQLException {
        try (var connection = database.connect("commonweal_ddl")) {
            var before = GoldenSchema.of(connection, "contribution");
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            assertThat(GoldenSchema.of(connection, "contribution")).isNotEqualTo(before);
            connection.rollback();
        }
    }

    private static void run(Path golden) throws Throwable {
        for (var test : GoldenSchema.of("contribution", golden).toList()) {
            test.getExecutable().execute();
        }
    }
}
