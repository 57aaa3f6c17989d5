package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.test.TestRelay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Names and addresses of people stay out of the log, also when something fails. */
@ExtendWith(OutputCaptureExtension.class)
class LogTest extends MembershipTest {

    private static final String CANARY = "Canarina Logtest";

    @Test
    void no_name_no_address_and_no_words_are_in_the_log(CapturedOutput output) throws SQLException {
        var canary = stranger(CANARY);
        me(canary).expectStatus().isOk();
        var invitation = invited(canary, REASON + " " + CANARY);
        answer(canary, invitation, id()).expectStatus().isCreated();
        answer(canary, invitation, id()).expectStatus().isEqualTo(409);
        get(canary, "/people?query=" + CANARY).expectStatus().isOk();
        put(founder, "/invitations/" + id(), "{\"name\":\"" + CANARY + "\",\"email\":12}");
        put(founder, "/invitations/" + id(), "{\"name\":\"" + CANARY + "\"");
        put(founder, "/invitations/" + id(), invitation(canary, id(), CANARY));

        // Nobody listens where mail is sent to: the mail of an invitation fails.
        mails.stop();
        try (var _ = TestRelay.start(database, TestServers.kafka())) {
            invited(stranger(CANARY), REASON + " once more " + CANARY);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(output.getAll()).contains("a batch is tried again"));
        } finally {
            mails.start();
        }
        rename("person", "person_away");
        try {
            me(stranger(CANARY)).expectStatus().is5xxServerError();
            get(canary, "/people?query=" + CANARY).expectStatus().is5xxServerError();
        } finally {
            rename("person_away", "person");
        }

        assertThat(output.getAll())
                .contains("answered 500")
                .doesNotContain(CANARY, "Canarina", "hartwell.example", canary.subject())
                .doesNotContain("aurelia.example", token(canary).substring(0, 30), INTEREST);
    }

    private static void rename(String from, String to) throws SQLException {
        try (var connection = database.connect("commonweal_ddl");
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE membership." + from + " RENAME TO " + to);
        }
    }
}
