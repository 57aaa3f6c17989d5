package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.Test;

/** A table with a person in it that no export has is found, whatever its column is called. */
class PersonColumnsTest {

    @Test
    void a_new_column_that_may_name_a_person_is_found_and_one_that_is_exported_is_not() {
        try (var database =
                TestDatabase.create(Migrations.of("contribution", "classpath:db/platform"))) {
            make(
                    database,
                    """
                    CREATE TABLE contribution.gift (alliance_id uuid, id uuid, organization_id uuid,
                        giver uuid, takers uuid[], note text)\
                    """);
            var columns = new PersonColumns(database, "contribution");
            assertThat(columns.all())
                    .contains("gift.giver", "gift.takers", "journal.actor")
                    .doesNotContain("gift.id", "gift.organization_id", "gift.note");
            assertThat(
                            columns.notExported(
                                    "contribution-service/src/main/java/org/commonweal/contribution/exporting/OwnThings.java"))
                    .contains("gift.giver");
        }
    }

    @Test
    void what_an_export_asks_for_is_read_from_its_sql() {
        assertThat(
                        PersonColumns.exported(
                                """
                                SELECT a FROM gift x JOIN pen p ON p.id = x.pen WHERE x.giver = :person
                                UNION SELECT b FROM thing x WHERE me.person_id IN (x.by, x.owner)
                                UNION SELECT c FROM wish x WHERE x.of = me.person_id OR x.for = :person
                                UNION SELECT d FROM other x WHERE x.note = 'x'\
                                """))
                .containsExactly("gift.giver", "thing.by", "thing.owner", "wish.for", "wish.of");
    }

    private static void make(TestDatabase database, String sql) {
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(),
                                PostgresServer.SUPERUSER,
                                PostgresServer.SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
