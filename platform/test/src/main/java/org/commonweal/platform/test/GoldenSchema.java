package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.commonweal.platform.messaging.Migrate;
import org.junit.jupiter.api.DynamicTest;

/**
 * The sum of a service's migrations, as PostgreSQL understood them, against the committed {@code
 * db/schema.sql}: a reviewer sees what a migration did, and a migration that was edited shows.
 */
public final class GoldenSchema {

    private GoldenSchema() {}

    /** Run in a service's module: its migrations from empty, against {@code db/schema.sql}. */
    public static Stream<DynamicTest> of(String service) {
        return of(service, Path.of("src/main/resources/db/schema.sql"));
    }

    static Stream<DynamicTest> of(String service, Path golden) {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "the sum of the migrations is " + golden, () -> compare(service, golden)),
                DynamicTest.dynamicTest(
                        "migrations applied twice change nothing", () -> twice(service)));
    }

    /** The whole schema as text. */
    static String of(Connection connection, String schema) throws SQLException {
        var catalog = new Catalog(connection, schema).unqualified();
        var text =
                new StringBuilder("-- The sum of the migrations of schema ")
                        .append(schema)
                        .append(", read from the catalog. A test compares it; nobody edits it.\n");
        for (var section : GoldenSections.ALL) {
            var lines = catalog.lines(section);
            if (!lines.isEmpty()) {
                text.append('\n').append(String.join("\n", lines)).append('\n');
            }
        }
        return text.toString();
    }

    private static void compare(String service, Path golden) throws SQLException, IOException {
        try (var database = TestDatabase.create(Migrations.of(service));
                var connection = database.connect("commonweal_ddl")) {
            var sum = of(connection, service);
            var seen = Path.of("target", "schema.sql");
            Files.createDirectories(seen.toAbsolutePath().getParent());
            Files.writeString(seen, sum);
            assertThat(Files.exists(golden) ? Files.readString(golden) : "(no such file)")
                    .as("%s; if the change is meant, copy %s over it", golden, seen)
                    .isEqualTo(sum);
        }
    }

    private static void twice(String service) throws SQLException {
        try (var database = TestDatabase.create(Migrations.of(service));
                var connection = database.connect("commonweal_ddl")) {
            var once = of(connection, service);
            Migrate.schema(database.jdbcUrl(), "commonweal_ddl", "commonweal_ddl", service);
            assertThat(of(connection, service)).isEqualTo(once);
        }
    }
}
