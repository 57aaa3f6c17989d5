package org.commonweal.relay;

import java.util.Arrays;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;

/** A database with the journals of all four services, from the platform's own migrations. */
final class JournalDatabase {

    /** From the files: on the class path it would bring the services' messaging with it. */
    private static final String PLATFORM =
            "filesystem:../../platform/messaging/src/main/resources/db/platform";

    private JournalDatabase() {}

    static TestDatabase create() {
        return TestDatabase.create(migrations());
    }

    static TestDatabase on(PostgresAddress server) {
        return TestDatabase.on(server, migrations());
    }

    private static Migrations[] migrations() {
        return Arrays.stream(JournalService.values())
                .map(service -> Migrations.of(service.word(), PLATFORM))
                .toArray(Migrations[]::new);
    }
}
