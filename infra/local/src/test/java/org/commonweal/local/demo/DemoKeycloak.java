package org.commonweal.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.keycloak.KeycloakServer;
import org.commonweal.local.mail.MailCatcher;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.util.FileSystemUtils;

/** A real Keycloak with the demo's realms and a mail server: one for all tests of this module. */
@SuppressWarnings("NullAway.Init") // set in beforeAll
final class DemoKeycloak implements BeforeAllCallback {

    private static Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running =
                context.getRoot()
                        .getStore(Namespace.create(DemoKeycloak.class))
                        .computeIfAbsent(Running.class);
    }

    static KeycloakServer keycloak() {
        return running.keycloak;
    }

    /** The port of the page on which all mails are. */
    static int mails() {
        return running.mails;
    }

    /** Ends with the last test. */
    static final class Running implements AutoCloseable {

        private final Path directory;
        private final TestDatabase database = TestDatabase.create();
        private final int mails = Ports.free();
        private final KeycloakServer keycloak;

        Running() throws Exception {
            directory = Files.createTempDirectory("demo-keycloak");
            var port = Ports.free();
            var smtp = Ports.free();
            MailCatcher.main(new String[] {"" + smtp, "" + mails});
            var settings =
                    new KeycloakServer.Settings(
                            directory,
                            port,
                            Ports.free(),
                            new PostgresAddress(database.host(), database.port()),
                            database.name(),
                            DemoRealms.variables(
                                    "http://localhost:8080", "http://localhost:" + port, smtp));
            new DemoRealms(DemoAlliance.load()).write(settings.realms());
            keycloak = KeycloakServer.start(settings);
        }

        @Override
        public void close() throws IOException {
            keycloak.close();
            database.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
